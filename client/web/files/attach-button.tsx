import { Component, createRef } from "preact";
import { IconButton } from "../parts/icon-button.tsx";
import type { InRoom } from "../session/in-room.ts";
import { panelWords } from "../words/panel-words.ts";
import { attach, canAttach } from "./attach.ts";

const { files: words } = panelWords;

/** The way to files, and on a phone to its camera. */
export class AttachButton extends Component<InRoom> {
  readonly #files = createRef<HTMLInputElement>();
  readonly #camera = createRef<HTMLInputElement>();
  readonly #ways = createRef<HTMLDivElement>();

  /** Who has a finger has a camera, most of the time. */
  #choose(button: HTMLElement): void {
    const ways = this.#ways.current;
    if (!ways || !matchMedia("(pointer: coarse)").matches) {
      this.#files.current?.click();
      return;
    }
    ways.style.setProperty("--above", `${innerHeight - button.getBoundingClientRect().top}px`);
    ways.showPopover();
  }

  #pick(input: HTMLInputElement): void {
    const files = [...(input.files ?? [])];
    // The same may be chosen once more.
    input.value = "";
    if (files.length > 0) void attach(this.props.session, files);
  }

  #from(input: HTMLInputElement | null): void {
    this.#ways.current?.hidePopover();
    input?.click();
  }

  render({ session }: InRoom) {
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
        <div popover="auto" class="attach-ways" ref={this.#ways}>
          <button type="button" onClick={() => this.#from(this.#camera.current)}>
            {words.takePhoto}
          </button>
          <button type="button" onClick={() => this.#from(this.#files.current)}>
            {words.choose}
          </button>
        </div>
        <IconButton
          icon="attach"
          label={words.attach}
          onClick={({ currentTarget }) => this.#choose(currentTarget)}
        />
      </>
    );
  }
}
