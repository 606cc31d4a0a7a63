import { Composer } from "../compose/composer.tsx";
import { Log } from "../log/log.tsx";
import { SidePanel } from "../panel/side-panel.tsx";
import type { InRoom } from "../session/in-room.ts";
import { Banner } from "./banner.tsx";
import { RoomHeader } from "./room-header.tsx";
import { statusOf } from "./status.ts";

/** The talk: header, log and composer, and a panel beside them. */
export function RoomTalk({ session }: InRoom) {
  const { ui, talk, isPassing } = session;
  const { isCovered } = ui;
  return (
    <div class={`room ${ui.panel}`}>
      <RoomHeader session={session} inert={isCovered} />
      <main class="talk" inert={isCovered}>
        <Banner session={session} />
        <Log key={talk?.to.uid ?? String(isPassing)} session={session} />
        <Composer session={session} />
      </main>
      <SidePanel session={session} />
      <div role="status" class="unseen">
        {statusOf(session)}
      </div>
    </div>
  );
}
