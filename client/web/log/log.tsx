import { Component, createRef } from "preact";
import { isAtEnd, wantsOlder } from "../model/scroll.ts";
import { Icon } from "../parts/icon.tsx";
import { newMessages } from "../room/status.ts";
import type { InRoom } from "../session/in-room.ts";
import { pageWords } from "../words/page-words.ts";
import { Lines } from "./lines.tsx";
import { Outgoing } from "./outgoing.tsx";
import { rowsBelow } from "./rows-below.ts";

const { log } = pageWords;

/** Milliseconds for which what somebody was led to stands out. */
const MARKED = 3_000;

/** A line that is to stay where it is while others are put before it. */
interface Anchor {
  line: Element;
  top: number;
}

/** Everything said in the room, as far as it is on the page: stays at the end while somebody reads there, and still where they read elsewhere. */
export class Log extends Component<InRoom> {
  readonly #box = createRef<HTMLDivElement>();
  readonly #lines = new Lines();
  #first: string | undefined;
  #jumps = 0;
  /** Where the window last stood, in pixels: scrolling is told only with the next frame. */
  #top = 0;
  /** What is not in sight can't be scrolled by anybody. */
  #wasHidden = document.hidden;
  #revealed: object | undefined;
  #begun = 0;
  /** Where the pointer was last. */
  #pointer = "";
  readonly #resizes = new ResizeObserver(() => this.#settle());

