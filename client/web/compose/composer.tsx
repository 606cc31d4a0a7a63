import { LIMITS } from "../../../src/protocol/limits.ts";
import { codePoints } from "../../../src/protocol/text/text.ts";
import { textOf } from "../model/writing.ts";
import { Icon } from "../parts/icon.tsx";
import { takeFocus } from "../parts/take-focus.ts";
import type { InRoom } from "../session/in-room.ts";
import { pageText } from "../text/page-text.ts";
import { pageWords } from "../words/page-words.ts";
import { ComposerHint } from "./composer-hint.tsx";
import { NoteCard } from "./note-card.tsx";
import { isEnter } from "./press.ts";

const { composer } = pageWords;

/** Characters before the longest text from which on they are counted. */
const COUNTED = 200;
const LINES = 8;

/** Where one writes: to everyone, or to the one person whom it shows. */
export function Composer({ session }: InRoom) {
  const { desk, room, ui } = session;
  const part = typeof session.late.part === "string" ? undefined : session.late.part;
  const send = () => (part ? part.send(session) : desk.submit());
  const { to, edit } = desk.composer;
  const text = textOf(desk.composer);
  const nick = to && pageText(to.nick);
  const left = LIMITS.text - codePoints(text);
  const audience = nick === undefined ? composer.toAll(room) : composer.toOne(nick);
  const label = edit ? composer.toEdit : audience;
  return (
    <div class={to && !edit ? "composer private" : "composer"}>
      <NoteCard session={session} />
      {part && <part.ComposerContext session={session} />}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {to && !edit && <Icon name="lock" />}
        <textarea
          // On a small screen it would bring up the keyboard.
          ref={ui.isNarrow ? null : takeFocus}
          rows={Math.min(LINES, text.split("\n").length)}
          value={text}
          dir="auto"
          aria-label={label}
          placeholder={label}
          aria-invalid={left < 0}
          autocomplete="off"
          onInput={({ currentTarget }) => desk.write(currentTarget.value)}
          onKeyDown={(event) => isEnter(event) && send()}
          {...part?.fieldOf(session)}
        />
        {part && <part.WritingAids session={session} />}
        {left < COUNTED && <output class={left < 0 ? "error" : "hint"}>{left}</output>}
        <button
          type="submit"
          class="send"
          disabled={(text.trim() === "" && !part?.mayBeEmpty(session)) || left < 0}
          aria-label={
            edit ? composer.save : nick === undefined ? composer.sendToAll : composer.sendToOne(nick)
          }
        >
          <Icon name="send" />
        </button>
      </form>
      <ComposerHint session={session} />
    </div>
  );
}
