/** What a backslash keeps as it is, outside of quotes and within double ones. On Windows it parts folders. */
const PARTS = {
  posix: /"(?:[^"\\]|\\[\s\S])*"|'[^']*'|\\[\s\S]|[^\s"'\\]+|["'\\]/g,
  windows: /"[^"]*"|[^\s"]+|"/g,
} as const;

type Form = keyof typeof PARTS;

/**
 * Parts a command at its blanks, as a shell would but without one: quotes keep blanks, nothing is put in for a
 * variable, and no sign leads to another program.
 */
export function parted(command: string, platform: NodeJS.Platform = process.platform): string[] {
  const form = formOf(platform);
  const words: string[] = [];
  let end = -1;
  for (const { 0: part, index } of command.matchAll(PARTS[form])) {
    const text = unquoted(part, form);
    // What touches is one word.
    if (index === end) words.push((words.pop() ?? "") + text);
    else words.push(text);
    end = index + part.length;
  }
  return words;
}

/** The first of these words, whether it begins with a quote, and where it ends in the command. */
export function firstPart(
  command: string,
  platform: NodeJS.Platform = process.platform,
): { word: string; isQuoted: boolean; end: number } {
  const form = formOf(platform);
  let word: string | undefined;
  let isQuoted = false;
  let end = 0;
  for (const { 0: part, index } of command.matchAll(PARTS[form])) {
    if (word !== undefined && index !== end) break;
    isQuoted ||= word === undefined && part.length > 1 && /^["']/.test(part);
    word = (word ?? "") + unquoted(part, form);
    end = index + part.length;
  }
  return { word: word ?? "", isQuoted, end };
}

function formOf(platform: NodeJS.Platform): Form {
  return platform === "win32" ? "windows" : "posix";
}

function unquoted(part: string, form: Form): string {
  if (part.length < 2) return part;
  if (part.startsWith("'") && form === "posix") return part.slice(1, -1);
  if (part.startsWith('"'))
    return form === "posix" ? part.slice(1, -1).replace(/\\(["\\$`])/g, "$1") : part.slice(1, -1);
  return form === "posix" && part.startsWith("\\") ? part.slice(1) : part;
}
