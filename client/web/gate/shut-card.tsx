import { Component } from "preact";
import { claimsIn } from "../../../src/protocol/pass.ts";
import { tokenOfLink } from "../../core/link.ts";
import { isProblem, type Problem } from "../../core/problem.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { Field } from "../parts/field.tsx";
import { fieldsOf } from "../parts/fields-of.ts";
import { passes } from "../session/passes.ts";
import { pageText } from "../text/page-text.ts";
import { doorWords } from "../words/door-words.ts";
import { panelWords } from "../words/panel-words.ts";
import { Gate } from "./gate.tsx";
import { pastedInvitation } from "./pasted.ts";

const { shut, ended } = panelWords;

/** Rooms of an invitation that are named. */
const NAMED = 5;

interface ShutCardProps {
  room: string;
  problem: Problem;
  /** There is something that was not sent. */
  hasUnsent: boolean;
  onRetry(): void;
  onToken(token: string): void;
}

/** Says why nobody is let in at all, and what can be done about it. */
export class ShutCard extends Component<ShutCardProps, { complaint: string | undefined }> {
  readonly #enter = (event: SubmitEvent): void => {
    const { link = "", code = "" } = fieldsOf(event);
    const token = code ? tokenOfLink(code) : undefined;
    const invitation = pastedInvitation(link, location.href);
    if (isProblem(token)) this.setState({ complaint: token.message });
    else if (token !== undefined) this.props.onToken(token);
    else if ("complaint" in invitation) this.setState(invitation);
    else {
      this.setState({ complaint: undefined });
      // To where one is already, this only changes the fragment.
      location.assign(invitation);
    }
  };

  render({ room, problem, hasUnsent, onRetry }: ShutCardProps) {
    const { detail, problem: code } = problem;
    const [title, text] = reasonOf(problem);
    const rooms = detail === "pass_other_room" ? claimsIn(passes.for(room) ?? "")?.rooms : undefined;
    return (
      <Gate>
        <div role="alert">
          <h1>{title}</h1>
          <p class="lead">{pageText(text)}</p>
          {hasUnsent && <p class="lead">{shut.kept}</p>}
        </div>
        {rooms?.slice(0, NAMED).map((name) => (
          <a class="quiet" key={name} href={`/${name}`}>
            {shut.goTo(<bdi>{name}</bdi>)}
          </a>
        ))}
        {code === "no_pass" ? (
          <form onSubmit={this.#enter}>
            <Field name="link" label={shut.link} error={this.state.complaint} />
            {detail === "pass_taken" && <Field name="code" label={shut.code} hint={doorWords.codeHint} />}
            <button type="submit" class="primary">
              {shut.comeIn}
            </button>
          </form>
        ) : (
          <button type="button" class="primary" onClick={onRetry}>
            {shut.again}
          </button>
        )}
        {code === "no_such_room" && (
          <a class="quiet" href="/">
            {ended.otherRoom}
          </a>
        )}
      </Gate>
    );
  }
}

function reasonOf(problem: Problem): [title: string, text: string] {
  switch (problem.problem) {
    case "no_such_room":
      return [shut.noRoom, shut.noRoomWhy];
    case "closed":
      return [shut.closed, shut.closedWhy];
    default: {
      const missing = passes.isDamaged ? shut.damaged : shut.ask;
      return [shut.invitedOnly, problem.detail === "pass_missing" ? missing : sayProblem(problem)];
    }
  }
}
