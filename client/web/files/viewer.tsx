import { Component } from "preact";
import type { Message } from "../../../src/protocol/event.ts";
import { Icon } from "../parts/icon.tsx";
import { IconButton } from "../parts/icon-button.tsx";
import { pageText } from "../text/page-text.ts";
import { momentOf } from "../text/times.ts";
import { pageWords } from "../words/page-words.ts";
import { panelWords } from "../words/panel-words.ts";
import { altOf, isPicture, nameOf, type SeenPicture, type ShownPicture, sourceOf } from "./shared.ts";

const { files: words } = panelWords;

/** Pixels that a finger goes aside for another picture. */
const SWIPE = 48;

type ViewerProps = SeenPicture & { onClose(): void };

interface ViewerState {
  /** Which picture, by the id of its file. */
  file: string;
  /** In its own size, and not in the window's. */
  isActual: boolean;
  isMissing: boolean;
}

/** A `ref` that puts a dialog over the page. */
function showAbove(dialog: HTMLDialogElement | null): void {
  if (dialog?.open === false) dialog.showModal();
}

/** A picture as large as the window, with the way to the others in the log. */
export class Viewer extends Component<ViewerProps, ViewerState> {
  override state: ViewerState = { file: this.props.file, isActual: false, isMissing: false };
  #touched: { x: number; y: number } | undefined;
  #stop = () => {};

  override componentDidMount(): void {
    // A picture may be deleted while somebody looks at it.
    this.#stop = this.props.session.chat.subscribe(({ type }) => type === "deleted" && this.forceUpdate());
  }

  override componentWillUnmount(): void {
    this.#stop();
  }

  get #all(): { message: Message; file: ShownPicture }[] {
    const { feed, ui } = this.props.session;
    return feed.log.items.flatMap((item) => {
      if (item.kind !== "message" || item.message.deleted || ui.ignored.has(item.message.uid)) return [];
      const { message } = item;
      return (message.files ?? []).filter(isPicture).map((file) => ({ message, file }));
    });
  }

  #go(step: number): void {
    const all = this.#all;
    const at = all.findIndex(({ file }) => file.id === this.state.file);
    const next = all[at + step];
    if (at >= 0 && next) this.setState({ file: next.file.id, isActual: false, isMissing: false });
  }

  readonly #press = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey, currentTarget } = event;
    if (ctrlKey || metaKey || altKey) return;
    const isTurned = currentTarget instanceof Element && currentTarget.matches(":dir(rtl)");
    const onward = isTurned ? "ArrowLeft" : "ArrowRight";
    if (key === "+" || key === "-") this.setState({ isActual: key === "+" });
    // What is larger than the window is scrolled by them.
    else if (/^Arrow(Left|Right)$/.test(key) && !this.state.isActual) this.#go(key === onward ? 1 : -1);
    else return;
    event.preventDefault();
  };

  readonly #lift = ({ clientX, clientY, pointerType }: PointerEvent): void => {
    const from = this.#touched;
    this.#touched = undefined;
    if (!from || pointerType === "mouse" || this.state.isActual) return;
    const [x, y] = [clientX - from.x, clientY - from.y];
    if (Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y)) this.#go(x < 0 ? 1 : -1);
  };

  render({ session, onClose }: ViewerProps, { file: id, isActual, isMissing }: ViewerState) {
    const all = this.#all;
    const at = all.findIndex(({ file }) => file.id === id);
    const { message, file } = all[at] ?? {};
    const src = file && sourceOf(session, file);
    return (
      <dialog
        class="viewer"
        aria-label={words.viewer}
        ref={showAbove}
        onClose={onClose}
        onKeyDown={this.#press}
      >
        <header>
          <p>
            <span class="file-name">
              <bdi>{file && nameOf(file)}</bdi>
            </span>
            <span class="hint" aria-live="polite">
              {message && file
                ? words.about({
                    ...{
                      nick: pageText(message.nick),
                      when: momentOf(message.at),
                      size: words.size(file.size),
                    },
                    ...{ at: at + 1, of: all.length },
                  })
                : words.gone}
            </span>
          </p>
          <IconButton
            icon="zoom"
            label={words.actual}
            pressed={isActual}
            onClick={() => this.setState({ isActual: !isActual })}
          />
          {file && src !== undefined && (
            <a
              class="icon-button"
              href={src}
              download={nameOf(file)}
              aria-label={words.save}
              title={words.save}
            >
              <Icon name="download" />
            </a>
          )}
          <IconButton icon="close" label={pageWords.close} onClick={onClose} />
        </header>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a keyboard has Esc and arrows for it. */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: a keyboard has Esc for it. */}
        <div
          class={isActual ? "stage actual" : "stage"}
          // A keyboard must reach what can be scrolled.
          tabIndex={isActual ? 0 : -1}
          onClick={({ target, currentTarget }) => target === currentTarget && onClose()}
          onPointerDown={({ clientX: x, clientY: y, isPrimary }) => {
            this.#touched = isPrimary ? { x, y } : undefined;
          }}
          onPointerUp={this.#lift}
        >
          {message && file && src !== undefined && !isMissing ? (
            <img
              key={file.id}
              src={src}
              alt={altOf(message, file)}
              width={file.width}
              height={file.height}
              draggable={false}
              onError={() => this.setState({ isMissing: true })}
            />
          ) : (
            <p>{file ? words.broken : words.gone}</p>
          )}
        </div>
        {message?.text && (
          <p class="caption" dir="auto">
            {pageText(message.text)}
          </p>
        )}
        {all.length > 1 && (
          <>
            <button
              type="button"
              class="icon-button before"
              aria-label={words.before}
              aria-disabled={at <= 0}
              onClick={() => this.#go(-1)}
            >
              <Icon name="before" />
            </button>
            <button
              type="button"
              class="icon-button next"
              aria-label={words.next}
              aria-disabled={at === all.length - 1}
              onClick={() => this.#go(1)}
            >
              <Icon name="before" />
            </button>
          </>
        )}
      </dialog>
    );
  }
}
