/** A line of IRC, taken apart: https://modern.ircdocs.horse, and https://ircv3.net/specs/extensions/message-tags. */
export interface IrcMessage {
  readonly tags: Readonly<Record<string, string>>;
  /** In capitals. */
  readonly command: string;
  readonly params: readonly string[];
}

const LINE = /^(?:@(\S+) +)?(?::\S* +)?([A-Za-z]\w*|\d{3})(?: +(.*))?$/s;

/** Reads a line without its end; undefined for one that is none. Who it says it comes from counts for nothing. */
export function readIrc(line: string): IrcMessage | undefined {
  const [, tags = "", command, rest = ""] = LINE.exec(line) ?? [];
  if (command === undefined) return undefined;
  return { tags: readTags(tags), command: command.toUpperCase(), params: readParams(rest) };
}

function readParams(rest: string): string[] {
  const params: string[] = [];
  let left = rest.replace(/^ +/, "");
  while (left !== "") {
    if (left.startsWith(":")) return [...params, left.slice(1)];
    const end = left.indexOf(" ");
    if (end === -1) return [...params, left];
    params.push(left.slice(0, end));
    left = left.slice(end).replace(/^ +/, "");
  }
  return params;
}

function readTags(written: string): Record<string, string> {
  return Object.fromEntries(
    written
      .split(";")
      .filter((tag) => tag !== "")
      .map((tag) => {
        const [name = "", ...value] = tag.split("=");
        return [name, unescaped(value.join("="))];
      }),
  );
}

const ESCAPES: Readonly<Record<string, string>> = { ":": ";", s: " ", "\\": "\\", r: "\r", n: "\n" };
const ESCAPED: Readonly<Record<string, string>> = {
  ";": "\\:",
  " ": "\\s",
  "\\": "\\\\",
  "\r": "\\r",
  "\n": "\\n",
};

function unescaped(value: string): string {
  return value.replace(/\\(.?)/g, (_whole, letter: string) => ESCAPES[letter] ?? letter);
}

function escaped(value: string): string {
  return value.replace(/[; \\\r\n]/g, (letter) => ESCAPED[letter] ?? letter);
}

/** What is said to a client: one line, without its end. */
export interface IrcLine {
  readonly tags?: Readonly<Record<string, string>>;
  readonly source?: string;
  readonly command: string;
  readonly params: readonly string[];
}

/** Writes a line with those of its tags that a client takes. No text can begin another one. */
export function writeIrc(
  { tags = {}, source, command, params }: IrcLine,
  takes: (tag: string) => boolean,
): string {
  const named = Object.entries(tags).filter(([name]) => takes(name));
  const written = named.map(([name, value]) => (value === "" ? name : `${name}=${escaped(value)}`)).join(";");
  const last = params.at(-1);
  const words = [
    ...(written === "" ? [] : [`@${written}`]),
    ...(source === undefined ? [] : [`:${source}`]),
    command,
    ...params.slice(0, -1),
    ...(last === undefined
      ? []
      : [last === "" || /^:| /.test(last) || isText(command, params) ? `:${last}` : last]),
  ];
  return words.join(" ").replace(/[\r\n\0]+/g, " ");
}

/** What ends in a text has it behind a colon, however short it is: simple clients look for it there. */
function isText(command: string, { length }: readonly string[]): boolean {
  if (/^(?:QUIT|ERROR)$/.test(command)) return true;
  return length > 1 && /^(?:PRIVMSG|NOTICE|TOPIC|PART|KICK|332|353)$/.test(command);
}
