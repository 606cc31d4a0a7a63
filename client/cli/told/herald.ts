import type { HowTold } from "../../core/notify/how-told.ts";
import { isPlain } from "../prompt/open-prompt.ts";
import type { Attended } from "../prompt/prompt.ts";
import type { TerminalHost } from "../prompt/terminal.ts";
import type { Said } from "../view/view.ts";
import { cliWords } from "../words/words.ts";
import { noticeOf } from "./call-notice.ts";
import { desktopNotification } from "./desktop.ts";
import { Looking } from "./looking.ts";
import { NotifyCommand } from "./notify-command.ts";
import { Title } from "./title.ts";

export interface HeraldOptions {
  readonly host: TerminalHost;
  /** Whether what is told aloud rings. */
  rings(): boolean;
  /** A program that is told; `true` for the terminal's own notifications. */
  readonly notify: boolean | readonly string[];
  complain(sentence: string): void;
}

/** In which room something was said, and how it is told. */
export interface ToldIn {
  readonly name: string;
  readonly isFront: boolean;
  readonly how: Exclude<HowTold, "not">;
}

/** Where somebody who sits at the terminal looks, and how they are told what they don't see. */
export class Herald {
  readonly #options: HeraldOptions;
  readonly #looking = new Looking();
  readonly #title: Title;
  readonly #command: NotifyCommand | undefined;
  readonly #isPlain: boolean;
  /** Of what was told of the room in front, since somebody was surely there. */
  #missed = 0;
  #room = "";
  #elsewhere = 0;

  constructor(options: HeraldOptions) {
    const { host, notify, complain } = options;
    this.#options = options;
    this.#title = new Title(host);
    this.#isPlain = isPlain(host);
    if (typeof notify !== "boolean") {
      this.#command = new NotifyCommand({ command: notify, env: host.env, complain });
    }
  }

  /** Whether somebody surely looks at the terminal. */
  get isLooking(): boolean {
    return this.#looking.isSure;
  }

  attended(by: Attended): void {
    this.#looking.attended(by);
    if (by === "blur" || this.#missed === 0) return;
    this.#missed = 0;
    this.#showTitle();
  }

  /** The bell rings whoever looks: it did so before anything else did. What is told silently is counted alone. */
  tell(said: Said, { name, isFront, how }: ToldIn): void {
    const { host, rings, notify } = this.#options;
    if (how === "aloud" && rings() && !this.#isPlain) host.stdout.write("\x07");
    if (isFront && this.#looking.isSure) return;
    if (isFront) this.#missed++;
    this.#showTitle();
    if (how === "silently") return;
    const notice = noticeOf(said, name);
    if (this.#command !== undefined) void this.#command.tell(notice);
    else if (notify && !this.#isPlain) {
      const sequences = desktopNotification(notice, host.env);
      if (sequences !== "") host.stdout.write(sequences);
    }
  }

  /** `told`: how many messages the reader is told of, in rooms that are not in front. */
  show({ room, told }: { room: string; told: number }): void {
    this.#room = room;
    this.#elsewhere = told;
    this.#showTitle();
  }

  close(): void {
    this.#title.close();
    this.#command?.close();
  }

  #showTitle(): void {
    const { told } = cliWords();
    this.#title.show(told.title({ room: this.#room, count: this.#elsewhere + this.#missed }));
  }
}
