import { LIMITS } from "../../../src/protocol/limits.ts";
import { roomName } from "../../../src/protocol/room-name.ts";
import { Field } from "../parts/field.tsx";
import { fieldsOf } from "../parts/fields-of.ts";
import { Icon } from "../parts/icon.tsx";
import { WaysIn } from "../parts/ways-in.tsx";
import { lastNick, setInvited, setLastNick } from "../session/remembered.ts";
import { pageWords } from "../words/page-words.ts";
import { Gate } from "./gate.tsx";
import { privateRoom } from "./private-room.ts";

const { home } = pageWords;

interface HomeCardProps {
  /** What is wrong with the room that was asked for. */
  error?: string | undefined;
  refuse(): void;
}

/** The first page: who, and where to. */
export function HomeCard({ error, refuse }: HomeCardProps) {
  const enter = (event: SubmitEvent) => {
    const isPrivate = event.submitter?.id === "private";
    const { nick = "", room = "" } = fieldsOf(event);
    const name = isPrivate ? privateRoom() : roomName(room);
    if (name === undefined) {
      refuse();
      return;
    }
    setLastNick(nick);
    setInvited(name);
    location.assign(`/${name}`);
  };
  return (
    <Gate>
      <h1>{home.title}</h1>
      <p class="lead">{home.lead}</p>
      <form onSubmit={enter}>
        <Field
          name="nick"
          label={pageWords.yourNickname}
          initial={lastNick()}
          required
          most={LIMITS.nickBytes}
        />
        <Field name="room" label={home.room} initial="lobby" error={error} most={32} />
        <button type="submit" class="primary">
          {pageWords.join}
        </button>
        <button type="submit" class="quiet" id="private">
          <Icon name="lock" />
          {home.makePrivate}
        </button>
        <p class="hint">{home.privateHint}</p>
      </form>
      <WaysIn room="lobby" />
    </Gate>
  );
}
