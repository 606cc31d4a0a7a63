import { Component } from "preact";
import type { Message } from "../../../src/protocol/event.ts";
import { classes } from "../log/message-row.tsx";
import { reactionsOf, type ShownReaction, whoReacted } from "../model/reaction-view.ts";
import type { InRoom } from "../session/in-room.ts";
import { pageText } from "../text/page-text.ts";
import { panelWords } from "../words/panel-words.ts";
import { canReact, reactTo } from "./react.ts";

const { reactions: words } = panelWords;

/** Milliseconds after which a finger that stays asks who has reacted. */
const HELD = 500;
/** Milliseconds for which what a finger has asked for is shown. */
const SHOWN = 4_000;

type ReactionsProps = InRoom & { message: Message };

/** With what a message was reacted to, how often, and by whom. */
export class ReactionChips extends Component<ReactionsProps, { shown: string | undefined }> {
  #timer = 0;
  /** A finger has stayed: what it does next is no click. */
  #wasHeld = false;

  override componentWillUnmount(): void {
    clearTimeout(this.#timer);
  }

  #show(shown: string | undefined): void {
    clearTimeout(this.#timer);
    this.setState({ shown });
  }

  #hold(emoji: string): void {
    this.#wasHeld = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#wasHeld = true;
      this.#show(emoji);
      this.#timer = setTimeout(() => {
        this.#wasHeld = false;
        this.#show(undefined);
      }, SHOWN);
    }, HELD);
  }

  #toggle({ emoji, me }: ShownReaction): void {
    const { message, session } = this.props;
    if (!this.#wasHeld) reactTo(session, { id: message.id, emoji, on: !me });
    this.#wasHeld = false;
  }

  #whoIn(reaction: ShownReaction): string {
    const { chat } = this.props.session;
    const nickOf = (wanted: string) => {
      const is = ({ uid }: { uid: string }) => uid === wanted;
      return chat.room.members.find(is)?.nick ?? chat.recent.findLast(is)?.nick;
    };
    const you = { uid: chat.room.you?.uid ?? "", called: words.you };
    const { names, others } = whoReacted(reaction, { you, nickOf });
    return words.who({ names: names.map(pageText), others });
  }

  render({ message, session }: ReactionsProps) {
    const { chat } = session;
    const given = reactionsOf(message, chat.outbox, chat.room.you?.uid ?? "");
    const { shown } = this.state;
    const told = given.find(({ emoji }) => emoji === shown);
    if (given.length === 0 || !canReact(session)) return null;
    return (
      <fieldset class="reactions" aria-label={words.list}>
        {given.map((reaction) => {
          const { emoji, count, me, saving } = reaction;
          return (
            <button
              type="button"
              key={emoji}
              class={classes({ reaction: true, pending: saving })}
              aria-pressed={me === true}
              aria-description={this.#whoIn(reaction)}
              onClick={() => this.#toggle(reaction)}
              // A finger's or a pointer's focus asks nothing.
              onFocus={({ currentTarget }) => currentTarget.matches(":focus-visible") && this.#show(emoji)}
              onBlur={() => this.#show(undefined)}
              onPointerEnter={({ pointerType }) => pointerType === "mouse" && this.#show(emoji)}
              onPointerLeave={({ pointerType }) => pointerType === "mouse" && this.#show(undefined)}
              onPointerDown={({ pointerType }) => pointerType !== "mouse" && this.#hold(emoji)}
              onPointerUp={({ pointerType }) =>
                pointerType === "mouse" || this.#wasHeld || clearTimeout(this.#timer)
              }
              onPointerCancel={() => clearTimeout(this.#timer)}
              onContextMenu={(event) => this.#wasHeld && event.preventDefault()}
              onKeyDown={(event) => {
                if (event.key !== "Escape" || shown === undefined) return;
                event.stopPropagation();
                this.#show(undefined);
              }}
            >
              <span class="emoji">{emoji}</span> {count}
            </button>
          );
        })}
        {told && (
          <span class="who" aria-hidden="true">
            <bdi>{told.emoji}</bdi> {this.#whoIn(told)}
          </span>
        )}
      </fieldset>
    );
  }
}
