import type { Message } from "../../../src/protocol/event.ts";
import type { Chat } from "../../core/chat.ts";
import { isProblem, type Problem } from "../../core/problem.ts";
import type { Entry } from "../../core/sending/entry.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { focusComposer } from "../compose/focus-composer.ts";
import { routeOf } from "../model/route.ts";
import {
  type Addressee,
  address,
  cancel,
  draftOf,
  editMessage,
  put,
  replyTo,
  sent,
  textOf,
  type Writing,
  write,
} from "../model/writing.ts";
import { pageWords } from "../words/page-words.ts";
import type { Failed } from "./kept.ts";

export interface WritingDeskOptions {
  chat: Chat;
  composer: Writing;
  failed: readonly Failed[];
  /** Takes a command; tells whether it was done. */
  runLine(line: string): Promise<boolean>;
  complain(text: string): void;
  /** What the page has said is over: somebody goes on. */
  settle(): void;
  /** They have turned to somebody else than whom alone they could write to. */
  turnedAway(): void;
  changed(): void;
}

/** Where a person writes: the composer, and what came back. */
export class WritingDesk {
  composer: Writing;
  failed: readonly Failed[];
  readonly #options: WritingDeskOptions;
  /** Whom alone one writes to here, and what one was about before. */
  #only: { to: Addressee; before: Pick<Writing, "to" | "edit"> } | undefined;

  constructor(options: WritingDeskOptions) {
    this.composer = options.composer;
    this.failed = options.failed;
    this.#options = options;
  }

  write(text: string): void {
    this.set(write(this.composer, text));
    if (text !== "" && !text.startsWith("/") && this.composer.to === undefined) this.#options.chat.typing();
  }

  /** Writes to one person, until somebody turns to another or to everyone; undefined: as before. */
  confine(to: Addressee | undefined): void {
    if (to === undefined && this.#only === undefined) return;
    const { to: other, edit } = this.composer;
    const { before } = this.#only ?? { before: { to: other?.uid === to?.uid ? undefined : other, edit } };
    this.#only = to && { to, before };
    const turned = address(this.composer, to ?? before.to);
    this.composer = to ? turned : { ...turned, edit: before.edit };
  }

  address(to: Addressee | undefined): void {
    this.set(address(this.composer, to));
    focusComposer();
  }

  reply(message: Message): void {
    this.set(replyTo(this.composer, message, this.#options.chat.room.you?.uid ?? ""));
    focusComposer();
  }

  edit(message: Message): void {
    this.set(editMessage(this.composer, message));
    focusComposer();
  }

  cancel(): void {
    this.set(cancel(this.composer));
    focusComposer();
  }

  /** Calls somebody by name, behind what everyone is already being told. */
  mention(nick: string): void {
    const turned = address(this.composer, undefined);
    this.set(write(turned, `${textOf(turned)}@${nick} `));
    focusComposer();
  }

  /** Whether whom it is written to is here. */
  get isHeard(): boolean {
    const { to } = this.composer;
    return to === undefined || this.#member(to.uid) !== undefined;
  }

  /** Sends what stands in the field. What could not be sent stays there. */
  submit(): void {
    const { chat, complain, runLine, settle } = this.#options;
    const text = textOf(this.composer).trim();
    const { edit, to } = this.composer;
    const { attached, ...draft } = draftOf(this.composer);
    const route = routeOf(text, to !== undefined || draft.re !== undefined);
    focusComposer();
    if (text === "") return;
    settle();
    if (edit) this.done(chat.edit(edit.id, text));
    else if (route.kind === "refused") complain(route.why);
    else if (route.kind === "command") {
      // The field is emptied first: a command may ask something.
      this.set(sent(this.composer));
      void runLine(text).then((done) => done || this.#giveBack(text));
    } else if (attached) {
      // Who sends that could not be loaded, and it must not go without.
      complain(pageWords.late.missing);
    } else if (!this.isHeard) complain(pageWords.composer.absent(to?.nick ?? ""));
    else {
      const { kind: _, ...words } = route;
      this.done(chat.say({ ...draft, ...words, ...(to && { to: to.uid }) }));
    }
  }

  fail(entry: Entry, problem: Problem): void {
    this.failed = [...this.failed, { entry, why: sayProblem(problem) }];
  }

  /** Takes back what waits, unless it is on its way. */
  drop(key: number): void {
    this.#options.chat.drop(key);
    this.#options.changed();
  }

  /** Says again what was refused. */
  retry(failed: Failed): void {
    const { draft } = failed.entry;
    if (draft.type !== "say") return;
    const { type: _, ...saying } = draft;
    const result = this.#options.chat.say(saying);
    if (isProblem(result)) this.#options.complain(sayProblem(result));
    else this.discard(failed);
  }

  /** Takes what was refused back into the field, to be said in another way. */
  revise(failed: Failed): void {
    const { draft } = failed.entry;
    if (draft.type === "edit") this.set({ ...this.composer, edit: draft });
    if (draft.type === "say") {
      const { type: _, to: uid, text, re: __, me, ...rest } = draft;
      const to = uid === undefined ? undefined : (this.#member(uid) ?? { uid, nick: uid });
      // As it was typed; and no reply, for what was begun may be one to something else.
      const typed = `${me ? "/me " : text.startsWith("/") ? "/" : ""}${text}`;
      const turned = cancel(address(this.composer, to));
      this.set(put(turned, { ...draftOf(turned), ...rest, text: [typed, textOf(turned)].join("\n").trim() }));
    }
    this.discard(failed);
    focusComposer();
  }

  discard(failed: Failed): void {
    this.failed = this.failed.filter((each) => each !== failed);
    this.#options.changed();
  }

  /** What was not done stands in the field again, above what was begun meanwhile. */
  #giveBack(text: string): void {
    this.set(write(this.composer, [text, textOf(this.composer)].join("\n").trim()));
  }

  #member(wanted: string) {
    return this.#options.chat.room.members.find(({ uid }) => uid === wanted);
  }

  /** It is on its way; or the page says why not, and it stays. */
  done(result: Entry | Problem): void {
    if (isProblem(result)) this.#options.complain(sayProblem(result));
    else this.set(sent(this.composer));
  }

  /** Something else stands there now. */
  set(composer: Writing): void {
    this.composer = composer;
    if (this.#only && composer.to?.uid !== this.#only.to.uid) {
      this.#only = undefined;
      this.#options.turnedAway();
    }
    this.#options.changed();
  }
}
