import { oneLine } from "../../core/text/one-line.ts";
import { Failure } from "../end/failure.ts";
import { passed } from "../gateway/passed.ts";
import { cliWords } from "../words/words.ts";
import { COMMANDS } from "./commands/commands.ts";
import type { IrcClient } from "./irc-client.ts";
import { refuseBatch } from "./refuse-batch.ts";
import { type Reply, SERVER } from "./reply.ts";
import { type IrcMessage, readIrc } from "./wire/irc-message.ts";
import type { ReadLine } from "./wire/line-reader.ts";

/** What a client may say before it is anybody. */
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
/** Lines that may wait; more are not read from the socket. */
const MOST_WAITING = 200;
/** Milliseconds after which a PING is answered, whatever is still being done: it asks whether anybody is there. */
const PONG_WITHIN = 2_000;

/** Does what a client asks for, one after the other. */
export class CommandQueue {
  readonly #client: IrcClient;
  #waiting = 0;
  /** Messages among them. */
  #unsaid = 0;
  #done: Promise<void> = Promise.resolve();
  #room: (() => void)[] = [];
  #isClosed = false;

  constructor(client: IrcClient) {
    this.#client = client;
  }

  put(line: ReadLine): void {
    const message = "text" in line ? readIrc(line.text) : undefined;
    if ("text" in line && message === undefined) return;
    this.#waiting += 1;
    const messages = message !== undefined && /^(?:PRIVMSG|NOTICE)$/.test(message.command) ? 1 : 0;
    this.#unsaid += messages;
    const run =
      message === undefined
        ? () => this.#complain(line)
        : message.command === "PING" && this.#client.isNamed
          ? this.#ping(message)
          : () => this.#do(message);
    this.#done = this.#done.then(async () => {
      if (!this.#isClosed) await this.#safely(run);
      this.#waiting -= 1;
      this.#unsaid -= messages;
      if (this.#waiting < MOST_WAITING) for (const go of this.#room.splice(0)) go();
    });
  }

  /** A command that fails as nobody has expected ends its client, and no other. */
  async #safely(run: () => void | Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.#client.failed(error);
    }
  }

  get unsaid(): number {
    return this.#unsaid;
  }

  /** Resolves once more may be read. */
  hasRoom(): Promise<void> {
    if (this.#waiting < MOST_WAITING) return Promise.resolve();
    return new Promise((resolve) => this.#room.push(resolve));
  }

  /** Resolves once all is done that was asked for. */
  done(): Promise<void> {
    return this.#done;
  }

  /** Nothing more is done. */
  close(): void {
    this.#isClosed = true;
    for (const go of this.#room.splice(0)) go();
  }

  /** Answered in its turn, but never much later than it came. */
  #ping(message: IrcMessage): () => Promise<void> {
    let isAnswered = false;
    const late = passed(this.#client.house.clock, PONG_WITHIN).then(async () => {
      if (isAnswered || this.#isClosed) return;
      isAnswered = true;
      const reply = this.#client.answer(message.tags.label);
      const [token = ""] = message.params;
      reply.line({ source: SERVER, command: "PONG", params: [SERVER, token] });
      reply.end();
    });
    return async () => {
      if (isAnswered) return;
      isAnswered = true;
      await Promise.race([this.#do(message), late]);
    };
  }

  #complain(line: ReadLine): void {
    if ("text" in line) return;
    const seen = line.trouble === "no_utf8" ? readIrc(line.seen) : undefined;
    const reply = this.#client.answer(seen?.tags.label);
    if (line.trouble === "too_long") reply.numeric("417", cliWords().irc.numerics.inputTooLong);
    else reply.fail(seen?.command ?? "*", "INVALID_UTF8", cliWords().irc.invalidUtf8);
    reply.end();
  }

  async #do(message: IrcMessage): Promise<void> {
    const { open } = this.#client;
    if (open?.takes(message)) {
      refuseBatch(this.#client, open);
      return;
    }
    const reply = this.#client.answer(message.tags.label);
    try {
      await this.#run(message, reply);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const says = oneLine(error.message);
      this.#client.house.journal({ event: "trouble", client: this.#client.name, says });
      reply.numeric("400", message.command, says);
    }
    reply.end();
  }

  async #run(message: IrcMessage, reply: Reply): Promise<void> {
    const client = this.#client;
    const command = Object.hasOwn(COMMANDS, message.command) ? COMMANDS[message.command] : undefined;
    const { numerics } = cliWords().irc;
    if (!client.isNamed && !BEFORE.has(message.command)) reply.numeric("451", numerics.notRegistered);
    else if (command === undefined) reply.numeric("421", message.command, numerics.unknownCommand);
    else if (message.params.length < command.needs) {
      reply.numeric("461", message.command, numerics.needMoreParams);
    } else await command.run(client, reply, message);
  }
}
