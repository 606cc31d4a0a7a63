import { CLOSE } from "../../../src/protocol/close-code.ts";
import type { DurableEvent, Member, Message } from "../../../src/protocol/event.ts";
import type { Chat } from "../../core/chat.ts";
import type { ChatEvent, ChatEventOf } from "../../core/chat-event.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { cliWords } from "../words/words.ts";
import type { IrcLine } from "./irc-message.ts";
import { modeChange } from "./modes.ts";
import { SERVER } from "./reply.ts";
import { msgidOf, saidLines, timeTag } from "./said-lines.ts";

/** What a channel needs of the client that is in it. */
export interface ChannelClient {
  readonly nick: string;
  has(capability: string): boolean;
  send(line: IrcLine): void;
  sourceOf(person: { readonly nick: string; readonly uid: string }): string;
  batch(): string;
  /** Whether somebody of that nickname is in another of its channels, too. */
  isElsewhere(nick: string, besides: Channel): boolean;
  /** The room has given its person another nickname. */
  renamed(nick: string, channel: Channel): void;
  /** It is in there no more; whether it was until now. */
  gone(channel: Channel): boolean;
}

const PUT_OUT: ReadonlySet<number> = new Set([CLOSE.kicked, CLOSE.banned]);

/** A room, as a client of IRC is in it. */
export class Channel {
  readonly room: string;
  readonly chat: Chat;
  readonly #client: ChannelClient;
  /** Who the client believes to be there. */
  #members = new Map<string, Member>();
  /** What it has said and is not told yet: by which label each is known. */
  readonly #said = new Map<number, string | undefined>();
  /** How often anybody had talked when it was last talked here. */
  talkedAt = 0;

  constructor(room: string, chat: Chat, client: ChannelClient) {
    this.room = room;
    this.chat = chat;
    this.#client = client;
  }

  get name(): string {
    return `#${this.room}`;
  }

  get members(): readonly Member[] {
    return [...this.#members.values()];
  }

  /** Whom a nickname or uid means here. */
  find(who: string): Member | undefined {
    const wanted = who.toLowerCase();
    return this.members.find(({ nick, uid }) => nick.toLowerCase() === wanted || uid === who);
  }

  /** In the room: what the client is told then it is told by its command. */
  enter(): void {
    this.#members = new Map(this.chat.room.members.map((member) => [member.uid, member]));
    this.chat.subscribe((event) => this.#follow(event));
  }

  /** Remembers what was put into the outbox, and how its answer is known. */
  expect(key: number, label: string | undefined): void {
    this.#said.set(key, label);
  }

  #follow(event: ChatEvent): void {
    switch (event.type) {
      case "message":
      case "edited":
      case "deleted":
      case "reacted":
        this.tell(event, { isOwn: event.own, entry: event.entry });
        return;
      case "welcomed":
        this.#catchUp();
        return;
      case "joined":
        this.#came(event);
        return;
      case "left":
        this.#left(event);
        return;
      case "renamed":
        this.#renamed(event);
        return;
      case "role":
        this.#role(event.uid, event.role, this.#client.sourceOf({ nick: event.by, uid: event.byUid }));
        return;
      case "topic":
        this.#line(this.#client.sourceOf({ nick: event.by, uid: event.byUid }), "TOPIC", oneLine(event.text));
        return;
      case "locked": {
        const source = this.#client.sourceOf({ nick: event.by, uid: event.byUid });
        this.#line(source, "MODE", ...(event.locked ? ["+k", "*"] : ["-k", "*"]));
        return;
      }
      case "slow":
        this.#notice(cliWords().irc.slow(event.seconds));
        return;
      case "unbanned":
        this.#line(
          this.#client.sourceOf({ nick: event.by, uid: event.byUid }),
          "MODE",
          "-b",
          `${event.nick}!${event.uid}@*`,
        );
        return;
      case "away":
        this.#away(event);
        return;
      case "typing":
        this.#tagged(event, { "+typing": "active" });
        return;
      case "stored":
        // Where it was stored unheard, nothing else tells of it.
        if (event.id === undefined) this.#said.delete(event.entry.key);
        return;
      case "failed":
        this.#failed(event);
        return;
      case "unsure":
        for (const { key } of event.entries) {
          this.chat.drop(key);
          this.#said.delete(key);
        }
        this.#notice(cliWords().irc.unsure);
        return;
      case "error":
        this.#notice(oneLine(sayProblem(event.problem)));
        return;
      case "break":
        this.#notice(cliWords().irc.broken);
        return;
      case "kicked":
        this.#putOut(event, "KICK");
        return;
      case "state":
        this.#state(event);
        return;
      case "caught_up":
      case "pending":
      case "paused":
      case "seen":
      case "allowed":
        return;
      default:
        event satisfies never;
    }
  }

