import { Component } from "preact";
import { pageWords } from "../words/page-words.ts";
import { copyText } from "./copy-text.ts";
import type { IconName } from "./icon.tsx";
import { IconButton } from "./icon-button.tsx";

/** Milliseconds for which it says that it has copied. */
const SHOWN = 3_000;

interface CopyButtonProps {
  text: string;
  /** What it copies. */
  label: string;
  icon?: IconName;
  /** What is done where that is forbidden, if nothing that it is beside is to be selected. */
  onForbidden?: () => void;
}

/** Copies a text, and says so. Where that is forbidden, what it is beside is selected. */
export class CopyButton extends Component<CopyButtonProps, { said: string | undefined }> {
  #timer = 0;

  override componentWillUnmount(): void {
    clearTimeout(this.#timer);
  }

  async #copy(button: HTMLElement): Promise<void> {
    const { text, onForbidden } = this.props;
    const isCopied = await copyText(text);
    if (!isCopied && onForbidden) return onForbidden();
    const shown = button.closest("article, .copy-line")?.querySelector(".text, code");
    if (!isCopied && shown) getSelection()?.selectAllChildren(shown);
    this.setState({ said: isCopied ? pageWords.message.copied : pageWords.message.notCopied });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.setState({ said: undefined }), SHOWN);
  }

  render({ label, icon = "copy" }: CopyButtonProps) {
    const { said } = this.state;
    return (
      <span class="copy">
        <IconButton
          icon={said === pageWords.message.copied ? "check" : icon}
          label={label}
          onClick={({ currentTarget }) => void this.#copy(currentTarget)}
        />
        <span role="status" class={said === undefined ? "unseen" : "said"}>
          {said}
        </span>
      </span>
    );
  }
}
