/** Why a value can't be: what its variable must be instead. */
export interface WrongValue {
  readonly wrong: string;
}

/** One variable of a deployment. */
export interface Setting<Value> {
  readonly variable: string;
  /** What it is where nobody has set it, and how that is written. */
  readonly fallback: Value;
  readonly written: string;
  /** The least and the most, of a number, or of a secret's characters. */
  readonly range?: readonly [number, number];
  /** What may be chosen, where it is one of a few words. */
  readonly words?: readonly string[];
  /** Set as a secret, and never told. */
  readonly isSecret?: true;
  /** Reads the variable, without white space around it. */
  read(text: string): Value | WrongValue;
}

interface NumberOptions {
  readonly fallback: number;
  readonly range: readonly [number, number];
  /** By what it is multiplied; its own unit is the one that people think in. */
  readonly unit?: number;
}

export function numberSetting(
  variable: string,
  { fallback, range: [least, most], unit = 1 }: NumberOptions,
): Setting<number> {
  return {
    ...{ variable, fallback: fallback * unit, written: String(fallback), range: [least, most] },
    read(text) {
      const number = text === "" ? Number.NaN : Number(text);
      if (number >= least && number <= most) return number * unit;
      return { wrong: `is "${text}", but must be a number from ${least} to ${most}` };
    },
  };
}

export function wholeSetting(variable: string, options: NumberOptions): Setting<number> {
  const setting = numberSetting(variable, options);
  return {
    ...setting,
    read(text) {
      const number = setting.read(text);
      if (typeof number !== "number" || Number.isInteger(Number(text))) return number;
      return { wrong: `is "${text}", but must be a whole number` };
    },
  };
}

/** One of a few words. */
export function wordSetting<const Word extends string>(
  variable: string,
  words: readonly [Word, ...Word[]],
): Setting<Word> {
  const [fallback] = words;
  return {
    ...{ variable, fallback, written: fallback, words },
    read(text) {
      const word = words.find((each) => each === text);
      return word ?? { wrong: `is "${text}", but must be one of ${words.join(", ")}` };
    },
  };
}

/** A secret of so many characters; without one, undefined. */
export function secretSetting(
  variable: string,
  [least, most]: readonly [number, number],
): Setting<string | undefined> {
  return {
    ...{ variable, fallback: undefined, written: "", range: [least, most], isSecret: true },
    read(text) {
      if (text === "") return undefined;
      if (text.length >= least && text.length <= most) return text;
      // Says nothing of the value.
      return { wrong: `must have ${least} to ${most} characters` };
    },
  };
}

/** An address of mail or of the web; without one, undefined. */
export function contactSetting(variable: string): Setting<string | undefined> {
  return {
    ...{ variable, fallback: undefined, written: "" },
    read(text) {
      if (text === "") return undefined;
      const isContact = /^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/.test(text) && URL.canParse(text);
      return isContact ? text : { wrong: `is "${text}", but must begin with mailto: or https:` };
    },
  };
}

/** Origins of the web, comma-separated. */
export function originsSetting(variable: string): Setting<ReadonlySet<string>> {
  return {
    ...{ variable, fallback: new Set<string>(), written: "" },
    read(text) {
      const listed = text.split(",").map((origin) => origin.trim());
      const origins = listed
        .filter((origin) => origin !== "")
        .map((text) => ({ text, origin: originIn(text) }));
      const wrong = origins.find(({ origin }) => origin === undefined);
      if (wrong) return { wrong: `has "${wrong.text}", but must list origins such as https://example.org` };
      return new Set(origins.flatMap(({ origin }) => origin ?? []));
    },
  };
}

function originIn(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, origin } = new URL(text);
  // No page has another scheme, and a star would be taken literally.
  const isWeb = /^https?:$/.test(protocol) && !text.includes("*");
  return isWeb && origin === text.toLowerCase() ? origin : undefined;
}