  /** Tells something that was said or changed. */
  tell(
    event: DurableEvent,
    {
      isOwn,
      entry,
      mark,
      tags = {},
    }: {
      isOwn: boolean;
      entry?: number | undefined;
      mark?: string;
      tags?: Readonly<Record<string, string>>;
    },
  ): void {
    const client = this.#client;
    if (event.type === "message") {
      const label = entry === undefined ? undefined : this.#said.get(entry);
      const isFromHere = entry !== undefined && this.#said.delete(entry);
      if (isFromHere && !client.has("echo-message")) return;
      for (const line of this.lines(event, mark)) {
        const isFirst = line.tags?.msgid !== undefined;
        client.send({
          ...line,
          tags: { ...line.tags, ...tags, ...(label !== undefined && isFirst && { label }) },
        });
      }
      return;
    }
    const source = client.sourceOf({ nick: event.by, uid: event.byUid });
    const target = msgidOf(this.room, event.target);
    const time = { time: timeTag(event.at), ...tags };
    const label = entry === undefined ? undefined : this.#said.get(entry);
    if (entry !== undefined) this.#said.delete(entry);
    const labelled = { ...time, ...(label !== undefined && { label }) };
    switch (event.type) {
      case "edited":
        this.#change(labelled, source, cliWords().irc.edited(event.text));
        return;
      case "deleted":
        if (client.has("draft/message-redaction")) {
          client.send({ tags: labelled, source, command: "REDACT", params: [this.name, target] });
        } else if (!isOwn) this.#change(labelled, source, cliWords().irc.deleted);
        return;
      case "reacted":
        if (client.has("message-tags")) {
          if (isOwn && !client.has("echo-message")) return;
          const name = event.on ? "+draft/react" : "+draft/unreact";
          const reaction = { [name]: event.emoji, "+draft/reply": target };
          client.send({ tags: { ...labelled, ...reaction }, source, command: "TAGMSG", params: [this.name] });
        } else if (!isOwn && event.on) this.#change(labelled, source, cliWords().irc.reacted(event.emoji));
        return;
      default:
        event satisfies never;
    }
  }

  /** A message as this client is told it. */
  lines(message: Message, mark?: string): IrcLine[] {
    const client = this.#client;
    if (message.deleted) return [];
    const isMine = message.uid === this.chat.room.you?.uid;
    const target = message.to === undefined ? this.name : isMine ? message.to.nick : client.nick;
    return saidLines(message, {
      source: client.sourceOf(message),
      target,
      room: this.room,
      ...(mark !== undefined && { mark }),
      ...(client.has("draft/multiline") && client.has("batch") && { batch: () => client.batch() }),
    });
  }

