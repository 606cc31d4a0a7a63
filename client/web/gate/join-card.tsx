import { LIMITS } from "../../../src/protocol/limits.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { Field } from "../parts/field.tsx";
import { fieldsOf } from "../parts/fields-of.ts";
import { WaysIn } from "../parts/ways-in.tsx";
import { lastNick } from "../session/remembered.ts";
import { doorWords } from "../words/door-words.ts";
import { pageWords } from "../words/page-words.ts";
import { Gate } from "./gate.tsx";
import type { JoinCardProps } from "./join-form.ts";

/** How somebody is called whom the room turns out not to know. */
const GUEST = "guest";

const ABOUT_KEY = ["locked", "bad_key"];

/** The door of a room: asks for what the room wants to know. */
export function JoinCard({ room, problem, onJoin }: JoinCardProps) {
  const why = (...about: string[]) =>
    problem && about.includes(problem.problem) ? sayProblem(problem) : undefined;
  const aboutKey = why(...ABOUT_KEY);
  const aboutCode = why("bad_code");
  const join = (event: SubmitEvent) => {
    const { nick = "", key, code } = fieldsOf(event);
    // Whoever comes with a code has a nickname here already.
    onJoin({ nick: nick || (code ? GUEST : ""), ...(key && { key }), ...(code && { code }) });
  };
  return (
    <Gate>
      <h1>{doorWords.title(<bdi>{room}</bdi>)}</h1>
      <form onSubmit={join}>
        <Field
          name="nick"
          label={pageWords.yourNickname}
          hint={doorWords.nickHint}
          initial={lastNick()}
          error={aboutKey || aboutCode ? undefined : problem && sayProblem(problem)}
          required
          most={LIMITS.nickBytes}
        />
        {aboutKey && <Field name="key" label={doorWords.passphrase} secret error={aboutKey} />}
        <button type="submit" class="primary">
          {pageWords.join}
        </button>
        <details
          open={aboutCode !== undefined}
          onToggle={({ currentTarget }) => {
            const nick = currentTarget.parentElement?.querySelector("input");
            if (nick) nick.required = !currentTarget.open;
          }}
        >
          <summary>{doorWords.iAmHereAs}</summary>
          <Field name="code" label={doorWords.code} hint={doorWords.codeHint} error={aboutCode} />
        </details>
      </form>
      <WaysIn room={room} />
    </Gate>
  );
}
