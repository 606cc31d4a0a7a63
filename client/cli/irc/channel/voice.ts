import type { Message } from "../../../../src/protocol/event.ts";
import { SERVER } from "../reply.ts";
import type { IrcLine } from "../wire/irc-message.ts";
import { ircNick, ircWord } from "../wire/nick-form.ts";

/** Somebody, as an event names them. */
export interface IrcPerson {
  readonly nick: string;
  readonly uid: string;
}

/** What a channel needs of the client that is in it, to tell it something. */
export interface Listener {
  readonly nick: string;
  /** As it stands before what it says. */
  readonly source: string;
  readonly host: string;
  has(capability: string): boolean;
  send(line: IrcLine): void;
  batch(): string;
}

/** Tells a client what happens in one channel. */
export class Voice {
  readonly name: string;
  readonly client: Listener;
  readonly #own: () => string | undefined;
  /** Where lines go that answer a command of the client's. */
  sink: { line(line: IrcLine): void } | undefined;

  /** `own`: the `uid` of the client's person. */
  constructor(name: string, client: Listener, own: () => string | undefined) {
    this.name = name;
    this.client = client;
    this.#own = own;
  }

  get ownUid(): string | undefined {
    return this.#own();
  }

  isSelf({ uid }: IrcPerson): boolean {
    return uid === this.ownUid;
  }

  /** What somebody is called in IRC. The client goes by one nickname everywhere. */
  nick(person: IrcPerson): string {
    return this.isSelf(person) ? this.client.nick : ircNick(person.nick);
  }

  source(person: IrcPerson): string {
    const { client } = this;
    return this.isSelf(person)
      ? client.source
      : `${ircNick(person.nick)}!${ircWord(person.uid)}@${client.host}`;
  }

  /** Who has said a message. What a hook has brought comes from nobody here, whatever it calls itself. */
  author(message: Pick<Message, "nick" | "uid" | "hook">): string {
    const { nick, uid, hook } = message;
    if (hook === undefined) return this.source(message);
    const via = hook === nick ? "" : `-${ircWord(hook)}`;
    return `${ircNick(nick)}[hook${via}]!${ircWord(uid)}@${this.client.host}`;
  }

  send(line: IrcLine): void {
    if (this.sink === undefined) this.client.send(line);
    else this.sink.line(line);
  }

  /** A line about the channel. */
  line(source: string, command: string, ...params: readonly string[]): void {
    this.send({ source, command, params: [this.name, ...params] });
  }

  notice(text: string): void {
    this.line(SERVER, "NOTICE", text);
  }
}
