import { Component, createRef } from "preact";
import { Awaited } from "../parts/awaited.tsx";
import { IconButton } from "../parts/icon-button.tsx";
import { pageWords } from "../words/page-words.ts";
import { panelWords } from "../words/panel-words.ts";
import { EmojiGrid } from "./emoji-grid.tsx";
import { emojis, emojiTable } from "./emojis.ts";
import { type PickerSection, sectionOf } from "./grid.ts";
import { noteEmoji, ownEmoji, setSkinTone, skinTone } from "./own.ts";
import { TONES, toned } from "./skin-tone.ts";

const { emoji: words } = panelWords;

/** Emoji found that are shown, at most. */
const MOST_FOUND = 70;
/** One that shows what a skin tone looks like. */
const HAND = "✋";
/** One of each group, on its button. */
const FACES = ["😀", "👋", "🐻", "🍎", "🚗", "⚽", "💡", "💬", "🏁"];

interface PickerProps {
  /** It is over, maybe with a choice. */
  onClose(emoji: string | undefined): void;
}

interface PickerState {
  typed: string;
  group: number;
}

/** A `ref` that puts a dialog over the page; where there is a pointer, one can type at once. */
function showAbove(dialog: HTMLDialogElement | null): void {
  if (dialog === null || dialog.open) return;
  dialog.showModal();
  const isTouched = matchMedia("(pointer: coarse)").matches;
  dialog.querySelector<HTMLElement>(isTouched ? "h2" : "input")?.focus();
}

/** All emoji to choose from: by their names, or by what they are about. */
export class EmojiPicker extends Component<PickerProps, PickerState> {
  override state: PickerState = { typed: "", group: 0 };
  readonly #grid = createRef<EmojiGrid>();

  override componentDidMount(): void {
    if (!emojiTable()) void emojis.load().then(() => this.forceUpdate());
  }

  get #sections(): PickerSection<string>[] {
    const { typed, group } = this.state;
    const table = emojiTable();
    if (!table) return [];
    const tone = skinTone();
    const shown = (all: readonly { emoji: string }[]) => all.map(({ emoji }) => toned(emoji, tone));
    if (typed.trim() !== "") return [sectionOf("", shown(table.find(typed, MOST_FOUND)))];
    const own = group === 0 ? ownEmoji() : [];
    return [
      ...(own.length > 0 ? [sectionOf(words.lately, own)] : []),
      sectionOf(words.groups[group] ?? "", shown(table.groups[group] ?? [])),
    ];
  }

  readonly #pick = (emoji: string): void => {
    noteEmoji(emoji);
    this.props.onClose(emoji);
  };

  readonly #press = (event: KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === 229) return;
    const first = this.#sections[0]?.rows[0]?.[0];
    if (event.key === "ArrowDown") this.#grid.current?.focus();
    else if (event.key !== "Enter") return;
    else if (this.state.typed.trim() !== "" && first !== undefined) this.#pick(first);
    event.preventDefault();
  };

  render({ onClose }: PickerProps, { typed, group }: PickerState) {
    const sections = this.#sections;
    const isSearch = typed.trim() !== "";
    const count = sections.reduce((sum, { rows }) => sum + rows.flat().length, 0);
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: a keyboard has Esc for it.
      <dialog
        class="picker"
        aria-label={words.title}
        ref={showAbove}
        onClose={() => onClose(undefined)}
        onClick={({ target, currentTarget }) => target === currentTarget && onClose(undefined)}
      >
        <header>
          <h2 tabIndex={-1}>{words.title}</h2>
          <IconButton icon="close" label={pageWords.close} onClick={() => onClose(undefined)} />
        </header>
        <div class="picker-search">
          <input
            type="search"
            aria-label={words.search}
            placeholder={words.search}
            autocomplete="off"
            value={typed}
            onInput={({ currentTarget }) => this.setState({ typed: currentTarget.value })}
            onKeyDown={this.#press}
          />
          <select
            aria-label={words.tone}
            onChange={({ currentTarget }) => {
              setSkinTone(currentTarget.value);
              this.forceUpdate();
            }}
          >
            {["", ...TONES].map((tone, index) => (
              <option key={tone} value={tone} selected={tone === (skinTone() ?? "")}>
                {toned(HAND, tone || undefined)} {words.tones[index]}
              </option>
            ))}
          </select>
        </div>
        <fieldset class="picker-groups" aria-label={words.parts}>
          {FACES.map((face, index) => (
            <button
              type="button"
              key={face}
              class="emoji"
              aria-label={words.groups[index]}
              title={words.groups[index]}
              aria-pressed={!isSearch && index === group}
              onClick={() => this.setState({ group: index, typed: "" })}
            >
              {face}
            </button>
          ))}
        </fieldset>
        <p role="status" class={isSearch && count === 0 ? "hint" : "unseen"}>
          {isSearch && (count === 0 ? words.none : words.found(count))}
        </p>
        {emojiTable() ? (
          <EmojiGrid
            key={isSearch ? "found" : group}
            ref={this.#grid}
            sections={sections}
            onPick={this.#pick}
          />
        ) : (
          <Awaited late={emojis} />
        )}
      </dialog>
    );
  }
}
