import { LIMITS } from "../../../src/protocol/limits.ts";
import { isAtLeast } from "../../../src/protocol/role.ts";
import { Field } from "../parts/field.tsx";
import { fieldsOf } from "../parts/fields-of.ts";
import { Avatar, Nick } from "../parts/nick.tsx";
import { SelectField } from "../parts/select-field.tsx";
import type { InRoom } from "../session/in-room.ts";
import { pageText } from "../text/page-text.ts";
import { pageWords } from "../words/page-words.ts";
import { panelWords } from "../words/panel-words.ts";

const { ban } = panelWords;

/** Hours of a ban; what has none is for good. */
const SPANS = ["1", "24", "168", ""] as const;

/** The second step of a ban: for how long, and what becomes of what was said. */
export function BanPanel({ session: { chat, ui } }: InRoom) {
  const { banning } = ui;
  if (banning === undefined || !isAtLeast(chat.room.you?.role ?? "member", "mod")) return null;
  const { uid, nick } = banning;
  const put = (event: SubmitEvent) => {
    const { hours = "", reason = "", hide } = fieldsOf(event);
    const problem = chat.ban(uid, {
      ...(hours !== "" && { hours: Number(hours) }),
      ...(reason !== "" && { reason }),
      ...(hide !== undefined && { hide: true }),
    });
    ui.check(problem);
    if (problem === undefined) ui.open("bans");
  };
  return (
    <form class="panel-body" onSubmit={put}>
      <p class="whom">
        <Avatar {...banning} />
        <Nick {...banning} />
      </p>
      <Field name="reason" label={ban.why} hint={ban.whyHint} most={LIMITS.note} focus />
      <SelectField
        name="hours"
        label={ban.howLong}
        options={SPANS.map((hours) => [hours, ban.spans[hours]])}
        initial=""
      />
      <label class="switch">
        <input type="checkbox" name="hide" />
        {ban.hide}
      </label>
      <div class="actions">
        <button type="submit" class="danger">
          {ban.do(pageText(nick))}
        </button>
        <button type="button" onClick={() => ui.open(undefined)}>
          {pageWords.cancel}
        </button>
      </div>
      <p class="hint">{ban.worth}</p>
    </form>
  );
}
