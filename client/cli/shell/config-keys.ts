import type { Config } from "./config.ts";
import type { OptionName } from "./options.ts";

/** What is known of a key of the config file besides its form; the words say what it is for. */
export interface ConfigKey<Value> {
  /** What holds where nobody says; undefined: nothing. */
  readonly usual?: Value;
  /** What comes before it. */
  readonly option?: OptionName;
  readonly variable?: string;
}

export const CONFIG_TABLE: { readonly [Key in keyof Required<Config>]: ConfigKey<Config[Key]> } = {
  url: { variable: "PAPO_URL" },
  nick: { option: "nick", variable: "PAPO_NICK" },
  profile: { usual: "default", option: "profile", variable: "PAPO_PROFILE" },
  time: { usual: "hm", option: "time" },
  bell: { usual: true, option: "no-bell" },
  color: { usual: true, option: "no-color", variable: "NO_COLOR" },
  notify: { usual: true },
  highlight: {},
  log: { usual: false },
  "log-days": { usual: 90 },
};
