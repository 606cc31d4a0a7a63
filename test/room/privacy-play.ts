import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import { isDurable } from "../../src/protocol/change.ts";
import type { DurableEvent, RoomEvent } from "../../src/protocol/event.ts";
import { type Peer, RoomWorld } from "../support/room/room-world.ts";
import { uidOf } from "../support/token-of.ts";
import { Chronicle, type Entry, maySee, type Said } from "./chronicle.ts";

export const PEOPLE = ["ana", "bob", "cat", "dan"] as const;
export const NICKS = ["ana", "bob", "cat", "dan", "eve"] as const;
export const CLIENTS = ["one", "two"] as const;

type Name = (typeof PEOPLE)[number];

/** Whom a private message is for: somebody's `uid`, or whoever has a nickname. */
export type To = string | undefined;

interface By {
  readonly who: Name;
  readonly client: string;
}

/** What somebody does. Ids may be of anything, or of nothing. */
export type Action =
  | ({ readonly do: "join"; readonly nick: string; readonly after: number | undefined } & By)
  | ({ readonly do: "leave" | "lose" } & By)
  | ({ readonly do: "rename"; readonly nick: string } & By)
  | ({ readonly do: "say"; readonly to: To; readonly re: number | undefined } & By)
  | ({ readonly do: "edit" | "delete"; readonly id: number } & By)
  | ({ readonly do: "react"; readonly id: number; readonly emoji: string; readonly on: boolean } & By)
  | { readonly do: "post"; readonly who: Name; readonly nick: string; readonly to: To }
  | { readonly do: "wait" | "crash" };

/** A socket, and what it ought to have been told since it joined. */
interface Listener {
  readonly uid: string;
  readonly peer: Peer;
  readonly expected: object[];
  readonly told: RoomEvent[];
}

/** Plays a history in a room and in a {@link Chronicle} at once, and compares what everybody sees. */
export class Play {
  readonly #world: RoomWorld;
  readonly #chronicle: Chronicle;
  /** Nicknames of those here or held, by `uid`. */
  readonly #nicks = new Map<string, string>();
  /** Open sockets, by name and client. */
  readonly #listeners = new Map<string, Listener>();
  readonly #texts = new Map<string, Said>();
  #owner: string | undefined;

  constructor(keep: number) {
    const settings = { historyMessages: keep, burst: 1_000_000, perSecond: 1_000_000 };
    this.#world = new RoomWorld(settings);
    this.#chronicle = new Chronicle(keep);
  }

