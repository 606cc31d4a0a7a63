import { isAtLeast } from "../../../src/protocol/role.ts";
import { isProblem } from "../../core/problem.ts";
import { copyText } from "../parts/copy-text.ts";
import { IconButton } from "../parts/icon-button.tsx";
import { takeFocus } from "../parts/take-focus.ts";
import type { MessageProps } from "./around.ts";

/** What can be done with a message. Deleting asks once more. */
export function MessageTools({ message, own, id, asking, role, session }: MessageProps) {
  const { desk, chat, ui } = session;
  const mayDelete = own || (message.to === undefined && isAtLeast(role, "mod"));
  const remove = () => {
    const result = chat.delete(message.id);
    if (isProblem(result)) ui.complain(result.message);
    ui.ask(undefined);
  };
  return (
    <fieldset class="tools" aria-label="This message">
      {asking ? (
        <>
          <button type="button" class="danger" ref={takeFocus} onClick={remove}>
            Delete
          </button>
          <button type="button" onClick={() => ui.ask(undefined)}>
            Keep
          </button>
        </>
      ) : (
        <>
          <IconButton icon="reply" label="Reply" onClick={() => desk.reply(message)} />
          <IconButton
            icon="copy"
            label="Copy"
            onClick={({ currentTarget }) => copyText(message.text ?? "", currentTarget)}
          />
          {own && <IconButton icon="edit" label="Edit" onClick={() => desk.edit(message)} />}
          {mayDelete && <IconButton icon="trash" label="Delete" onClick={() => ui.ask(id)} />}
        </>
      )}
    </fieldset>
  );
}
