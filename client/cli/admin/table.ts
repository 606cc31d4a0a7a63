import { textWidth } from "../text/width.ts";

export interface Column {
  readonly head: string;
  readonly align: "left" | "right";
}

/** Rows with their columns one under the other, in cells of a terminal; two spaces part them. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const lines = [columns.map(({ head }) => head), ...rows];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => textWidth(line[at] ?? ""))));
  return lines.map((line) =>
    columns
      .map(({ align }, at) => {
        const text = line[at] ?? "";
        const gap = " ".repeat((widths[at] ?? 0) - textWidth(text));
        return align === "left" ? text + gap : gap + text;
      })
      .join("  ")
      .trimEnd(),
  );
}
