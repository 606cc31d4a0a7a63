import type { Member } from "../../../src/protocol/event.ts";
import type { Problem } from "../../core/problem.ts";
import type { HelpRows } from "../../core/slash/slash-command.ts";
import type { Submitted } from "../../core/slash/slash-commands.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { focusComposer } from "../compose/focus-composer.ts";
import { pageWords } from "../words/page-words.ts";
import { IgnoredInRoom } from "./ignored.ts";
import { cover } from "./on-back.ts";

export type Panel = "people" | "search" | "invite" | "about" | "ban" | "bans" | "acts" | "tidy";

/** Somebody, here or not. */
type Named = Pick<Member, "uid" | "nick">;

/** Something that the page itself says or asks, above the composer. */
export type Note =
  | { kind: "print" | "complaint"; text: string }
  | { kind: "rows"; rows: HelpRows }
  | { kind: "question"; text: string; secret: boolean; answer(text: string | undefined): void };

/** Where a panel has its place beside the talk. */
export const WIDE = matchMedia("(min-width: 48rem)");

/** What a ui is in: the room's session. */
interface Host {
  readonly room: string;
  readonly over: AbortSignal;
  /** Takes a line as a command; undefined where that can't be done. */
  submit(line: string): Promise<Submitted | undefined>;
}

/** What is open on the page, and what the page itself says and asks. */
export class PageUi {
  panel: Panel | undefined = WIDE.matches ? "people" : undefined;
  /** Somebody has opened a panel: the cursor goes there. */
  opened = false;
  /** Whom the panel `ban` is about. */
  banning: Named | undefined;
  /** Whose messages the panel `tidy` begins with, and which of them is picked. */
  tidying: { author: string; id?: number } | undefined;
  /** The code of `/link` is shown. */
  linking = false;
  note: Note | undefined;
  /** The line of the log whose buttons are shown, and the one that is about to be deleted. */
  active: string | undefined;
  asking: string | undefined;
  readonly redraw: () => void;
  readonly #ignored: IgnoredInRoom;
  readonly #session: Host;

  constructor(session: Host, redraw: () => void) {
    this.#session = session;
    this.redraw = redraw;
    this.#ignored = new IgnoredInRoom(session, redraw);
  }

  get ignored(): Map<string, string> {
    return this.#ignored.nicks;
  }

  /** Shares with this person's other tabs what was changed here. */
  keep(): void {
    this.#ignored.keep();
  }

  open(panel: Panel | undefined): void {
    this.turnTo(panel);
    this.opened = true;
    this.linking = false;
    this.redraw();
    // After the drawing: the talk can't have the focus while a panel covers it.
    if (panel === undefined) requestAnimationFrame(focusComposer);
  }

  /** Comes into the place of another room's: what stands open beside the talk stays so. */
  standIn({ panel }: PageUi): void {
    this.panel = panel === "ban" ? "people" : panel;
    this.opened = false;
  }

  /** Whether a panel, once opened, covers the talk. */
  get isNarrow(): boolean {
    return !WIDE.matches;
  }

  /** Whether a panel covers the talk. */
  get isCovered(): boolean {
    return this.isNarrow && this.panel !== undefined;
  }

  /** The window has become wider or narrower: what is open beside the talk lies over it now, or the other way round. */
  turn(): void {
    if (this.panel !== undefined) cover(this.isNarrow ? () => this.open(undefined) : undefined);
    this.redraw();
  }

  activate(key: string | undefined): void {
    if (key === this.active) return;
    this.active = key;
    this.asking = undefined;
    this.redraw();
  }

  /** Whether to delete a line; undefined: not after all. */
  ask(key: string | undefined): void {
    this.asking = key;
    if (key === undefined) focusComposer();
    this.redraw();
  }

  /** Runs a slash command; tells whether it was done. */
  async run(line: string): Promise<boolean> {
    const submitted = await this.#session.submit(line);
    if (submitted === undefined) this.complain(pageWords.late.missing);
    this.redraw();
    return submitted === "done";
  }

  /** Says why something was not done, if it was not. */
  check(problem: Problem | undefined): void {
    if (problem) this.complain(sayProblem(problem));
  }

  /** Asks how somebody is to be banned. */
  ban({ uid, nick }: Named): void {
    this.banning = { uid, nick };
    this.open("ban");
  }

  dismiss(): void {
    const { note } = this;
    this.note = undefined;
    if (note?.kind === "question") note.answer(undefined);
    focusComposer();
    this.redraw();
  }

  /** Takes away what was said, for somebody goes on; a question stays. */
  settle(): void {
    if (this.note?.kind !== "question") this.note = undefined;
    this.redraw();
  }

  complain(text: string): void {
    this.say({ kind: "complaint", text });
  }

  /** Asks the person something; undefined if they think better of it. */
  question(text: string, secret: boolean): Promise<string | undefined> {
    return new Promise((resolve) => {
      const answer = (given: string | undefined) => {
        resolve(given);
        if (given !== undefined) this.dismiss();
      };
      this.say({ kind: "question", text, secret, answer });
    });
  }

  say(note: Note): void {
    if (this.note?.kind === "question") this.note.answer(undefined);
    this.note = note;
    if (this.isNarrow) this.turnTo(undefined);
    this.redraw();
  }

  /** On a small screen a panel is as good as a page: going back leaves it, and not the room. */
  turnTo(panel: Panel | undefined): void {
    const before = this.panel;
    this.panel = panel;
    if (this.isNarrow && panel !== before) cover(panel && (() => this.open(undefined)));
  }
}
