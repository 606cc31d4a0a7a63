/** What a sentence may be told that decides which it is. */
const CHOICES: Readonly<Record<string, unknown>> = {
  trouble: "utf8",
  wrong: "text",
  wants: "all",
  until: 1_800_000_000_000,
  since: 1_800_000_000_000,
  at: 1_800_000_000_000,
  saidAt: 1_800_000_000_000,
  role: "mod",
  hours: "22:00-07:00",
  mistakes: [{ field: "nick", wrong: "text", meant: "‹meant›" }],
  faults: [{ field: "‹field›", why: "‹why›" }],
  keys: ["‹one›", "‹other›", "‹last›"],
  link: "‹link›",
};
/** The same of sentences that are told one thing alone, by their names. */
const TOLD: Readonly<Record<string, unknown>> = {
  inRooms: [{ room: "‹room›", message: "‹message›" }],
  keptOut: [{ nick: "‹nick›", uid: "‹uid›" }],
  muted: 1_800_000_000_000,
  mutedUntil: 1_800_000_000_000,
  quietHours: "22:00-07:00",
  wants: "all",
};

const LIST = ["‹one›", "‹other›", "‹last›"];
/** As a language may write it. */
export const NUMBER = 4_213;

/**
 * What is as good as any parameter of a sentence: an object with all names, a
 * text (`‹nick›`), a number (4213), or a list of three texts, by what is done with it.
 */
export function sample(name: string): object {
  return new Proxy(
    {},
    {
      // Of what is taken in one, by three dots.
      ownKeys: () => ["size", "isMore", "fields", "times", "languages"],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
      get(_, key) {
        if (key === Symbol.toPrimitive) return (hint: string) => (hint === "number" ? NUMBER : `‹${name}›`);
        if (key === Symbol.iterator) return () => LIST[Symbol.iterator]();
        if (key === "length") return LIST.length;
        if (key === "toLocaleString")
          return (language: string, form?: object) => NUMBER.toLocaleString(language, form);
        if (typeof key === "symbol") return undefined;
        if (key in CHOICES) return CHOICES[key];
        if (key in Array.prototype) return Reflect.get(LIST, key).bind(LIST);
        if (key in String.prototype) return Reflect.get(String.prototype, key).bind(`‹${name}›`);
        return sample(key);
      },
    },
  );
}

/** Every sentence of a catalogue by its path, said with samples. */
export function* sentencesOf(words: unknown, path = ""): Generator<readonly [path: string, said: string]> {
  if (isSentence(words)) yield [path, said(words)];
  else if (typeof words !== "object" || words === null) yield [path, String(words)];
  else for (const [name, each] of Object.entries(words)) yield* sentencesOf(each, `${path}.${name}`);
}

type Say = (told: unknown) => unknown;

function isSentence(words: unknown): words is Say {
  return typeof words === "function";
}

function said(say: Say): string {
  const sentence = say(TOLD[say.name] ?? sample(say.name));
  return Array.isArray(sentence) ? sentence.join(" ") : String(sentence);
}
