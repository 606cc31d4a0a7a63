import { Component, createRef } from "preact";
import { IconButton } from "../parts/icon-button.tsx";
import type { InRoom } from "../session/in-room.ts";
import { panelWords } from "../words/panel-words.ts";
import { attach, canAttach } from "./attach.ts";

const { files: words } = panelWords;

/** The way to files, and on a phone to its camera. */
export class AttachButton extends Component<InRoom, { isAsking: boolean }> {
  override state = { isAsking: false };
  readonly #files = createRef<HTMLInputElement>();
  readonly #camera = createRef<HTMLInputElement>();

  readonly #choose = (): void => {
    // Who has a finger has a camera, most of the time.
    if (matchMedia("(pointer: coarse)").matches) this.setState({ isAsking: !this.state.isAsking });
    else this.#files.current?.click();
  };

  #pick(input: HTMLInputElement): void {
    const files = [...(input.files ?? [])];
    // The same may be chosen once more.
    input.value = "";
    this.setState({ isAsking: false });
    if (files.length > 0) void attach(this.props.session, files);
  }

  render({ session }: InRoom, { isAsking }: { isAsking: boolean }) {
    if (!canAttach(session)) return null;
    const input = { type: "file", hidden: true, tabIndex: -1 } as const;
    return (
      <>
        <input
          {...input}
          multiple
          ref={this.#files}
          aria-label={words.choose}
          onChange={({ currentTarget }) => this.#pick(currentTarget)}
        />
        <input
          {...input}
          accept="image/*"
          capture="environment"
          ref={this.#camera}
          aria-label={words.takePhoto}
          onChange={({ currentTarget }) => this.#pick(currentTarget)}
        />
        {isAsking && (
          <div class="attach-ways">
            <button type="button" onClick={() => this.#camera.current?.click()}>
              {words.takePhoto}
            </button>
            <button type="button" onClick={() => this.#files.current?.click()}>
              {words.choose}
            </button>
          </div>
        )}
        <IconButton icon="attach" label={words.attach} onClick={this.#choose} />
      </>
    );
  }
}
