import { isAbove, isAtLeast } from "../../../src/protocol/role.ts";
import { isProblem } from "../../core/problem.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { writePrivately } from "../compose/write-privately.ts";
import { addressesIn } from "../files/shared.ts";
import { messagePath } from "../model/places.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import { IconButton } from "../parts/icon-button.tsx";
import { takeFocus } from "../parts/take-focus.ts";
import { canReact } from "../reactions/react.ts";
import type { Picked } from "../session/room-session.ts";
import { panelWords } from "../words/panel-words.ts";

const { tools, reactions } = panelWords;

interface ToolsProps extends Picked {
  /** Somebody wants to choose an emoji for it. */
  onReact(): void;
}

/** What can be done with a message. Deleting asks once more. */
export function MessageTools({ message, own, id, asking, role, session, onReact }: ToolsProps) {
  const { desk, chat, ui } = session;
  const mayDelete = own || (message.to === undefined && isAtLeast(role, "mod"));
  const author = chat.room.members.find(({ uid }) => uid === message.uid);
  const mayBan = !own && isAtLeast(role, "mod") && isAbove(role, author?.role ?? "member");
  const mayTidy = message.to === undefined && isAtLeast(role, "mod");
  const reply = () => {
    const { to } = message;
    if (to) writePrivately(session, own ? to : message);
    desk.reply(message);
  };
  const tidy = () => {
    ui.tidying = { author: message.uid, id: message.id };
    ui.open("tidy");
  };
  const link = `${location.origin}${messagePath(session.room, message.id)}`;
  const remove = () => {
    const result = chat.delete(message.id);
    if (isProblem(result)) ui.complain(sayProblem(result));
    ui.ask(undefined);
  };
  return (
    <fieldset class="tools" aria-label={tools.title}>
      {asking ? (
        <>
          <button type="button" class="danger" ref={takeFocus} onClick={remove}>
            {tools.delete}
          </button>
          <button type="button" onClick={() => ui.ask(undefined)}>
            {tools.keep}
          </button>
        </>
      ) : (
        <>
          <IconButton icon="reply" label={tools.reply} onClick={reply} />
          <CopyButton text={message.text || addressesIn(session.room, message)} label={tools.copy} />
          <CopyButton
            icon="link"
            text={link}
            label={tools.copyLink}
            onForbidden={() => ui.say({ kind: "print", text: link })}
          />
          {own && <IconButton icon="edit" label={tools.edit} onClick={() => desk.edit(message)} />}
          {mayDelete && <IconButton icon="trash" label={tools.delete} onClick={() => ui.ask(id)} />}
          {mayTidy && <IconButton icon="pick" label={tools.pick} onClick={tidy} />}
          {canReact(session) && <IconButton icon="react" label={reactions.add} onClick={onReact} />}
          {mayBan && <IconButton icon="ban" label={tools.ban} onClick={() => ui.ban(author ?? message)} />}
        </>
      )}
    </fieldset>
  );
}
