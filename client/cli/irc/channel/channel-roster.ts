import type { Member } from "../../../../src/protocol/event.ts";
import { nickKey } from "../../../../src/protocol/text/nick.ts";
import type { ChatEventOf } from "../../../core/chat-event.ts";
import { oneLine } from "../../../core/text/one-line.ts";
import { cliWords } from "../../words/words.ts";
import { SERVER } from "../reply.ts";
import type { Renaming } from "../shared-memory.ts";
import { modeChange, nicksFor } from "../wire/modes.ts";
import { banMask, papoNick } from "../wire/nick-form.ts";
import { Lately } from "./lately.ts";
import type { IrcPerson, Voice } from "./voice.ts";

export interface ChannelRosterOptions {
  readonly voice: Voice;
  /** Whether the client knows somebody of that nickname from another channel, too. */
  isElsewhere(nick: string): boolean;
  /** A new nickname that somebody of this gateway takes in all their rooms. */
  renaming(uid: string): Renaming | undefined;
  /** Whether somebody, by their `uid`, has ended their client of this gateway. */
  hasQuit(uid: string): boolean;
}

interface Departed extends IrcPerson {
  /** By the client. */
  readonly isBanned: boolean;
}

/** Who a client believes to be in a channel, and how it hears of changes. */
export class ChannelRoster {
  readonly #options: ChannelRosterOptions;
  #members = new Map<string, Member>();
  /** Who was here. */
  readonly #gone = new Lately<Departed>();

  constructor(options: ChannelRosterOptions) {
    this.#options = options;
  }

  get members(): readonly Member[] {
    return [...this.#members.values()];
  }

  /** Who is here, or was. */
  get known(): readonly IrcPerson[] {
    return [...this.members, ...this.#gone.values];
  }

  /** Whether the client has banned somebody of that nickname, who is out for it. */
  hasBanned(who: string): boolean {
    const wanted = nickKey(papoNick(who));
    return this.#gone.values.some(({ nick, isBanned }) => isBanned && nickKey(nick) === wanted);
  }

  /** What the client is told in one go. */
  begin(members: readonly Member[]): void {
    this.#members = new Map(members.map((member) => [member.uid, member]));
  }

  /** Whom a nickname of IRC's or a `uid` means. */
  find(who: string): Member | undefined {
    const { voice } = this.#options;
    const wanted = nickKey(papoNick(who));
    return this.members.find(
      (member) => nickKey(papoNick(voice.nick(member))) === wanted || member.uid === who,
    );
  }

  /** After a connection was lost: who is there now that was not, and the other way round. */
  becomes(members: readonly Member[]): void {
    const { voice } = this.#options;
    const now = new Set(members.map(({ uid }) => uid));
    for (const member of this.members) {
      if (now.has(member.uid) || voice.isSelf(member)) continue;
      this.#goes(member);
      this.#part(member, "");
    }
    for (const member of members) {
      const known = this.#members.get(member.uid);
      if (known === undefined) {
        this.came(member);
        continue;
      }
      if (known.nick !== member.nick) this.renamed({ ...member, from: known.nick });
      this.role(member, SERVER);
      if (known.away !== member.away) this.away({ ...member, text: member.away ?? null });
    }
  }

  came(member: Member): void {
    if (this.#members.has(member.uid)) return;
    this.#members.set(member.uid, member);
    this.#gone.forget(member.uid);
    if (!this.#options.voice.isSelf(member)) this.#join(member);
  }

  left({ uid, why, by, byUid, reason = "" }: ChatEventOf<"left">): void {
    const { voice, isElsewhere, hasQuit } = this.#options;
    const member = this.#members.get(uid);
    if (member === undefined || voice.isSelf(member)) return;
    this.#goes(member, why === "banned" && byUid === voice.ownUid);
    if (why !== "kicked" && why !== "banned") {
      const isQuit = (why === "lost" || hasQuit(uid)) && !isElsewhere(voice.nick(member));
      const told = why === "lost" ? cliWords().irc.lost : oneLine(reason);
      if (isQuit) voice.send({ source: voice.source(member), command: "QUIT", params: [told] });
      else this.#part(member, told);
      return;
    }
    const source = by === undefined || byUid === undefined ? SERVER : voice.source({ nick: by, uid: byUid });
    const shown = voice.nick(member);
    if (why === "banned") voice.line(source, "MODE", "+b", banMask({ nick: shown, uid }));
    voice.line(source, "KICK", shown, oneLine(reason === "" ? (by ?? shown) : reason));
  }

  /** Somebody else has another nickname. */
  renamed({ uid, from, nick }: IrcPerson & { readonly from: string }): void {
    const { voice, isElsewhere } = this.#options;
    const member = this.#members.get(uid);
    if (member === undefined) return;
    const renamed = { ...member, nick };
    this.#members.set(uid, renamed);
    if (voice.isSelf(member)) return;
    const before = { nick: from, uid };
    const renaming = this.#options.renaming(uid);
    const told = renaming?.nick === nick ? renaming.told : undefined;
    if (told?.has(voice.client)) return;
    // Where somebody else has it already, it will not be theirs everywhere.
    const isOne = told !== undefined && !isElsewhere(voice.nick(renamed));
    if (isOne) told.add(voice.client);
    if (isOne || !isElsewhere(voice.nick(before))) {
      voice.send({ source: voice.source(before), command: "NICK", params: [voice.nick(renamed)] });
      return;
    }
    // A nickname is a room's, and IRC's is everywhere: elsewhere they are still called so.
    this.#part(before, cliWords().irc.nowCalled(voice.nick(renamed)));
    this.#join(renamed);
  }

  role({ uid, role }: Pick<Member, "uid" | "role">, source: string): void {
    const { voice } = this.#options;
    const member = this.#members.get(uid);
    if (member === undefined) return;
    const change = modeChange(member.role, role);
    this.#members.set(uid, { ...member, role });
    if (change === undefined) return;
    voice.line(source, "MODE", change, ...nicksFor(change, voice.nick(member)));
  }

  away({ uid, text }: Pick<ChatEventOf<"away">, "uid" | "text">): void {
    const { voice } = this.#options;
    const { away: _, ...member } = this.#members.get(uid) ?? {};
    if (!("nick" in member)) return;
    this.#members.set(uid, text === null ? member : { ...member, away: text });
    if (!voice.isSelf(member)) this.#tellAway(member, text);
  }

  #goes({ uid, nick }: Member, isBanned = false): void {
    this.#members.delete(uid);
    this.#gone.keep(uid, { uid, nick, isBanned });
  }

  #join(member: Member): void {
    const { voice } = this.#options;
    const more = voice.client.has("extended-join") ? ["*", voice.nick(member)] : [];
    voice.line(voice.source(member), "JOIN", ...more);
    const modes = modeChange("member", member.role);
    if (modes !== undefined) voice.line(SERVER, "MODE", modes, ...nicksFor(modes, voice.nick(member)));
    if (member.away !== undefined) this.#tellAway(member, member.away);
  }

  #part(person: IrcPerson, reason: string): void {
    const { voice } = this.#options;
    voice.line(voice.source(person), "PART", ...(reason === "" ? [] : [reason]));
  }

  #tellAway(member: IrcPerson, text: string | null): void {
    const { voice } = this.#options;
    if (!voice.client.has("away-notify")) return;
    const params = text === null ? [] : [oneLine(text)];
    voice.send({ source: voice.source(member), command: "AWAY", params });
  }
}
