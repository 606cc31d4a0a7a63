import { isAtLeast } from "../../../src/protocol/role.ts";
import { linkCode } from "../../core/link.ts";
import { CopyLine } from "../parts/copy-line.tsx";
import { Invitation } from "../parts/invitation.tsx";
import type { InRoom } from "../session/in-room.ts";
import { type Action, Actions } from "./actions.tsx";
import { NotificationSwitch } from "./notification-switch.tsx";

/** How to bring others and oneself here, and, for who may, how the room is kept. */
export function AboutPanel({ session }: InRoom) {
  const { room, chat, ui, token } = session;
  const { you, locked } = chat.room;
  const role = you?.role ?? "member";
  const list: Action[] = [
    ["Set the topic…", () => ui.askFor("What is this room about?", "/topic")],
    ["Slow mode…", () => ui.askFor("Seconds between two messages of a member; 0 for none", "/slow")],
    ["Who is banned?", () => ui.run("/bans")],
  ];
  if (role === "owner") list.push([locked ? "Change the passphrase…" : "Lock…", () => ui.run("/lock")]);
  if (role === "owner" && locked) list.push(["Unlock", () => ui.run("/unlock")]);
  return (
    <div class="panel-body">
      {isAtLeast(role, "mod") && (
        <section>
          <h3>You look after this room</h3>
          <Actions list={list} />
        </section>
      )}
      <Invitation room={room} link />
      <section>
        <NotificationSwitch session={session} />
        <details open={ui.linking}>
          <summary>Be here from another device</summary>
          <CopyLine text={linkCode(token)} label="Copy the code" />
          <p class="hint">
            There, choose “I'm already here as…” or type /link enter. Whoever has this code is you.
          </p>
        </details>
        <button type="button" class="quiet" onClick={() => ui.quit()}>
          Leave the room
        </button>
      </section>
    </div>
  );
}
