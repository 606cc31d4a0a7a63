import { LANGUAGES } from "../../core/words/languages.ts";
import { COMINGS } from "../view/comings.ts";
import { type Config, NO_HOURS } from "./config.ts";
import { OPTIONS, type OptionKind, type OptionName } from "./options.ts";

/** What is known of a key of the config file besides its form; the words say what it is for. */
export interface ConfigKey<Value> {
  /** What holds where nobody says; undefined: nothing. */
  readonly usual?: Value;
  /** What comes before it. */
  readonly option?: OptionName;
  readonly variable?: string;
  /** What may stand behind it, as far as a shell can complete that. */
  readonly values?: OptionKind["values"];
}

const YES_OR_NO = ["true", "false"];

export const CONFIG_TABLE: { readonly [Key in keyof Required<Config>]: ConfigKey<Config[Key]> } = {
  url: { variable: "PAPO_URL" },
  nick: { option: "nick", variable: "PAPO_NICK" },
  profile: {
    usual: "default",
    option: "profile",
    variable: "PAPO_PROFILE",
    values: OPTIONS.profile.values,
  },
  time: { usual: "hm", option: "time", values: OPTIONS.time.values },
  bell: { usual: true, option: "no-bell", values: YES_OR_NO },
  color: { usual: true, option: "no-color", variable: "NO_COLOR", values: YES_OR_NO },
  "quiet-hours": { usual: NO_HOURS, values: [NO_HOURS] },
  notify: { usual: true, values: YES_OR_NO },
  highlight: {},
  comings: { usual: "front", values: COMINGS },
  pictures: { usual: "auto", values: ["auto", "off"] },
  log: { usual: false, values: [...YES_OR_NO, "private"] },
  "log-days": { usual: 90 },
  lang: { option: "lang", variable: "PAPO_LANG", values: LANGUAGES },
};
