import { Icon } from "../parts/icon.tsx";
import { IconButton } from "../parts/icon-button.tsx";
import { isShowable } from "../pictures/size.ts";
import type { InRoom } from "../session/in-room.ts";
import { pageText } from "../text/page-text.ts";
import { panelWords } from "../words/panel-words.ts";
import { detach, preparingIn } from "./attach.ts";
import { type Attached, attachedIn, formOf, putAttached } from "./attached.ts";
import { backToTray } from "./back-to-tray.ts";
import { byteStore } from "./byte-store.ts";
import { DropZone } from "./drop-zone.tsx";

const { files: words } = panelWords;

/** What goes with the message that is being written; and where a drop leads. */
export function Tray({ session }: InRoom) {
  const { desk } = session;
  backToTray(session);
  const files = desk.composer.edit ? [] : attachedIn(desk.composer);
  const preparing = preparingIn(session);
  const pictures = files.filter(isShowable).length;
  return (
    <>
      <DropZone session={session} />
      <span role="status" class="unseen">
        {preparing > 0 ? words.preparing : files.length > 0 && words.count(files.length)}
      </span>
      {(files.length > 0 || preparing > 0) && (
        <section class="tray" aria-label={words.tray}>
          <ul>
            {files.map((file) => (
              <TrayItem key={file.key} file={file} session={session} />
            ))}
            {preparing > 0 && <li class="hint">{words.preparing}</li>}
          </ul>
          {pictures > 0 && <p class="hint">{words.describe(pictures)}</p>}
        </section>
      )}
    </>
  );
}

function TrayItem({ file, session }: InRoom & { file: Attached }) {
  const { desk } = session;
  const { name, size, width = 0, height = 0, key } = formOf(file);
  const isPicture = isShowable({ width, height });
  const src = isPicture ? byteStore.shown(key, session.ui.redraw) : undefined;
  const shown = pageText(name);
  const choose = (asGiven: boolean) =>
    desk.set(
      putAttached(desk.composer, desk.composer.to, (list) =>
        list.map((each) => (each.key === file.key ? { ...each, asGiven } : each)),
      ),
    );
  return (
    <li>
      {src === undefined ? <Icon name="file" /> : <img src={src} alt="" decoding="async" />}
      <div>
        <p class="file-name">
          <bdi>{shown}</bdi>
        </p>
        <p class="hint">
          <bdi>{words.size(size)}</bdi>
          {isPicture && (
            <>
              {" · "}
              <bdi>{words.pixels({ width, height })}</bdi>
            </>
          )}
        </p>
        {file.original && (
          <label class="hint">
            <input
              type="checkbox"
              checked={file.asGiven === true}
              onChange={({ currentTarget }) => choose(currentTarget.checked)}
            />
            {words.original(words.size(file.original.size))}
          </label>
        )}
      </div>
      <IconButton icon="close" label={words.remove(shown)} onClick={() => detach(session, file)} />
    </li>
  );
}
