import { safeText } from "../../core/text/safe-text.ts";
import { draftOf } from "../model/composer.ts";
import { IconButton } from "../parts/icon-button.tsx";
import type { InRoom } from "../session/in-room.ts";
import { beginning } from "../text/beginning.ts";

/** What is special about what is being written: an edit, a private message, a reply. */
export function ComposerContext({ session: { desk, feed } }: InRoom) {
  const { to, edit } = desk.composer;
  const { re } = draftOf(desk.composer);
  const replied = re === undefined ? undefined : feed.messageOf(re);
  if (edit) {
    return (
      <div class="context">
        <span>You are editing your message</span>
        <IconButton icon="close" label="Leave it as it was" onClick={() => desk.cancel()} />
      </div>
    );
  }
  return (
    <>
      {to && (
        <div class="context">
          <span>
            Private, to <bdi>{safeText(to.nick)}</bdi>
            {desk.isHeard ? ". Nobody else sees it." : ", who is not here."}
          </span>
          <IconButton icon="close" label="Write to everyone again" onClick={() => desk.address(undefined)} />
        </div>
      )}
      {re !== undefined && (
        <div class="context">
          <span dir="auto">
            Reply to <bdi>{safeText(replied?.nick ?? "a message")}</bdi> {replied && beginning(replied)}
          </span>
          <IconButton icon="close" label="Don't reply" onClick={() => desk.cancel()} />
        </div>
      )}
    </>
  );
}
