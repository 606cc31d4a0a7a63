import { Component, createRef } from "preact";
import { panelWords } from "../words/panel-words.ts";
import { emojiTable } from "./emojis.ts";
import { movedBy, type PickerSection, type Spot } from "./grid.ts";

interface GridProps {
  sections: readonly PickerSection<string>[];
  onPick(emoji: string): void;
}

/** Emoji in rows: one stop of the Tab key, within which arrows go. */
export class EmojiGrid extends Component<GridProps, { at: Spot }> {
  override state = { at: { row: 0, column: 0 } };
  readonly #box = createRef<HTMLDivElement>();

  /** Takes the cursor to where it was, at first to the first. */
  focus(): void {
    this.#box.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  readonly #press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = this.props.sections.flatMap((section) => section.rows);
    const lengths = rows.map((row) => row.length);
    const at = movedBy(event.key, this.#at(lengths), lengths);
    if (!at) return;
    event.preventDefault();
    this.setState({ at }, () => this.focus());
  };

  /** What was found may have become fewer. */
  #at(lengths: readonly number[]): Spot {
    const { row, column } = this.state.at;
    return column < (lengths[row] ?? 0) ? { row, column } : { row: 0, column: 0 };
  }

  render({ sections, onPick }: GridProps) {
    const at = this.#at(sections.flatMap(({ rows }) => rows.map((row) => row.length)));
    const table = emojiTable();
    let row = -1;
    return (
      <div class="picker-grid" ref={this.#box}>
        {sections.map(({ title, rows }) => (
          <section key={title}>
            {title && <h3>{title}</h3>}
            {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: one that arrows go through. */}
            <table role="grid" aria-label={title || panelWords.emoji.title} onKeyDown={this.#press}>
              <tbody>
                {rows.map((each) => {
                  row++;
                  const stop = row === at.row ? at.column : undefined;
                  return (
                    <tr key={each[0]}>
                      {each.map((emoji, column) => {
                        const name = table?.nameOf(emoji) ?? emoji;
                        return (
                          <td key={emoji}>
                            <button
                              type="button"
                              class="emoji"
                              tabIndex={column === stop ? 0 : -1}
                              aria-label={name}
                              title={name}
                              onClick={() => onPick(emoji)}
                            >
                              {emoji}
                            </button>
                          </td>
                        );
                      })}
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </section>
        ))}
      </div>
    );
  }
}
