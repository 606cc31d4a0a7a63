import { Component } from "preact";
import { focusComposer } from "../compose/focus-composer.ts";
import { Icon } from "../parts/icon.tsx";
import type { InRoom } from "../session/in-room.ts";
import { pageText } from "../text/page-text.ts";
import { panelWords } from "../words/panel-words.ts";
import { attach, canAttach } from "./attach.ts";

const { files: words } = panelWords;

/** Milliseconds after which a drag is over that is heard of no more: not every browser tells how one ends. */
const STILL = 3_000;

/** The whole window takes files that are dropped or pasted: none ever opens in its place. */
export class DropZone extends Component<InRoom, { isOver: boolean }> {
  override state = { isOver: false };
  readonly #end = new AbortController();
  #timer = 0;
  /** What is being dragged is a part of this page. */
  #isOwn = false;

  override componentDidMount(): void {
    const { signal } = this.#end;
    addEventListener("dragstart", () => this.#own(true), { signal });
    addEventListener("dragend", () => this.#own(false), { signal });
    addEventListener("dragenter", this.#over, { signal });
    addEventListener("dragover", this.#over, { signal });
    addEventListener("drop", this.#drop, { signal });
    addEventListener("paste", this.#paste, { signal });
  }

  override componentWillUnmount(): void {
    this.#end.abort();
    clearTimeout(this.#timer);
  }

  #own(isOwn: boolean): void {
    this.#isOwn = isOwn;
  }

  readonly #over = (event: DragEvent): void => {
    if (this.#isOwn || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = canAttach(this.props.session) ? "copy" : "none";
    if (!this.state.isOver) this.setState({ isOver: true });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.setState({ isOver: false }), STILL);
  };

  readonly #drop = (event: DragEvent): void => {
    const { dataTransfer } = event;
    this.setState({ isOver: false });
    if (this.#isOwn || !dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    const entries = [...dataTransfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
    const folders = entries.filter(({ isDirectory }) => isDirectory).map(({ name }) => name);
    const files = [...dataTransfer.files].filter(({ name }) => !folders.includes(name));
    focusComposer();
    void attach(this.props.session, files, folders);
  };

  readonly #paste = (event: ClipboardEvent): void => {
    const { clipboardData, target } = event;
    const { types = [], files = [] } = clipboardData ?? {};
    const isElsewhere = target instanceof Element && target.closest("input, dialog") !== null;
    // A table, or a part of a text, comes with a picture of itself.
    const isText = types.includes("text/plain") && types.includes("text/html");
    if (files.length === 0 || isElsewhere || isText) return;
    event.preventDefault();
    void attach(this.props.session, [...files]);
  };

  render({ session }: InRoom, { isOver }: { isOver: boolean }) {
    if (!isOver) return null;
    const { room, desk } = session;
    const { to } = desk.composer;
    const says = to ? words.dropOne(pageText(to.nick)) : words.dropAll(room);
    return (
      // Over the whole window, so that leaving it is leaving the window.
      <div class="drop-zone" aria-hidden="true" onDragLeave={() => this.setState({ isOver: false })}>
        <p>
          <Icon name="attach" />
          {canAttach(session) ? says : words.dropNot}
        </p>
      </div>
    );
  }
}
