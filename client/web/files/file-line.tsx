import { Component } from "preact";
import type { SharedFile } from "../../../src/protocol/event.ts";
import { Icon } from "../parts/icon.tsx";
import type { InRoom } from "../session/in-room.ts";
import { panelWords } from "../words/panel-words.ts";
import { isGone } from "./is-gone.ts";
import { fileAddress, nameOf, sourceOf } from "./shared.ts";

const { files: words } = panelWords;

/** A file that is not shown: what it is called, how large it is, and the way to it; or that it is gone. */
export class FileLine extends Component<InRoom & { file: SharedFile }, { isGone: boolean }> {
  override state = { isGone: false };

  readonly #look = (): void => {
    const { file, session } = this.props;
    void isGone(fileAddress(session.room, file)).then((gone) => this.setState({ isGone: gone }));
  };

  render({ file, session }: InRoom & { file: SharedFile }, { isGone }: { isGone: boolean }) {
    const name = nameOf(file);
    const size = words.size(file.size);
    const href = isGone ? undefined : sourceOf(session, file);
    const content = (
      <>
        <Icon name="file" />
        <span class="file-name">
          <bdi>{name}</bdi>
        </span>
        <bdi class="hint">{isGone ? words.gone : size}</bdi>
      </>
    );
    if (href === undefined) return <p class="file">{content}</p>;
    return (
      <a
        class="file"
        href={href}
        download={name}
        aria-label={words.download({ name, size })}
        onClick={this.#look}
      >
        {content}
        <Icon name="download" />
      </a>
    );
  }
}