  #change(tags: Readonly<Record<string, string>>, source: string, text: string): void {
    for (const line of text.split(/\r?\n/)) {
      this.#client.send({ tags, source, command: "NOTICE", params: [this.name, line] });
    }
  }

  /** After a connection was lost: who is there now that was not, and the other way round. */
  #catchUp(): void {
    const now = new Map(this.chat.room.members.map((member) => [member.uid, member]));
    const own = this.chat.room.you?.uid;
    for (const member of this.#members.values()) {
      if (!now.has(member.uid) && member.uid !== own) this.#part(member, "");
    }
    for (const member of now.values()) {
      const known = this.#members.get(member.uid);
      if (known === undefined) {
        if (member.uid !== own) this.#join(member);
      } else {
        if (known.nick !== member.nick) this.#renamed({ ...member, from: known.nick });
        this.#role(member.uid, member.role, SERVER);
      }
    }
    this.#members = now;
  }

  #came({ nick, uid, role, bot }: ChatEventOf<"joined">): void {
    const member: Member = { nick, uid, role, ...(bot && { bot }) };
    if (this.#members.has(uid)) return;
    this.#members.set(uid, member);
    this.#join(member);
  }

  #join(member: Member): void {
    const source = this.#client.sourceOf(member);
    const more = this.#client.has("extended-join") ? ["*", member.nick] : [];
    this.#line(source, "JOIN", ...more);
    const modes = modeChange("member", member.role);
    if (modes !== undefined) this.#line(SERVER, "MODE", modes, ...nicksFor(modes, member.nick));
    if (member.away !== undefined && this.#client.has("away-notify")) this.#tellAway(source, member.away);
  }

  #left(event: ChatEventOf<"left">): void {
    const { nick, uid, why, by, byUid, reason = "" } = event;
    if (uid === this.chat.room.you?.uid) return;
    const member = this.#members.get(uid);
    if (member === undefined) return;
    this.#members.delete(uid);
    if (why !== "kicked" && why !== "banned") {
      this.#part({ nick, uid }, why === "lost" ? cliWords().irc.lost : oneLine(reason));
      return;
    }
    const source =
      by === undefined || byUid === undefined ? SERVER : this.#client.sourceOf({ nick: by, uid: byUid });
    this.#line(source, "KICK", nick, oneLine(reason === "" ? (by ?? nick) : reason));
    if (why === "banned") this.#line(source, "MODE", "+b", `${nick}!${uid}@*`);
  }

  #part(person: { nick: string; uid: string }, reason: string): void {
    this.#line(this.#client.sourceOf(person), "PART", ...(reason === "" ? [] : [reason]));
  }

  #renamed({ uid, from, nick }: { uid: string; from: string; nick: string }): void {
    const member = this.#members.get(uid);
    if (member !== undefined) this.#members.set(uid, { ...member, nick });
    if (uid === this.chat.room.you?.uid) {
      this.#client.renamed(nick, this);
      return;
    }
    const before = { nick: from, uid };
    if (!this.#client.isElsewhere(from, this)) {
      this.#client.send({ source: this.#client.sourceOf(before), command: "NICK", params: [nick] });
      return;
    }
    // A nickname is a room's, and IRC's is everywhere: elsewhere they are still called so.
    this.#part(before, cliWords().irc.nowCalled(nick));
    if (member !== undefined) this.#join({ ...member, nick });
  }

  #role(uid: string, role: Member["role"], source: string): void {
    const member = this.#members.get(uid);
    if (member === undefined) return;
    const change = modeChange(member.role, role);
    this.#members.set(uid, { ...member, role });
    if (change === undefined) return;
    this.#line(source, "MODE", change, ...nicksFor(change, member.nick));
  }

  #away({ uid, nick, text }: ChatEventOf<"away">): void {
    const member = this.#members.get(uid);
    if (member !== undefined) {
      const { away: _, ...rest } = member;
      this.#members.set(uid, text === null ? rest : { ...rest, away: text });
    }
    if (this.#client.has("away-notify") && uid !== this.chat.room.you?.uid) {
      this.#tellAway(this.#client.sourceOf({ nick, uid }), text);
    }
  }

  #tellAway(source: string, text: string | null): void {
    this.#client.send({ source, command: "AWAY", params: text === null ? [] : [oneLine(text)] });
  }

  #tagged(person: { nick: string; uid: string }, tags: Readonly<Record<string, string>>): void {
    if (!this.#client.has("message-tags")) return;
    this.#client.send({
      tags,
      source: this.#client.sourceOf(person),
      command: "TAGMSG",
      params: [this.name],
    });
  }

  #failed({ entry, problem }: ChatEventOf<"failed">): void {
    const label = this.#said.get(entry.key);
    if (!this.#said.delete(entry.key)) return;
    this.#client.send({
      tags: label === undefined ? {} : { label },
      source: SERVER,
      command: "404",
      params: [this.#client.nick, this.name, oneLine(sayProblem(problem))],
    });
  }

  #putOut({ by, byUid, reason }: ChatEventOf<"kicked">, command: string): void {
    const source = this.#client.sourceOf({ nick: by, uid: byUid });
    this.#line(source, command, this.#client.nick, oneLine(reason ?? by));
  }

  #state({ state }: ChatEventOf<"state">): void {
    if (state.state !== "stopped" && state.state !== "refused") return;
    const { problem } = state;
    const why = problem === undefined ? cliWords().irc.over : oneLine(sayProblem(problem));
    // Who has left by themselves knows it.
    if (this.#client.gone(this) && !this.#wasKicked(state))
      this.#line(SERVER, "KICK", this.#client.nick, why);
  }

  /** Who was kicked or banned has been told by whom. */
  #wasKicked(state: ChatEventOf<"state">["state"]): boolean {
    return state.state === "stopped" && state.problem === undefined && PUT_OUT.has(state.code);
  }

  #line(source: string, command: string, ...params: readonly string[]): void {
    this.#client.send({ source, command, params: [this.name, ...params] });
  }

  #notice(text: string): void {
    this.#client.send({ source: SERVER, command: "NOTICE", params: [this.name, text] });
  }
}

/** A nickname for each mode of a change. */
function nicksFor(change: string, nick: string): string[] {
  return Array.from(change.matchAll(/[a-z]/g), () => nick);
}
