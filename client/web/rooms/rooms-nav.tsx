import { shortCount } from "../model/unread.ts";
import { Icon } from "../parts/icon.tsx";
import { IconButton } from "../parts/icon-button.tsx";
import { pageWords } from "../words/page-words.ts";
import { panelWords } from "../words/panel-words.ts";
import { AddRoom } from "./add-room.tsx";
import { RoomsEntry } from "./entry.tsx";
import { HAS_PLACE } from "./has-place.ts";
import type { Rooms } from "./rooms.ts";
import { Switcher } from "./switcher.tsx";

const { rooms: words } = panelWords;

/** The list of one's rooms: beside the talk where there is a place for it, else over it. */
export function RoomsNav({ rooms }: { rooms: Rooms }) {
  const { isOpen, entries, elsewhere, shown } = rooms;
  // Who has no rooms, and is in none, needs no list.
  if (entries.length === 0 && !shown.isInside) return null;
  const close = () => (isOpen ? rooms.open(false) : rooms.fold(true));
  return (
    <>
      <button
        type="button"
        class={elsewhere.calls > 0 ? "icon-button to-rooms called" : "icon-button to-rooms"}
        title={pageWords.rooms}
        aria-label={words.open(elsewhere.unread)}
        aria-expanded={isOpen}
        inert={shown.session?.ui.isCovered ?? false}
        onClick={() => (HAS_PLACE.matches ? rooms.fold(false) : rooms.open(true))}
      >
        <Icon name="rooms" />
        {elsewhere.unread > 0 && <span class="count">{shortCount(elsewhere.unread)}</span>}
      </button>
      {isOpen && <button type="button" class="veil" aria-label={pageWords.close} onClick={close} />}
      <nav
        class={isOpen ? "rooms open" : "rooms"}
        aria-label={pageWords.rooms}
        onKeyDown={({ key }) => key === "Escape" && isOpen && close()}
      >
        <header>
          <a class="logo" href="/">
            <img src="/icon.svg" alt="" width="24" height="24" />
            papo
          </a>
          <IconButton
            icon={isOpen ? "close" : "fold"}
            label={isOpen ? pageWords.close : words.fold}
            onClick={close}
          />
        </header>
        <ul>
          {entries.map((entry) => (
            <RoomsEntry key={entry.key} entry={entry} rooms={rooms} />
          ))}
        </ul>
        {/* Who has gone elsewhere adds nothing any more. */}
        <AddRoom key={shown.room} rooms={rooms} />
      </nav>
      {rooms.isSwitching && <Switcher rooms={rooms} />}
    </>
  );
}
