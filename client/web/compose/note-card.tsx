import { Field } from "../parts/field.tsx";
import { fieldsOf } from "../parts/fields-of.ts";
import { IconButton } from "../parts/icon-button.tsx";
import type { InRoom } from "../session/in-room.ts";
import { pageText } from "../text/page-text.ts";
import { pageWords } from "../words/page-words.ts";

/** What the page itself has to say or to ask. */
export function NoteCard({ session: { ui } }: InRoom) {
  const { note } = ui;
  if (note === undefined) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes it from wherever in it one is.
    <div
      class={`note ${note.kind}`}
      role={note.kind === "complaint" ? "alert" : "group"}
      onKeyDown={({ key }) => key === "Escape" && ui.dismiss()}
    >
      {note.kind === "question" ? (
        <form class="inline" key={note.text} onSubmit={(event) => note.answer(fieldsOf(event).answer ?? "")}>
          <Field name="answer" label={note.text} secret={note.secret} focus />
          <button type="submit">{pageWords.composer.ok}</button>
        </form>
      ) : note.kind === "rows" ? (
        <dl>
          {note.rows.map(([head, text]) => (
            <div key={head}>
              <dt>{head}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p>{pageText(note.text)}</p>
      )}
      <IconButton icon="close" label={pageWords.close} onClick={() => ui.dismiss()} />
    </div>
  );
}
