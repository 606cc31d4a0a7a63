import { Component } from "preact";
import { LIMITS } from "../../../src/protocol/limits.ts";
import { Field } from "../parts/field.tsx";
import { fieldsOf } from "../parts/fields-of.ts";
import { SelectField } from "../parts/select-field.tsx";
import { pageWords } from "../words/page-words.ts";
import { panelWords } from "../words/panel-words.ts";

const { ban } = panelWords;

/** What may become of somebody: a kick, or a ban for so many hours; of what has no number, for good. */
const SPANS = ["kick", "1", "24", "168", ""] as const;
type BanSpan = (typeof SPANS)[number];

/** How somebody is to be put out. */
export interface ChosenBan {
  span: BanSpan;
  reason: string;
  network: boolean;
  hide: boolean;
}

interface BanFormProps {
  initial: ChosenBan;
  onChoose(choice: ChosenBan): void;
  onCancel(): void;
}

/** The first step of a kick or ban: for how long, and what becomes of what was said. */
export class BanForm extends Component<BanFormProps, { span: string }> {
  override state = { span: this.props.initial.span };

  readonly #choose = (event: SubmitEvent): void => {
    const { hours, reason = "", network, hide } = fieldsOf(event);
    const span = SPANS.find((each) => each === hours) ?? "";
    const isBan = span !== "kick";
    this.props.onChoose({
      ...{ span, reason },
      network: isBan && network !== undefined,
      hide: isBan && hide !== undefined,
    });
  };

  render({ initial, onCancel }: BanFormProps, { span }: { span: string }) {
    return (
      <form onSubmit={this.#choose}>
        <Field
          name="reason"
          label={ban.why}
          hint={ban.whyHint}
          most={LIMITS.note}
          initial={initial.reason}
          focus
        />
        <SelectField
          name="hours"
          label={ban.howLong}
          options={SPANS.map((each) => [each, ban.spans[each]])}
          initial={initial.span}
          onChoose={(chosen) => this.setState({ span: chosen })}
        />
        {span !== "kick" && (
          <>
            <label class="switch">
              <input type="checkbox" name="network" defaultChecked={initial.network} />
              {ban.network}
            </label>
            <label class="switch">
              <input type="checkbox" name="hide" defaultChecked={initial.hide} />
              {ban.hide}
            </label>
          </>
        )}
        <div class="actions">
          <button type="submit">{ban.next}</button>
          <button type="button" onClick={onCancel}>
            {pageWords.cancel}
          </button>
        </div>
        <p class="hint">{ban.worth}</p>
      </form>
    );
  }
}
