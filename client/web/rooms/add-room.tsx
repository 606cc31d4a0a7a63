import { Component } from "preact";
import { privateRoom } from "../gate/private-room.ts";
import { Field } from "../parts/field.tsx";
import { fieldsOf } from "../parts/fields-of.ts";
import { Icon } from "../parts/icon.tsx";
import { takeFocus } from "../parts/take-focus.ts";
import { passes } from "../session/passes.ts";
import { setInvited } from "../session/remembered.ts";
import { homeWords } from "../words/home-words.ts";
import { pageWords } from "../words/page-words.ts";
import { panelWords } from "../words/panel-words.ts";
import { readPlace } from "./read-place.ts";
import type { Rooms } from "./rooms.ts";

const { rooms: words } = panelWords;

interface AddRoomState {
  /** Undefined until somebody has begun to. */
  isAdding: boolean | undefined;
  complaint: string | undefined;
}

/** The way to a room that is not in the list, by its name or by a link. */
export class AddRoom extends Component<{ rooms: Rooms }, AddRoomState> {
  readonly #enter = (event: SubmitEvent): void => {
    const { place = "" } = fieldsOf(event);
    const isPrivate = event.submitter?.id === "private";
    const found = isPrivate ? { room: privateRoom(), fragment: "" } : readPlace(place, location.origin);
    if ("complaint" in found) {
      this.setState({ complaint: found.complaint });
      return;
    }
    this.#close();
    passes.take(found.fragment);
    setInvited(found.room);
    this.props.rooms.go({ room: found.room });
  };

  readonly #close = (): void => this.setState({ isAdding: false, complaint: undefined });

  render() {
    const { isAdding, complaint } = this.state;
    if (!isAdding) {
      return (
        <button
          type="button"
          class="quiet"
          ref={isAdding === false ? takeFocus : null}
          onClick={() => this.setState({ isAdding: true })}
        >
          {words.add}
        </button>
      );
    }
    return (
      <form
        onSubmit={this.#enter}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          this.#close();
        }}
      >
        <Field name="place" label={words.placeLabel} error={complaint} focus />
        <button type="submit" class="primary">
          {words.go}
        </button>
        <button type="submit" class="quiet" id="private">
          <Icon name="lock" />
          {homeWords.makePrivate}
        </button>
        <button type="button" class="quiet" onClick={this.#close}>
          {pageWords.cancel}
        </button>
      </form>
    );
  }
}
