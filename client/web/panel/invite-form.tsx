import { Component } from "preact";
import type { Invitation } from "../../../src/protocol/invitation.ts";
import { invitationLink } from "../../../src/protocol/pass.ts";
import { isProblem } from "../../core/problem.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { CopyLine } from "../parts/copy-line.tsx";
import { fieldsOf } from "../parts/fields-of.ts";
import { QrCode } from "../parts/qr-code.tsx";
import { SelectField } from "../parts/select-field.tsx";
import { takeFocus } from "../parts/take-focus.ts";
import type { InRoom } from "../session/in-room.ts";
import { momentOf } from "../text/times.ts";
import { panelWords } from "../words/panel-words.ts";

const { invite } = panelWords;

/** For how many days an invitation may be good. */
const DAYS = [1, 7, 30, 365];
const USUAL_DAYS = "7";

type Step =
  | { step: "choosing"; why?: string }
  | { step: "asking" }
  | { step: "made"; invitation: Invitation; one: boolean };

/** Makes an invitation, and shows it. */
export class InviteForm extends Component<InRoom, { at: Step }> {
  override state: { at: Step } = { at: { step: "choosing" } };

  async #make(event: SubmitEvent): Promise<void> {
    const { days, one } = fieldsOf(event);
    if (this.state.at.step === "asking") return;
    this.setState({ at: { step: "asking" } });
    const wanted = { days: Number(days), ...(one !== undefined && { one: true }) };
    const answer = await this.props.session.chat.invite(wanted);
    if (isProblem(answer)) this.setState({ at: { step: "choosing", why: sayProblem(answer) } });
    else this.setState({ at: { step: "made", invitation: answer, one: one !== undefined } });
  }

  render({ session }: InRoom) {
    const { at } = this.state;
    if (at.step === "made") {
      const { pass, expires } = at.invitation;
      const link = invitationLink(location.origin, session.room, pass);
      const until = momentOf(expires * 1_000);
      return (
        <div class="made">
          <h3 tabIndex={-1} ref={takeFocus}>
            {at.one ? invite.madeForOne : invite.made}
          </h3>
          <CopyLine text={link} label={invite.copyLink} />
          <QrCode text={link} label={invite.qrOfLink} />
          <p class="hint">{at.one ? invite.goodForOne(until) : invite.good(until)}</p>
          <button type="button" onClick={() => this.setState({ at: { step: "choosing" } })}>
            {invite.another}
          </button>
        </div>
      );
    }
    return (
      <form onSubmit={(event) => this.#make(event)}>
        <SelectField
          name="days"
          label={invite.goodFor}
          options={DAYS.map((days) => [String(days), invite.days(days)])}
          initial={USUAL_DAYS}
        />
        <label class="switch">
          <input type="checkbox" name="one" />
          {invite.forOne}
        </label>
        <p class="hint">{invite.forOneHint}</p>
        <button type="submit" class="primary">
          {invite.make}
        </button>
        {at.step === "choosing" && at.why !== undefined && (
          <p class="error" role="alert">
            {at.why}
          </p>
        )}
      </form>
    );
  }
}
