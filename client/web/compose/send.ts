import type { Message } from "../../../src/protocol/event.ts";
import { emojiNamed, emojis } from "../emoji/emojis.ts";
import { mayBeEmpty, sendFiles } from "../files/send-files.ts";
import { hasCodes, reactionIn, withEmoji } from "../model/shortcodes.ts";
import { draftOf, textOf } from "../model/writing.ts";
import { canReact, reactTo } from "../reactions/react.ts";
import type { RoomSession } from "../session/room-session.ts";
import { panelWords } from "../words/panel-words.ts";

/** Sends what stands in the field, its shortcodes as emoji; or reacts, where it says so. */
export function send(session: RoomSession): void {
  const { composer } = session.desk;
  if (!hasCodes(textOf(composer)) || typeof emojis.part !== "string") {
    sendNow(session);
    return;
  }
  // What has been written anew meanwhile is not what was to be sent.
  void emojis.load().then(() => session.desk.composer === composer && sendNow(session));
}

function sendNow(session: RoomSession): void {
  const { desk } = session;
  const text = textOf(desk.composer);
  const isMore = desk.composer.edit || mayBeEmpty(session);
  const emoji = isMore || !canReact(session) ? undefined : reactionIn(text.trim(), emojiNamed);
  if (emoji !== undefined) {
    react(session, emoji);
    return;
  }
  const written = withEmoji(text, emojiNamed);
  if (written !== text) desk.write(written);
  if (!sendFiles(session)) desk.submit();
}

/** Reacts to what is being replied to, or to the newest message of somebody else; where one writes in private, of what they said in private. */
function react(session: RoomSession, emoji: string): void {
  const { desk, feed, ui } = session;
  const { to } = desk.composer;
  const isMeant = ({ uid, deleted, to: toWhom }: Message) =>
    !deleted && !ui.ignored.has(uid) && (to === undefined || (uid === to.uid && toWhom !== undefined));
  const newest = feed.log.items.findLast(
    (item) => item.kind === "message" && !item.own && isMeant(item.message),
  );
  const target = draftOf(desk.composer).re ?? (newest?.kind === "message" ? newest.message.id : undefined);
  if (target === undefined) ui.complain(panelWords.reactions.nothing);
  else if (reactTo(session, { id: target, emoji, on: true })) {
    desk.write("");
    desk.cancel();
  }
}
