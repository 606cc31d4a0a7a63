import { CONFUSABLES } from "./confusables.ts";
import { fold } from "./fold.ts";
import { baseOf } from "./latin-forms.ts";

const BASE = 36;
/** Letters that look like smaller capitals, which Unicode's list leaves out, and those that they look like. */
const SMALL_CAPITALS = ["ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnopqrstuvwyz"] as const;
const ASCII = /^[\0-\x7f]*$/;
const ASCII_LOOKS: ReadonlyMap<string, string> = new Map([
  ["0", "O"],
  ["1", "l"],
  ["I", "l"],
  ["m", "rn"],
]);
const MARKS = /\p{M}+/gu;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}+/gu;

/** Who would speak for the room itself. */
const RESERVED = ["server", "system", "admin"];

/**
 * What nicknames have in common that look alike: one key in common is enough.
 * It is the skeleton of Unicode Technical Standard #39 as the name is written,
 * as it is folded, and in capitals: capitals and small letters look like
 * different things. Capitals are compared with capitals alone, so that `inés`,
 * whose `I` looks like an `l`, is not `lnés`.
 */
export function looksOf(nick: string): string[] {
  return [...new Set([fold(skeleton(nick)), skeleton(fold(nick)), `^${skeleton(nick.toUpperCase())}`])];
}

/** Whether nobody may take a nickname, because it looks as if the room itself spoke, whatever its marks, hooks and capitals. */
export function isReserved(nick: string): boolean {
  reserved ??= new Set(RESERVED.flatMap(plainLooksOf));
  return plainLooksOf(nick).some((look) => reserved?.has(look));
}

let reserved: ReadonlySet<string> | undefined;

function plainLooksOf(nick: string): string[] {
  // ASCII has no marks, and no forms of another letter: who joins need not wait for a look at each.
  const plain = ASCII.test(nick) ? nick : Array.from(withoutMarks(nick), baseOf).join("");
  return [...looksOf(plain), ...looksOf(plain.toUpperCase())].map(withoutMarks);
}

function withoutMarks(text: string): string {
  if (ASCII.test(text)) return text;
  return text.normalize("NFKD").replace(MARKS, "");
}

let prototypes: ReadonlyMap<string, string> | undefined;

function skeleton(text: string): string {
  // Most names are ASCII, of which few characters look like another: those need no table.
  if (ASCII.test(text))
    return text.replace(/[01Im]/g, (character) => ASCII_LOOKS.get(character) ?? character);
  prototypes ??= readPrototypes();
  const characters = text.normalize("NFKD").replace(INVISIBLE, "");
  return Array.from(characters, (character) => prototypes?.get(character) ?? character)
    .join("")
    .normalize("NFKC");
}

function readPrototypes(): ReadonlyMap<string, string> {
  const [small, letters] = SMALL_CAPITALS;
  const letterOf = new Map(Array.from(small, (capital, at) => [capital, letters.charAt(at)]));
  const listed = new Map(readConfusables());
  const prototypeOf = (character: string) => {
    const letter = letterOf.get(character) ?? character;
    return listed.get(letter) ?? letter;
  };
  const settled = Array.from(listed, ([from, to]) => [from, Array.from(to, prototypeOf).join("")] as const);
  return new Map([...settled, ...Array.from(small, (capital) => [capital, prototypeOf(capital)] as const)]);
}

function readConfusables(): [string, string][] {
  let point = 0;
  return CONFUSABLES.trim()
    .split(/\s+/)
    .map((entry) => {
      const [distance = 0, ...target] = entry.split(".").map((digits) => Number.parseInt(digits, BASE));
      point += distance;
      return [String.fromCodePoint(point), String.fromCodePoint(...target)];
    });
}
