import { outboxBelow } from "../../core/sending/place.ts";
import { LEAVE_WITHIN } from "../end/leave-within.ts";
import type { Guest } from "../gateway/guest.ts";
import { passed } from "../gateway/passed.ts";
import type { Service } from "../gateway/serve.ts";
import { isProfile } from "../shell/profile.ts";
import { cliWords } from "../words/words.ts";
import { takesTag } from "./capabilities.ts";
import type { Channel } from "./channel.ts";
import { COMMANDS } from "./commands/commands.ts";
import type { IrcClient } from "./irc-client.ts";
import type { IrcHouse } from "./irc-house.ts";
import { type IrcLine, type IrcMessage, readIrc, writeIrc } from "./irc-message.ts";
import { LineReader, type ReadLine } from "./line-reader.ts";
import type { OpenBatch } from "./open-batch.ts";
import { Reply, SERVER } from "./reply.ts";

/** What a client does before it is anybody, and may do then. */
const BEFORE: ReadonlySet<string> = new Set([
  "CAP",
  "NICK",
  "USER",
  "PASS",
  "PING",
  "PONG",
  "QUIT",
  "ERROR",
  "AUTHENTICATE",
]);

/** A client of IRC, and the rooms that it is in. */
export class IrcService implements Service, IrcClient {
  readonly house: IrcHouse;
  readonly guest: Guest;
  readonly channels = new Map<string, Channel>();
  readonly capabilities = new Set<string>();
  /** What it said it is called; "" for nothing yet. */
  nick = "";
  username = "";
  realname = "";
  away: string | undefined;
  /** The key of rooms that it joins without one. */
  password: string | undefined;
  /** Whether it still says what it speaks. */
  isNegotiating = false;
  isNamed = false;
  /** Lines that belong together, while they come. */
  open: OpenBatch | undefined;
  talked = 0;
  /** Nickname and rooms are being changed: who hears of it is told at the end. */
  isRenaming = false;
  readonly #lines = new LineReader();
  #batches = 0;
  #leaving: Promise<void> | undefined;

  constructor(house: IrcHouse, guest: Guest) {
    this.house = house;
    this.guest = guest;
  }

  get name(): string {
    return this.guest.name;
  }

  /** Whose people it is: a nickname is somebody else for another username. */
  get profile(): string {
    return isProfile(this.username) ? this.username : "irc";
  }

  get source(): string {
    return `${this.nick}!${this.username}@${this.house.host}`;
  }

  async take(bytes: Uint8Array): Promise<void> {
    for (const line of this.#lines.read(bytes)) {
      if (this.#leaving !== undefined) return;
      await this.#line(line);
    }
  }

  finish(): Promise<void> {
    return Promise.resolve();
  }

  leave(within: number, reason?: string): Promise<void> {
    this.#leaving ??= this.#leave(within, reason);
    return this.#leaving;
  }

  has(capability: string): boolean {
    return this.capabilities.has(capability);
  }

  send(line: IrcLine): void {
    this.guest.write(`${writeIrc(line, (tag) => takesTag(tag, this.capabilities))}\r\n`);
  }

  sourceOf({ nick, uid }: { readonly nick: string; readonly uid: string }): string {
    return nick === this.nick ? this.source : `${nick}!${uid}@${this.house.host}`;
  }

  batch(): string {
    this.#batches += 1;
    return `b${this.#batches}`;
  }

  isElsewhere(nick: string, besides: Channel): boolean {
    return [...this.channels.values()].some(
      (channel) => channel !== besides && channel.find(nick) !== undefined,
    );
  }

  renamed(nick: string, { name }: Channel): void {
    if (this.isRenaming || nick === this.nick) return;
    this.send({ source: SERVER, command: "NOTICE", params: [name, cliWords().irc.calledHere(nick)] });
  }

  gone(channel: Channel): boolean {
    return this.channels.delete(channel.room);
  }

  /** Ends the connection, with a word. */
  hangUp(why: string, reason?: string): void {
    this.send({ command: "ERROR", params: [why] });
    void this.leave(GOODBYE, reason);
    this.guest.end();
  }

  /** Tells the others that it has said something there last. */
  talkedIn(channel: Channel): void {
    this.talked += 1;
    channel.talkedAt = this.talked;
  }

  answer(label?: string): Reply {
    return new Reply({
      nick: () => (this.nick === "" ? "*" : this.nick),
      send: (line) => this.send(line),
      label: this.has("labeled-response") ? label : undefined,
      batch: () => this.batch(),
    });
  }

  async #line(line: ReadLine): Promise<void> {
    if ("trouble" in line) {
      const reply = this.answer();
      if (line.trouble === "too_long") reply.numeric("417", cliWords().irc.numerics.inputTooLong);
      else reply.fail("*", "INVALID_UTF8", cliWords().irc.invalidUtf8);
      return;
    }
    const message = readIrc(line.text);
    if (message === undefined) return;
    if (this.open?.takes(message)) return;
    const reply = this.answer(message.tags.label);
    await this.#run(message, reply);
    reply.end();
  }

  async #run(message: IrcMessage, reply: Reply): Promise<void> {
    const command = COMMANDS[message.command];
    const { numerics } = cliWords().irc;
    if (!this.isNamed && !BEFORE.has(message.command)) reply.numeric("451", numerics.notRegistered);
    else if (command === undefined || !Object.hasOwn(COMMANDS, message.command)) {
      reply.numeric("421", message.command, numerics.unknownCommand);
    } else if (message.params.length < command.needs) {
      reply.numeric("461", message.command, numerics.needMoreParams);
    } else await command.run(this, reply, message);
  }

  async #leave(within: number, reason: string | undefined): Promise<void> {
    const chats = Array.from(this.channels.values(), ({ chat }) => chat);
    this.channels.clear();
    // Whoever comes back at once is the same person, whose last words may still be on their way.
    this.house.release(this.nick, this);
    const stored = Promise.all(chats.map((chat) => outboxBelow(chat, 0)));
    await Promise.race([stored, passed(this.house.clock, within)]);
    const lost = chats.reduce((sum, { outbox }) => sum + outbox.length, 0);
    await Promise.all(chats.map((chat) => chat.leave(LEAVE_WITHIN, reason)));
    const told = { ...(this.nick !== "" && { nick: this.nick }), ...(lost > 0 && { lost }) };
    this.house.journal({ event: "gone", client: this.guest.name, ...told });
  }
}

/** Milliseconds that what is not stored yet may take when a client says goodbye. */
const GOODBYE = 10_000;
