import { Tray } from "../files/tray.tsx";
import { draftOf } from "../model/writing.ts";
import { IconButton } from "../parts/icon-button.tsx";
import type { InRoom } from "../session/in-room.ts";
import { beginning } from "../text/beginning.ts";
import { pageText } from "../text/page-text.ts";
import { panelWords } from "../words/panel-words.ts";

const { writing: composer, away } = panelWords;

/** What is special about what is being written: an edit, a private message, a reply; and that its writer is away. */
export function ComposerContext({ session }: InRoom) {
  const { desk, feed, chat, ui } = session;
  const { to, edit } = desk.composer;
  const { re } = draftOf(desk.composer);
  const replied = re === undefined ? undefined : feed.log.messageOf(re);
  const where = chat.room.you?.away;
  return (
    <>
      {edit && (
        <div class="context">
          <span>{composer.editing}</span>
          <IconButton icon="close" label={composer.leave} onClick={() => desk.cancel()} />
        </div>
      )}
      {to && !edit && (
        <div class="context">
          <span>
            {(desk.isHeard ? composer.privateTo : composer.privateToAbsent)(<bdi>{pageText(to.nick)}</bdi>)}
          </span>
          <IconButton icon="close" label={composer.toEveryone} onClick={() => desk.address(undefined)} />
        </div>
      )}
      {re !== undefined && !edit && (
        <div class="context">
          <span dir="auto">
            {composer.replyTo(<bdi>{pageText(replied?.nick ?? composer.someMessage)}</bdi>)}{" "}
            {replied && beginning(replied)}
          </span>
          <IconButton icon="close" label={composer.noReply} onClick={() => desk.cancel()} />
        </div>
      )}
      {where !== undefined && (
        <p class="context">
          <span>{away.now(<bdi>{pageText(where)}</bdi>)}</span>
          <button type="button" onClick={() => ui.check(chat.away(null))}>
            {away.back}
          </button>
        </p>
      )}
      <Tray session={session} />
    </>
  );
}
