import { isAbove, isAtLeast } from "../../../src/protocol/role.ts";
import { isProblem } from "../../core/problem.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import { IconButton } from "../parts/icon-button.tsx";
import { takeFocus } from "../parts/take-focus.ts";
import { pageWords } from "../words/page-words.ts";
import type { MessageProps } from "./around.ts";

const { message: sentences } = pageWords;

/** What can be done with a message. Deleting asks once more. */
export function MessageTools({ message, own, id, asking, role, session }: MessageProps) {
  const { desk, chat, ui } = session;
  const mayDelete = own || (message.to === undefined && isAtLeast(role, "mod"));
  const author = chat.room.members.find(({ uid }) => uid === message.uid);
  const mayBan = !own && isAtLeast(role, "mod") && isAbove(role, author?.role ?? "member");
  const remove = () => {
    const result = chat.delete(message.id);
    if (isProblem(result)) ui.complain(sayProblem(result));
    ui.ask(undefined);
  };
  return (
    <fieldset class="tools" aria-label={sentences.tools}>
      {asking ? (
        <>
          <button type="button" class="danger" ref={takeFocus} onClick={remove}>
            {sentences.delete}
          </button>
          <button type="button" onClick={() => ui.ask(undefined)}>
            {sentences.keep}
          </button>
        </>
      ) : (
        <>
          <IconButton icon="reply" label={sentences.reply} onClick={() => desk.reply(message)} />
          <CopyButton text={message.text ?? ""} label={sentences.copy} />
          {own && <IconButton icon="edit" label={sentences.edit} onClick={() => desk.edit(message)} />}
          {mayDelete && <IconButton icon="trash" label={sentences.delete} onClick={() => ui.ask(id)} />}
          {mayBan && <IconButton icon="ban" label={sentences.ban} onClick={() => ui.ban(message)} />}
        </>
      )}
    </fieldset>
  );
}