  override componentDidMount(): void {
    const box = this.#box.current;
    for (const each of [box, box?.firstElementChild]) if (each) this.#resizes.observe(each);
    document.addEventListener("visibilitychange", this.#turn);
    this.#first = this.props.session.feed.log.items[0]?.key;
    this.#begin();
    this.#settle();
    this.#look();
  }

  override componentWillUnmount(): void {
    const box = this.#box.current;
    if (box) this.#reading?.leave(box, this.props.session.feed);
    this.#resizes.disconnect();
    document.removeEventListener("visibilitychange", this.#turn);
  }

  override getSnapshotBeforeUpdate(): Anchor | undefined {
    const { feed } = this.props.session;
    const before = this.#first;
    this.#first = feed.log.items[0]?.key;
    const box = this.#box.current;
    if (before === this.#first) return undefined;
    if (feed.atEnd) {
      // What goes at the other end moves the window up, which is no scrolling.
      if (box && isAtEnd(box)) this.#top = 0;
      return undefined;
    }
    // The oldest line may lose its date to the new ones; the next keeps its height.
    const oldest = box?.querySelector(".row");
    const line = box && rowsBelow(box, box.getBoundingClientRect().top).find((row) => row !== oldest);
    return line ? { line, top: line.getBoundingClientRect().top } : undefined;
  }

  override componentDidUpdate(_props: InRoom, _state: object, anchor: Anchor | undefined): void {
    const { feed } = this.props.session;
    const box = this.#box.current;
    if (this.#jumps !== feed.jumps) this.#top = 0;
    this.#jumps = feed.jumps;
    if (box && anchor?.line.isConnected)
      box.scrollTop += anchor.line.getBoundingClientRect().top - anchor.top;
    else this.#settle();
    this.#begin();
    if (this.#revealed !== feed.revealed) this.#reveal(feed.revealed?.id);
    this.#revealed = feed.revealed;
    if (box) this.#reading?.look(box, feed);
  }

  /** What knows where the reader is is loaded once somebody is in the room. */
  get #reading() {
    const { part } = this.props.session.late;
    return typeof part === "string" ? undefined : part.reading;
  }

  /** Begins where the reader had stopped. */
  #begin(): void {
    const box = this.#box.current;
    const { feed } = this.props.session;
    if (!box || !this.#reading || this.#begun === feed.begun) return;
    this.#begun = feed.begun;
    this.#reading.begin(box, feed);
    this.#top = box.scrollTop;
  }

  /** Shows the end, if that is where the reader was, and has not left it in this very moment. */
  #settle(): void {
    const box = this.#box.current;
    if (!box || !this.props.session.feed.atEnd) return;
    if (box.scrollTop < this.#top && !isAtEnd(box) && !this.#wasHidden) return;
    box.scrollTop = box.scrollHeight;
    this.#top = box.scrollTop;
  }

  #reveal(id: number | undefined): void {
    const row = this.#box.current?.querySelector<HTMLElement>(`[data-key="m${id}"]`);
    row?.scrollIntoView({ block: "center" });
    row?.focus({ preventScroll: true });
    row?.animate([{ offset: 0, backgroundColor: "var(--accent-soft)" }], MARKED);
  }

  readonly #look = (): void => {
    const box = this.#box.current;
    const { feed, late, isPassing } = this.props.session;
    // Lines that were laid out only now may have pushed the end away: that is no scrolling.
    if (box && (box.scrollTop >= this.#top || this.#wasHidden)) this.#settle();
    this.#wasHidden = document.hidden;
    this.#top = box?.scrollTop ?? 0;
    if (!box) return;
    feed.look(isAtEnd(box), !document.hidden && !(isPassing && late.part !== "missing"));
    this.#reading?.look(box, feed);
    if (wantsOlder(box)) void feed.log.loadOlder();
  };

  /** Who comes back to the page begins where they had stopped, once what has come meanwhile is drawn. */
  readonly #turn = (): void => {
    if (this.#wasHidden && !document.hidden) {
      this.#begun = 0;
      this.props.session.ui.redraw();
    }
    queueMicrotask(this.#look);
  };

  readonly #pick = ({ target }: Event): void => {
    // What was pressed may be gone by now: the question whether to delete stands in its place.
    if (target instanceof Element && !target.isConnected) return;
    const row = target instanceof Element ? target.closest<HTMLElement>("[data-key]") : undefined;
    this.props.session.ui.activate(row?.dataset.key);
  };

  /** A finger leaves whatever it has touched; and a pointer that stands still points to nothing else when lines move below it. */
  readonly #hover = (event: PointerEvent): void => {
    const at = `${event.screenX} ${event.screenY}`;
    if (event.pointerType !== "mouse" || (event.type === "pointermove" && at === this.#pointer)) return;
    this.#pointer = at;
    this.#pick(event);
  };

  render({ session }: InRoom) {
    const { feed, room, chat, late } = session;
    const { EmptyRoom, MissedBar, Uploads, walk } = typeof late.part === "string" ? {} : late.part;
    const isEmpty =
      feed.log.items.length === 0 && chat.outbox.length === 0 && !feed.catchingUp && !session.talk;
    return (
      <div class="log-holder" onPointerMove={this.#hover} onPointerLeave={this.#hover} onFocusIn={this.#pick}>
        {MissedBar && <MissedBar session={session} />}
        <div
          class="log"
          role="log"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must reach what can be scrolled.
          tabIndex={0}
          aria-label={session.talk ? log.privateLabel(session.talk.to.nick) : log.label(room)}
          aria-busy={(feed.catchingUp && chat.state.state !== "waiting") || feed.log.older === "loading"}
          ref={this.#box}
          onScroll={this.#look}
          // Only then: a button that comes up under a finger would be pressed by it.
          onClick={this.#pick}
          onKeyDown={walk}
        >
          <div class="log-content">
            {feed.log.older !== "none" && (
              <button
                type="button"
                class="older"
                disabled={feed.log.older === "loading"}
                onClick={() => feed.log.loadOlder()}
              >
                {log.older}
              </button>
            )}
            {isEmpty && EmptyRoom && <EmptyRoom session={session} />}
            {this.#lines.draw(session)}
            <Outgoing session={session} names={this.#lines.names} />
            {Uploads && <Uploads session={session} names={this.#lines.names} />}
          </div>
        </div>
        {!feed.atEnd && (
          <button type="button" class="pill" onClick={() => feed.jump()}>
            <Icon name="down" />
            {newMessages(feed.unread.count) || log.newest}
          </button>
        )}
      </div>
    );
  }
}
