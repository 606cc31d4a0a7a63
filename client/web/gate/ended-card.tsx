import { CLOSE } from "../../../src/protocol/close-code.ts";
import type { ChatState } from "../../core/chat-event.ts";
import { safeText } from "../../core/text/safe-text.ts";
import type { RoomSession } from "../session/room-session.ts";
import { Gate } from "./gate.tsx";

interface EndedCardProps {
  session: RoomSession;
  state: Extract<ChatState, { state: "stopped" }>;
}

/** Says why the room is closed to this page, and what can be done about it. */
export function EndedCard({ session, state: { code, problem } }: EndedCardProps) {
  const { room, putOut, chat } = session;
  const by = `${putOut?.by ?? "A moderator"} did that${putOut?.reason ? `: “${putOut.reason}”.` : "."}`;
  const endings: Record<number, [title: string, text: string]> = {
    [CLOSE.left]: [`You have left ${room}`, ""],
    [CLOSE.replaced]: ["This room is open elsewhere", "Another window took its place."],
    [CLOSE.kicked]: [`You were kicked from ${room}`, by],
    [CLOSE.banned]: [
      `You are banned from ${room}`,
      `${problem?.message ?? by} Its moderators can let you in again.`,
    ],
    [CLOSE.flooding]: ["That was too much at once", "The room closed the connection."],
  };
  const [title, text] = endings[code] ?? ["The connection was closed", problem?.message ?? ""];
  const goOn = () => (code === CLOSE.replaced ? session.joinBeside() : chat.rejoin());
  return (
    <Gate>
      <div role="alert">
        <h1>{title}</h1>
        <p class="lead" dir="auto">
          {safeText(text)}
        </p>
      </div>
      {code !== CLOSE.banned && (
        <button type="button" class="primary" onClick={goOn}>
          {code === CLOSE.replaced ? "Use it here too" : "Join again"}
        </button>
      )}
      <a class="quiet" href="/">
        Choose another room
      </a>
    </Gate>
  );
}
