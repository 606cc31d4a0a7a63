import { roomName } from "../../../src/protocol/room-name.ts";
import { outboxBelow } from "../../core/sending/place.ts";
import type { HistoryPoint } from "../../core/timeline/position.ts";
import { LEAVE_WITHIN } from "../end/leave-within.ts";
import type { Guest } from "../gateway/guest.ts";
import { passed } from "../gateway/passed.ts";
import { saysOf } from "../gateway/says-of.ts";
import type { Service } from "../gateway/serve.ts";
import { isProfile } from "../shell/profile.ts";
import { cliWords } from "../words/words.ts";
import type { Channel } from "./channel/channel.ts";
import { Lately } from "./channel/lately.ts";
import { CommandQueue } from "./command-queue.ts";
import type { ChannelWish, IrcClient } from "./irc-client.ts";
import type { IrcHouse } from "./irc-house.ts";
import { renameEverywhere } from "./rename-everywhere.ts";
import { Reply, SERVER } from "./reply.ts";
import { takesTag } from "./wire/capabilities.ts";
import { type IrcLine, writeIrc } from "./wire/irc-message.ts";
import { LineReader } from "./wire/line-reader.ts";
import { ircNick, papoNick } from "./wire/nick-form.ts";
import type { OpenBatch } from "./wire/open-batch.ts";

/** Milliseconds that what is not stored yet may take when a client says goodbye. */
const GOODBYE = 10_000;

interface IrcLeaving {
  /** What its client is told. */
  readonly why: string;
  /** What the rooms are told. */
  readonly reason?: string | undefined;
  /** Messages that nothing will be done with. */
  readonly unsaid: number;
}

/** A client of IRC, and the rooms that it is in. */
export class IrcService implements Service, IrcClient {
  readonly house: IrcHouse;
  readonly channels = new Map<string, Channel>();
  readonly keptOut = new Map<string, ChannelWish>();
  readonly capabilities = new Set<string>();
  nick = "";
  username = "";
  realname = "";
  away: string | undefined;
  password: string | undefined;
  isNegotiating = false;
  isNamed = false;
  open: OpenBatch | undefined;
  isRenaming = false;
  isInvisible = false;
  readonly #guest: Guest;
  readonly #lines = new LineReader();
  readonly #queue: CommandQueue;
  /** How far it has heard the rooms that it has left. */
  readonly #heard = new Lately<HistoryPoint>();
  #talked = 0;
  #batches = 0;
  #leaving: Promise<void> | undefined;

  constructor(house: IrcHouse, guest: Guest) {
    this.house = house;
    this.#guest = guest;
    this.#queue = new CommandQueue(this);
  }

  get name(): string {
    return this.#guest.name;
  }

  get host(): string {
    return this.house.host;
  }

  /** Whose people it is: a nickname is somebody else for another username. */
  get profile(): string {
    return isProfile(this.username) ? this.username : "irc";
  }

  get source(): string {
    return `${this.nick}!${this.username}@${this.host}`;
  }

  take(bytes: Uint8Array): Promise<void> {
    for (const line of this.#lines.read(bytes)) this.#queue.put(line);
    return this.#queue.hasRoom();
  }

  async finish(): Promise<void> {
    // Whoever comes back at once is the same person, whose last words may still be on their way.
    this.house.release(papoNick(this.nick), this);
    await this.#queue.done();
    await this.#stored();
  }

  leave(within: number): Promise<void> {
    const { closing } = cliWords().irc;
    this.#leaving ??= this.#leave(within, { why: closing, unsaid: this.#queue.unsaid });
    return this.#leaving;
  }

  has(capability: string): boolean {
    return this.capabilities.has(capability);
  }

  send(line: IrcLine): void {
    this.#guest.write(`${writeIrc(line, (tag) => takesTag(tag, this.capabilities))}\r\n`);
  }

  batch(): string {
    this.#batches += 1;
    return `b${this.#batches}`;
  }

  channel(name: string): Channel | undefined {
    return name.startsWith("#") ? this.channels.get(roomName(name.slice(1)) ?? "") : undefined;
  }

  isElsewhere(nick: string, besides: Channel): boolean {
    return Array.from(this.channels.values()).some(
      (channel) => channel !== besides && channel.find(nick) !== undefined,
    );
  }

  /** Where its person was renamed by another program, the other rooms follow, or that one goes back. */
  async renamed(nick: string, { name }: Channel): Promise<void> {
    if (this.isRenaming || ircNick(nick) === this.nick) return;
    const isFree = this.house.claim(nick, this);
    const problem = isFree ? await renameEverywhere(this, nick, this.answer()) : undefined;
    if (isFree && problem === undefined) return;
    if (isFree) this.house.release(nick, this);
    this.channel(name)?.chat.rename(papoNick(this.nick));
    this.send({
      source: SERVER,
      command: "NOTICE",
      params: [name, cliWords().irc.calledHere(ircNick(nick))],
    });
  }

  heardIn({ room, chat }: Channel): number {
    const { after = 0, epoch } = this.#heard.find(room) ?? {};
    return epoch === chat.saved().epoch ? after : 0;
  }

  gone(channel: Channel): boolean {
    this.#heard.keep(channel.room, channel.chat.saved());
    return this.channels.get(channel.room) === channel && this.channels.delete(channel.room);
  }

  hangUp(why: string, reason?: string): void {
    this.#leaving ??= this.#leave(GOODBYE, { why, reason, unsaid: 0 });
  }

  failed(error: unknown): void {
    const says = saysOf(error);
    this.house.journal({ event: "trouble", client: this.name, says });
    this.hangUp(says);
  }

  talkedIn(channel: Channel): void {
    this.#talked += 1;
    channel.talkedAt = this.#talked;
  }

  answer(label?: string): Reply {
    return new Reply({
      nick: () => (this.nick === "" ? "*" : this.nick),
      send: (line) => this.send(line),
      label: this.has("labeled-response") ? label : undefined,
      batch: () => this.batch(),
    });
  }

  async #stored(): Promise<void> {
    await Promise.all(Array.from(this.channels.values(), ({ chat }) => outboxBelow(chat, 0)));
  }

  async #leave(within: number, { why, reason, unsaid }: IrcLeaving): Promise<void> {
    const { notStored, endsUnstored } = cliWords().gateway;
    this.#queue.close();
    this.house.release(papoNick(this.nick), this);
    const stored = this.#stored();
    const channels = [...this.channels.values()];
    for (const { chat } of channels) {
      if (chat.room.you !== undefined) this.house.quits.keep(chat.room.you.uid, true);
    }
    this.channels.clear();
    await Promise.race([stored, passed(this.house.clock, within)]);
    let lost = unsaid;
    for (const { chat, voice } of channels) {
      lost += chat.outbox.length;
      if (chat.outbox.length > 0) voice.notice(notStored(chat.outbox.length));
    }
    this.send({ command: "ERROR", params: [lost === 0 ? why : endsUnstored({ why, count: lost })] });
    this.#guest.end();
    await Promise.all(channels.map(({ chat }) => chat.leave(LEAVE_WITHIN, reason)));
    const told = { ...(this.nick !== "" && { nick: this.nick }), ...(lost > 0 && { lost }) };
    this.house.journal({ event: "gone", client: this.name, ...told });
  }
}
