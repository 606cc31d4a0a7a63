import { LANGUAGES } from "../../../core/words/languages.ts";

/** What comes before a key of the config file, and which of these is set now. */
interface Before {
  readonly key: string;
  readonly variable: string;
}

interface Explained {
  readonly key: string;
  readonly help: string;
  /** `--time`, `PAPO_NICK` */
  readonly before: readonly string[];
}

/** `papo config`. */
export const config = {
  /** What each key is for, and what it may have. */
  keys: {
    url: { value: "URL", help: "the room, so that its address can be left out" },
    nick: { value: "NAME", help: "your nickname" },
    profile: { value: "NAME", help: "a set of people of its own" },
    time: { value: "off|hm|hms|iso", help: "how times are shown" },
    bell: { value: "true|false", help: "whether what you are told rings" },
    color: { value: "true|false", help: "colours" },
    "quiet-hours": { value: "22:00-07:00|off", help: "when nothing rings, or is shown on the desktop" },
    notify: {
      value: "true|false|PROGRAM",
      help: "whether what you are told is shown on the desktop, or the program that gets it",
    },
    highlight: { value: "WORD…", help: "further words that call you" },
    comings: {
      value: "all|front|none",
      help: "of which of your rooms it is told who comes and goes",
    },
    pictures: {
      value: "auto|off",
      help: "whether pictures are shown where the terminal is known to take them (kitty, ghostty, iTerm2, WezTerm)",
    },
    log: {
      value: "true|false|private",
      help: "whether what is said to all is kept in files; private: what is said to you alone, too",
    },
    "log-days": { value: "DAYS", help: "for how many days it is kept" },
    lang: { value: LANGUAGES.join("|"), help: "the language that papo speaks" },
  },

  list: (file: string) => `${file}; what stands in parentheses holds where nothing is set.`,
  unset: "-",
  usual: (value: string) => `(${value})`,
  row: ({ help, before }: Omit<Explained, "key">) =>
    before.length === 0 ? help : `${help} (${before.join(", ")})`,
  explained: ({ key, help, value, before }: Explained & { value: string }) =>
    before.length === 0
      ? `papo config ${key} ${value}: ${help}.`
      : `papo config ${key} ${value}: ${help}. Before it ${before.length === 1 ? "comes" : "come"} ${before.join(", ")}.`,
  isBehind: ({ key, variable }: Before) => `${variable} is set, and comes before ${key}.`,
  unsetWhat: "Which key is to be unset? Write papo config --unset KEY.",
  unsetTakesOne: ({ key, written }: { key: string; written: string }) =>
    `"${written}" is too much: papo config --unset ${key} takes nothing else.`,
  noKey: ({
    written,
    meant,
    keys,
  }: {
    written: string;
    meant: string | undefined;
    keys: readonly string[];
  }) =>
    meant === undefined
      ? `There is no "${written}" to set. There are ${keys.join(", ")}.`
      : `There is no "${written}" to set. Did you mean ${meant}? There are ${keys.join(", ")}.`,
};
