import { Component } from "preact";
import { classes } from "../log/message-row.tsx";
import type { PlaceEntry } from "../model/places.ts";
import { moved } from "../model/room-list.ts";
import { shortCount } from "../model/unread.ts";
import { buttons } from "../panel/actions.tsx";
import { WishFields } from "../panel/wish-fields.tsx";
import { Icon } from "../parts/icon.tsx";
import { IconButton } from "../parts/icon-button.tsx";
import { panelWords } from "../words/panel-words.ts";
import type { Rooms } from "./rooms.ts";

const { rooms: words } = panelWords;

interface EntryProps {
  entry: PlaceEntry;
  rooms: Rooms;
}

/** A place in the list: what it has to tell, and the way there. */
export class RoomsEntry extends Component<EntryProps, { isArranged: boolean }> {
  readonly #move = (event: KeyboardEvent): void => {
    const { entry, rooms } = this.props;
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (!event.altKey || !event.shiftKey || by === 0 || entry.uid !== undefined) return;
    event.preventDefault();
    rooms.change(moved(rooms.list, entry.room, by));
  };

  readonly #go = (event: MouseEvent): void => {
    const { entry, rooms } = this.props;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    rooms.go(entry);
  };

  render({ entry, rooms }: EntryProps) {
    const { room, uid, name, unread, calls, muted, current, state, last } = entry;
    const { isArranged } = this.state;
    const isTalk = uid !== undefined;
    const spoken = isTalk
      ? { name: words.privateTalk(name), unread, calls: 0, more: [] }
      : { name, unread, calls, more: [state, muted ? words.muted : ""] };
    const label = words.label(spoken);
    return (
      <li
        class={classes({ entry: true, talk: isTalk, current, muted, unread: unread > 0, called: calls > 0 })}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || !isArranged) return;
          event.stopPropagation();
          this.setState({ isArranged: false });
        }}
      >
        <a
          href={`/${room}`}
          aria-current={current ? "page" : undefined}
          aria-description={entry.draft && !current ? words.draft : undefined}
          onClick={this.#go}
          onKeyDown={this.#move}
        >
          {label !== name && <span class="unseen">{label}</span>}
          <span class="name" aria-hidden={label !== name}>
            {isTalk && <Icon name="lock" />}
            <bdi>{name}</bdi>
            {muted && <Icon name="muted" />}
            {entry.draft && !current && <Icon name="edit" />}
          </span>
          {unread > 0 && (
            <span class="count" aria-hidden="true">
              {calls > 0 && !isTalk && <b dir="ltr">@{shortCount(calls)}</b>}
              <span>{shortCount(unread)}</span>
            </span>
          )}
          <span class={state ? "last state" : "last"} dir="auto" aria-hidden="true">
            {state || last}
          </span>
        </a>
        {!isTalk && (
          <IconButton
            icon="more"
            label={words.arrange(name)}
            pressed={isArranged === true}
            onClick={() => this.setState({ isArranged: !isArranged })}
          />
        )}
        {isArranged && (
          <div class="actions">
            {buttons([
              [words.up, () => rooms.change(moved(rooms.list, room, -1))],
              [words.down, () => rooms.change(moved(rooms.list, room, 1))],
            ])}
            <WishFields room={room} name={`wants-${room}`} changed={() => rooms.redraw()} />
            {buttons([[words.leave, () => rooms.leave(room)]])}
          </div>
        )}
      </li>
    );
  }
}
