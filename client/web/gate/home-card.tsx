import { Component } from "preact";
import { LIMITS } from "../../../src/protocol/limits.ts";
import { roomName } from "../../../src/protocol/room-name.ts";
import { Field } from "../parts/field.tsx";
import { fieldsOf } from "../parts/fields-of.ts";
import { Icon } from "../parts/icon.tsx";
import { WaysIn } from "../parts/ways-in.tsx";
import { listedRooms } from "../rooms/kept-rooms.ts";
import { lastNick, setInvited, setLastNick } from "../session/remembered.ts";
import { homeWords } from "../words/home-words.ts";
import { pageWords } from "../words/page-words.ts";
import { Gate } from "./gate.tsx";
import { privateRoom } from "./private-room.ts";

interface HomeCardProps {
  /** What is wrong with the address that was asked for. */
  wrong?: "badRoom" | "notFound" | undefined;
}

/** The first page: who, and where to. */
export class HomeCard extends Component<HomeCardProps, { isRefused: boolean }> {
  readonly #enter = (event: SubmitEvent): void => {
    const isPrivate = event.submitter?.id === "private";
    const { nick = "", room = "" } = fieldsOf(event);
    const name = isPrivate ? privateRoom() : roomName(room);
    if (name === undefined) {
      this.setState({ isRefused: true });
      return;
    }
    setLastNick(nick);
    setInvited(name);
    location.assign(`/${name}`);
  };

  render({ wrong }: HomeCardProps) {
    const rooms = listedRooms();
    const error = this.state.isRefused ? homeWords.badRoom : wrong && homeWords[wrong];
    return (
      <Gate>
        <h1>{homeWords.title}</h1>
        <p class="lead">{homeWords.lead}</p>
        {rooms.length > 0 && (
          <nav class="own-rooms" aria-label={homeWords.yours}>
            {rooms.map((room) => (
              <a class="quiet" key={room} href={`/${room}`}>
                <bdi>{room}</bdi>
              </a>
            ))}
          </nav>
        )}
        <form onSubmit={this.#enter}>
          <Field
            name="nick"
            label={pageWords.yourNickname}
            initial={lastNick()}
            required
            most={LIMITS.nickBytes}
          />
          <Field name="room" label={homeWords.room} initial="lobby" error={error} most={32} />
          <button type="submit" class="primary">
            {pageWords.join}
          </button>
          <button type="submit" class="quiet" id="private">
            <Icon name="lock" />
            {homeWords.makePrivate}
          </button>
          <p class="hint">{homeWords.privateHint}</p>
        </form>
        <WaysIn room="lobby" />
      </Gate>
    );
  }
}
