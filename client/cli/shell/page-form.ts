/** A part of a manual page. */
export interface Section {
  readonly title: string;
  /** Paragraphs. */
  readonly text?: readonly string[];
  readonly items?: readonly PageItem[];
  /** Lines as they are typed. */
  readonly code?: readonly string[];
}

/** What something is called, and what it is. */
interface PageItem {
  readonly head: string;
  readonly text: string;
  readonly more?: string;
}

/** For `man`, in the macros of man(7). The date is left out, so that the same papo has the same page. */
export function roffPage(
  sections: readonly Section[],
  { version, kind }: { version: string; kind: string },
): string {
  const lines = sections.flatMap(({ title, text = [], items = [], code = [] }) => [
    `.SH ${roff(title)}`,
    ...text.flatMap((paragraph, index) => [...(index === 0 ? [] : [".PP"]), roff(paragraph)]),
    ...items.flatMap((item) => [
      ".TP",
      `.B ${typed(item.head)}`,
      roff(item.text),
      ...(item.more === undefined ? [] : [".br", typed(item.more)]),
    ]),
    ...(code.length === 0 ? [] : [".nf", ...code.map(typed), ".fi"]),
  ]);
  return [`.TH PAPO 1 "" "papo ${roff(version)}" "${roff(kind)}"`, ...lines, ""].join("\n");
}

/** For eyes, in so many columns. */
export function plainPage(sections: readonly Section[], columns: number): string {
  const lines = sections.flatMap(({ title, text = [], items = [], code = [] }) => [
    title,
    ...text.flatMap((paragraph) => broken(paragraph, { columns, indent: 2 })),
    ...items.flatMap(({ head, text, more = "" }) => [
      ...broken(head, { columns, indent: 2 }),
      ...broken(text, { columns, indent: 6 }),
      ...broken(more, { columns, indent: 6 }),
    ]),
    ...code.map((line) => `  ${line}`),
    "",
  ]);
  return lines.join("\n");
}

/** Breaks between words; the page has letters of one cell alone. */
export function broken(text: string, { columns, indent }: { columns: number; indent: number }): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ").filter((each) => each !== "")) {
    const last = lines.pop();
    if (last === undefined) lines.push(word);
    else if (indent + last.length + 1 + word.length <= columns) lines.push(`${last} ${word}`);
    else lines.push(last, word);
  }
  return lines.map((line) => `${" ".repeat(indent)}${line}`);
}

/** Text that means nothing to roff: no line of it begins a macro, and other letters are named by their numbers. */
function roff(text: string): string {
  return (
    text
      .replaceAll("\\", "\\e")
      .replace(/[^\x20-\x7e]/gu, (letter) => `\\[u${hex(letter)}]`)
      .replace(/^(?=[.'])/, "\\&")
      // What `whatis` looks for.
      .replace(" - ", " \\- ")
  );
}

/** The same of what is typed: its hyphens and quotes are to be copied as they are. */
function typed(text: string): string {
  return roff(text).replace(/-/g, "\\-").replaceAll("'", "\\(aq").replaceAll('"', "\\(dq");
}

function hex(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}
