import { LIMITS } from "../../../src/protocol/limits.ts";
import { checkDraft } from "../../core/sending/check.ts";
import { focusComposer } from "../compose/focus-composer.ts";
import { routeOf } from "../model/route.ts";
import { draftOf, sent, textOf } from "../model/writing.ts";
import type { RoomSession } from "../session/room-session.ts";
import { pageWords } from "../words/page-words.ts";
import { panelWords } from "../words/panel-words.ts";
import { onceReady, preparingIn } from "./attach.ts";
import { attachedIn, putAttached } from "./attached.ts";
import { MOST_JOBS } from "./kept-jobs.ts";
import { sendingFiles } from "./of-session.ts";

/** Whether what stands in the field may be sent though it has no text. */
export function mayBeEmpty({ desk, feed }: RoomSession): boolean {
  const { edit } = desk.composer;
  if (edit) return (feed.log.messageOf(edit.id)?.files?.length ?? 0) > 0;
  return attachedIn(desk.composer).length > 0;
}

/** Sends what stands in the field with what is attached to it; tells whether there is anything of that. */
export function sendFiles(session: RoomSession): boolean {
  const { desk, chat, ui } = session;
  const { edit, to } = desk.composer;
  const text = textOf(desk.composer).trim();
  if (edit) {
    if (text !== "" || !mayBeEmpty(session)) return false;
    desk.done(chat.edit(edit.id, ""));
    return true;
  }
  const files = attachedIn(desk.composer);
  if (preparingIn(session) > 0) {
    // Unless somebody writes something else meanwhile.
    const isSame = () => textOf(desk.composer).trim() === text && desk.composer.to === to;
    onceReady(session, () => isSame() && sendFiles(session));
    return true;
  }
  if (files.length === 0) return false;
  const { re } = draftOf(desk.composer);
  const route = routeOf(text, to !== undefined || re !== undefined);
  if (route.kind === "command") {
    // What is attached waits for the next that is said.
    desk.submit();
    desk.set(putAttached(desk.composer, to, () => files));
  } else if (route.kind === "refused") ui.complain(route.why);
  else if (!desk.isHeard) ui.complain(pageWords.composer.absent(to?.nick ?? ""));
  else if (sendingFiles(session).waiting.length >= MOST_JOBS) ui.complain(panelWords.files.tooManyWait);
  else {
    const { kind: _, ...words } = route;
    const saying = { ...words, ...(re !== undefined && { re }), ...(to && { to: to.uid }) };
    const problem = text === "" ? undefined : checkDraft({ type: "say", ...saying }, LIMITS);
    ui.settle();
    ui.check(problem);
    if (problem) return true;
    sendingFiles(session).add({ key: files[0]?.key ?? "", saying, files });
    desk.set(sent(desk.composer));
    session.feed.jump();
    focusComposer();
  }
  return true;
}
