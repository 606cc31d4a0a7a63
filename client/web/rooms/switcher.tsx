import { Component } from "preact";
import { roomName } from "../../../src/protocol/room-name.ts";
import { matching, type PlaceEntry } from "../model/places.ts";
import { shortCount } from "../model/unread.ts";
import { Icon } from "../parts/icon.tsx";
import { setInvited } from "../session/remembered.ts";
import { panelWords } from "../words/panel-words.ts";
import type { Rooms } from "./rooms.ts";

const { rooms: words } = panelWords;

/** Places shown at a time, at most. */
const SHOWN = 12;

interface SwitcherState {
  typed: string;
  /** Which of the places found is chosen. */
  at: number;
}

/** A `ref` that puts a dialog over the page. */
function showAbove(dialog: HTMLDialogElement | null): void {
  if (dialog?.open === false) dialog.showModal();
}

/** Typing goes where one wants: a place's name, or a room's that is not in the list. */
export class Switcher extends Component<{ rooms: Rooms }, SwitcherState> {
  override state: SwitcherState = { typed: "", at: 0 };

  get #found(): readonly Pick<PlaceEntry, "key" | "room" | "uid" | "name" | "unread">[] {
    const { rooms } = this.props;
    const { typed } = this.state;
    const found = matching(rooms.byUse, typed).slice(0, SHOWN);
    const room = roomName(typed.trim());
    if (room === undefined || rooms.list.includes(room)) return found;
    return [...found, { key: "new", room, uid: undefined, name: words.newRoom(room), unread: 0 }];
  }

  #go(chosen: { key: string; room: string; uid?: string | undefined } | undefined): void {
    const { rooms } = this.props;
    rooms.switch(false);
    if (chosen?.key === "new") setInvited(chosen.room);
    if (chosen) rooms.go(chosen);
  }

  readonly #press = (event: KeyboardEvent): void => {
    const { at } = this.state;
    const found = this.#found;
    const moves: Readonly<Record<string, number>> = {
      ArrowUp: (at + found.length - 1) % Math.max(1, found.length),
      ArrowDown: (at + 1) % Math.max(1, found.length),
    };
    const next = moves[event.key];
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Enter") this.#go(found[at]);
    else if (next === undefined) return;
    else this.setState({ at: next });
    event.preventDefault();
  };

  render({ rooms }: { rooms: Rooms }, { typed, at }: SwitcherState) {
    const found = this.#found;
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: a keyboard has Esc for it.
      <dialog
        class="switcher"
        aria-label={words.switchLabel}
        ref={showAbove}
        onClose={() => rooms.switch(false)}
        onClick={({ target, currentTarget }) => target === currentTarget && rooms.switch(false)}
      >
        <input
          type="text"
          role="combobox"
          aria-label={words.switchLabel}
          placeholder={words.switchHint}
          aria-expanded="true"
          aria-controls="places"
          aria-activedescendant={found[at] && `place-${found[at].key}`}
          aria-autocomplete="list"
          autocomplete="off"
          value={typed}
          onInput={({ currentTarget }) => this.setState({ typed: currentTarget.value, at: 0 })}
          onKeyDown={this.#press}
        />
        <div id="places" role="listbox" aria-label={words.switchLabel}>
          {found.map((place, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys.
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus.
            <div
              key={place.key}
              id={`place-${place.key}`}
              role="option"
              aria-selected={index === at}
              onClick={() => this.#go(place)}
            >
              {place.uid !== undefined && <Icon name="lock" />}
              <bdi>{place.name}</bdi>
              {place.uid !== undefined && <span class="hint">{place.room}</span>}
              {place.unread > 0 && <span class="count">{shortCount(place.unread)}</span>}
            </div>
          ))}
        </div>
        {found.length === 0 && <p class="hint">{words.nothing}</p>}
      </dialog>
    );
  }
}
