import { Component } from "preact";
import type { Message } from "../../../src/protocol/event.ts";
import type { InRoom } from "../session/in-room.ts";
import { panelWords } from "../words/panel-words.ts";
import { boxOf } from "./box.ts";
import { isGone } from "./is-gone.ts";
import { openViewer } from "./open-viewer.tsx";
import { altOf, fileAddress, nameOf, type ShownPicture, sourceOf } from "./shared.ts";

const { files: words } = panelWords;

interface ThumbnailProps extends InRoom {
  file: ShownPicture;
  message: Message;
  /** It is the only one of its message, and has a shape of its own. */
  isAlone: boolean;
}

/** How it stands with what could not be shown. */
type Missing = "gone" | "broken" | undefined;

/** A picture in the log, which has its place before it is here; leads to the whole of it. */
export class Thumbnail extends Component<ThumbnailProps, { missing: Missing }> {
  override state: { missing: Missing } = { missing: undefined };

  readonly #fail = async (): Promise<void> => {
    this.setState({ missing: "broken" });
    const { file, session } = this.props;
    if (await isGone(fileAddress(session.room, file))) this.setState({ missing: "gone" });
  };

  render({ file, message, session, isAlone }: ThumbnailProps, { missing }: { missing: Missing }) {
    const { width, height } = isAlone ? boxOf(file) : { width: 4, height: 3 };
    const style = { "--width": width, "--height": height };
    const src = sourceOf(session, file);
    const alt = altOf(message, file);
    if (missing || src === undefined) {
      return (
        <div class="picture missing" style={style}>
          <bdi>{nameOf(file)}</bdi>
          <span class="hint">{words[missing ?? "gone"]}</span>
          {missing === "broken" && (
            <button type="button" onClick={() => this.setState({ missing: undefined })}>
              {words.again}
            </button>
          )}
        </div>
      );
    }
    const shown = (
      <img
        src={src}
        alt={alt}
        width={file.width}
        height={file.height}
        loading="lazy"
        decoding="async"
        onError={() => void this.#fail()}
      />
    );
    // What is on its way is to be seen, and no more.
    if (message.id === 0) {
      return (
        <div class="picture" style={style}>
          {shown}
        </div>
      );
    }
    return (
      <button
        type="button"
        class="picture"
        style={style}
        aria-label={words.show(alt)}
        onClick={() => openViewer({ session, message: message.id, file: file.id })}
      >
        {shown}
      </button>
    );
  }
}
