import { isAtLeast } from "../../../src/protocol/role.ts";
import { linkCode } from "../../core/link.ts";
import { CopyLine } from "../parts/copy-line.tsx";
import { intoSight } from "../parts/into-sight.ts";
import { WaysIn } from "../parts/ways-in.tsx";
import type { InRoom } from "../session/in-room.ts";
import { leaveRoom } from "../told/pushing.ts";
import { panelWords } from "../words/panel-words.ts";
import { type Action, Actions } from "./actions.tsx";
import { askFor } from "./asking.ts";
import { LooksChoice } from "./looks-choice.tsx";
import { TellingChoice } from "./telling-choice.tsx";

const { about } = panelWords;

/** How to bring others and oneself here, and, for who may, how the room is kept. */
export function AboutPanel({ session }: InRoom) {
  const { room, chat, ui, token } = session;
  const { you, locked, topic } = chat.room;
  const role = you?.role ?? "member";
  const list: Action[] = [
    [about.setTopic, () => askFor(session, about.whatTopic, "/topic")],
    topic !== "" && [about.clearTopic, () => ui.check(chat.topic(""))],
    [about.slow, () => askFor(session, about.howSlow, "/slow")],
  ];
  const order: Action[] = [
    [about.tidy, () => ui.open("tidy")],
    [about.bans, () => ui.open("bans")],
    [about.acts, () => ui.open("acts")],
  ];
  if (role === "owner") list.push([locked ? about.changeLock : about.lock, () => ui.run("/lock")]);
  if (role === "owner" && locked) list.push([about.unlock, () => ui.run("/unlock")]);
  return (
    <div class="panel-body">
      {isAtLeast(role, "mod") && (
        <section>
          <h3>{about.yours}</h3>
          <Actions list={list} />
          <h3>{about.order}</h3>
          <Actions list={order} />
        </section>
      )}
      <LooksChoice />
      <TellingChoice session={session} />
      <section>
        <details open={ui.linking} ref={ui.linking ? intoSight : null}>
          <summary>{about.otherDevice}</summary>
          <CopyLine text={linkCode(token)} label={about.copyCode} />
          <p class="hint">{about.codeHint}</p>
        </details>
        <button type="button" class="quiet" onClick={() => void leaveRoom(session)}>
          {about.leave}
        </button>
      </section>
      <WaysIn room={room} />
    </div>
  );
}