  act(action: Action): void {
    switch (action.do) {
      case "join":
        this.#join(action);
        break;
      case "leave":
        this.#leave(action);
        break;
      case "lose":
        this.#end(action, (peer) => peer.lose());
        break;
      case "rename":
        this.#rename(action);
        break;
      case "say":
        this.#say(action);
        break;
      case "edit":
      case "delete":
        this.#change(action);
        break;
      case "react":
        this.#react(action);
        break;
      case "post":
        this.#post(action);
        break;
      case "wait":
        this.#world.pass(31_000);
        for (const uid of this.#nicks.keys()) if (!this.#isHere(uid)) this.#nicks.delete(uid);
        break;
      case "crash":
        for (const key of this.#listeners.keys()) this.#check(key);
        this.#listeners.clear();
        this.#world.crash();
        break;
      default:
        action satisfies never;
    }
  }

  /** Compares all that everybody can get at. `after` is where a replay begins. */
  checkViews(after: number): void {
    for (const key of this.#listeners.keys()) this.#check(key);
    for (const name of PEOPLE) {
      const uid = uidOf(name);
      this.#join({ do: "join", who: name, client: "check", nick: `check-${name}`, after });
      const { peer } = this.#listeners.get(`${name} check`) ?? {};
      if (!peer) throw new Error(`${name} can't come in to look.`);
      same(
        walk((id) => peer.history({ after: id, limit: 7 })),
        this.#chronicle.all(uid),
      );
      same(
        walkBack((id) => peer.history({ before: id, limit: 7 })),
        this.#chronicle.messages(uid),
      );
      same(
        walkBack((id) => {
          const found = peer.search("TEXT «", { before: id, limit: 7 });
          return { events: found.events.reverse(), more: found.more };
        }),
        this.#chronicle.messages(uid).filter((message) => "text" in message),
      );
    }
    // By plain HTTP everybody is a stranger, whoever calls.
    for (const call of [{ name: PEOPLE[after % PEOPLE.length] ?? "ana" }, {}]) {
      const read = (range: object) => {
        const page = this.#world.readMessages({ limit: 7, ...range }, call);
        if ("refused" in page) throw new Error(page.message);
        return page;
      };
      same(
        walk((id) => read({ after: id })),
        this.#chronicle.all(""),
      );
      same(
        walkBack((id) => read({ before: id })),
        this.#chronicle.messages(""),
      );
    }
    for (const key of this.#listeners.keys()) this.#check(key);
  }

  #join({ who, client, nick, after }: Extract<Action, { do: "join" }>): void {
    const uid = uidOf(who);
    const key = `${who} ${client}`;
    this.#check(key);
    const own = this.#nicks.get(uid);
    const peer = this.#world.enter(who, { client, nick, ...(after !== undefined && { after }) });
    const [first, ...more] = peer.take();
    same(more, []);
    if (own === undefined && this.#uidNamed(nick) !== undefined) {
      expect(first).toMatchObject({ type: "error", code: "nick_taken" });
      return;
    }
    if (first?.type !== "welcome") throw new Error(`${who} got ${JSON.stringify(first)}.`);
    this.#owner ??= uid;
    this.#nicks.set(uid, own ?? nick);
    same(first.members.map((member) => [member.uid, member.nick]).sort(), [...this.#nicks].sort());
    const { cursor } = this.#chronicle;
    const replay =
      after === undefined || after > cursor
        ? this.#chronicle.messages(uid).slice(-50)
        : this.#chronicle.all(uid).filter((event) => "id" in event && Number(event.id) > after);
    same(first.events.map(timeless), replay);
    this.#listeners.set(key, { uid, peer, expected: [], told: [] });
  }

  #leave(by: By): void {
    const uid = uidOf(by.who);
    if (this.#end(by, (peer) => peer.send({ type: "leave" })) && !this.#isHere(uid)) this.#nicks.delete(uid);
  }

  /** Ends a socket, if there is one. */
  #end({ who, client }: By, end: (peer: Peer) => void): boolean {
    const key = `${who} ${client}`;
    const listener = this.#listeners.get(key);
    if (!listener) return false;
    this.#check(key);
    end(listener.peer);
    return this.#listeners.delete(key);
  }

  #rename({ who, client, nick }: Extract<Action, { do: "rename" }>): void {
    const uid = uidOf(who);
    const holder = this.#uidNamed(nick);
    this.#send({ who, client }, { type: "nick", nick });
    if (this.#listeners.has(`${who} ${client}`) && (holder ?? uid) === uid) this.#nicks.set(uid, nick);
  }

  #say({ who, client, to, re }: Extract<Action, { do: "say" }>): void {
    const text = this.#newText();
    const fields = { ...(to !== undefined && { to }), ...(re !== undefined && { re }) };
    const answer = this.#send({ who, client }, (cid) => ({ type: "say", cid, text, ...fields }));
    if (!answer) return;
    const uid = uidOf(who);
    const target = re === undefined ? undefined : this.#chronicle.existing(re, uid);
    const addressee = to === undefined ? undefined : this.#person(to);
    const other = target?.to && (target.uid === uid ? target.to.uid : target.uid);
    const refusal =
      (to !== undefined && !addressee && "no_such_nick") ||
      (re !== undefined && !target && "no_such_message") ||
      (other !== undefined && addressee?.uid !== other && "forbidden");
    if (this.#isRefused(answer, refusal)) return;
    this.#said({ uid, nick: this.#nicks.get(uid) ?? "", to: addressee, re, text });
  }

  #change({ do: type, who, client, id }: Extract<Action, { do: "edit" | "delete" }>): void {
    const text = this.#newText();
    const answer = this.#send({ who, client }, (cid) =>
      type === "edit" ? { type, cid, id, text } : { type, cid, id },
    );
    if (!answer) return;
    const uid = uidOf(who);
    const target = this.#chronicle.existing(id, uid);
    const mayModerate = type === "delete" && uid === this.#owner && !target?.to;
    const refusal = (!target && "no_such_message") || (target?.uid !== uid && !mayModerate && "forbidden");
    if (this.#isRefused(answer, refusal) || !target) return;
    if (type === "edit") {
      Object.assign(target, { text, edited: true });
      this.#texts.set(text, target);
    }
    const change = type === "edit" ? "edited" : "deleted";
    this.#happened({
      ...{ type: change, id: this.#chronicle.cursor + 1, target },
      ...{ by: this.#nicks.get(uid) ?? "", byUid: uid },
    });
  }

  #react({ who, client, id, emoji, on }: Extract<Action, { do: "react" }>): void {
    const answer = this.#send({ who, client }, (cid) => ({ type: "react", cid, id, emoji, on }));
    if (!answer) return;
    const uid = uidOf(who);
    const target = this.#chronicle.existing(id, uid);
    if (this.#isRefused(answer, !target && "no_such_message") || !target) return;
    this.#happened({
      ...{ type: "reacted", id: this.#chronicle.cursor + 1, target, emoji, on },
      ...{ by: this.#nicks.get(uid) ?? "", byUid: uid },
    });
  }

  #post({ who, nick, to }: Extract<Action, { do: "post" }>): void {
    const uid = uidOf(who);
    const text = this.#newText();
    const posted = this.#world.post({ name: who }, { nick, text, ...(to !== undefined && { to }) });
    const own = this.#nicks.get(uid);
    const addressee = to === undefined ? undefined : this.#person(to);
    const refusal =
      (own === undefined && this.#uidNamed(nick) !== undefined && "nick_taken") ||
      (to !== undefined && !addressee && "no_such_nick");
    if (refusal) expect(posted).toMatchObject({ refused: refusal });
    else this.#said({ uid, nick: own ?? nick, to: addressee, re: undefined, text });
  }

  /** Sends a command, if that client is here, and gives back what answers it. */
  #send(by: By, command: Parameters<Peer["send"]>[0] | ((cid: number) => Parameters<Peer["send"]>[0])) {
    const listener = this.#listeners.get(`${by.who} ${by.client}`);
    if (!listener) return undefined;
    listener.told.push(...listener.peer.take());
    const answer = listener.peer.send(
      typeof command === "function" ? command(listener.peer.nextCid) : command,
    );
    listener.told.push(...answer);
    return answer;
  }

  #isRefused([first]: readonly RoomEvent[], refusal: string | false | undefined): boolean {
    if (refusal) expect(first).toMatchObject({ type: "error", code: refusal });
    else expect(first).toMatchObject({ type: "stored", id: this.#chronicle.cursor + 1 });
    return Boolean(refusal);
  }

  #said(fields: Pick<Said, "uid" | "nick" | "to" | "re"> & { text: string }): void {
    const said: Said = { type: "message", id: this.#chronicle.cursor + 1, edited: false, ...fields };
    this.#texts.set(fields.text, said);
    this.#happened(said);
  }

  #happened(entry: Entry): void {
    this.#chronicle.add(entry);
    for (const { uid, expected } of this.#listeners.values())
      if (maySee(entry, uid)) expected.push(this.#chronicle.shown(entry, uid));
  }

  /** Whether a socket was told just what it ought to have been, and no text of others in any other way. */
  #check(key: string): void {
    const listener = this.#listeners.get(key);
    if (!listener) return;
    const { uid, peer, expected, told } = listener;
    told.push(...peer.take());
    same(told.filter((event) => isDurable(event)).map(timeless), expected);
    for (const [text] of JSON.stringify(told).matchAll(/text «\d+»/g)) {
      const said = this.#texts.get(text);
      if (!said || !maySee(said, uid)) throw new Error(`${uid} was told ${text}.`);
    }
  }

  #newText(): string {
    return `text «${this.#texts.size + 1}»`;
  }

  #isHere(uid: string): boolean {
    return [...this.#listeners.values()].some((listener) => listener.uid === uid);
  }

  #uidNamed(nick: string): string | undefined {
    return [...this.#nicks].find(([, each]) => each === nick)?.[0];
  }

  #person(to: string): { nick: string; uid: string } | undefined {
    const uid = this.#nicks.has(to) ? to : this.#uidNamed(to);
    const nick = uid === undefined ? undefined : this.#nicks.get(uid);
    return uid === undefined || nick === undefined ? undefined : { nick, uid };
  }
}

function timeless({ at: _, ...event }: DurableEvent): object {
  return event;
}

interface Page {
  readonly events: readonly DurableEvent[];
  readonly more: boolean;
}

/** All pages from the oldest on. */
function walk(read: (after: number) => Page): object[] {
  const events: DurableEvent[] = [];
  for (let more = true; more; ) {
    const page = read(events.at(-1)?.id ?? 0);
    events.push(...page.events);
    more = page.more;
  }
  return events.map(timeless);
}

/** All pages from the newest on, put together oldest first. */
function walkBack(read: (before: number) => Page): object[] {
  const events: DurableEvent[] = [];
  for (let more = true; more; ) {
    const page = read(events[0]?.id ?? Number.MAX_SAFE_INTEGER);
    events.unshift(...page.events);
    more = page.more;
  }
  return events.map(timeless);
}

/** As `toEqual`, which is too slow to be asked so often. */
function same(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}
