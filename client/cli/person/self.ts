import { nickKey } from "../../../src/protocol/text/nick.ts";
import type { Chat } from "../../core/chat.ts";
import type { ChatEvent } from "../../core/chat-event.ts";
import { Failure } from "../end/failure.ts";
import { cliWords } from "../words/words.ts";
import { keepNick, loadToken, type ProfileInRoom, replaceToken } from "./identity.ts";

/** Who somebody is in a room: for each nickname they give, one person, the same in every run. */
export class Self {
  readonly #place: ProfileInRoom;
  #nick: string;
  #token: string;
  /** The nickname that was given, until the room has answered. */
  #claimed: string | undefined;

  constructor(place: ProfileInRoom, nick: string) {
    this.#place = place;
    this.#nick = nick;
    this.#claimed = nick;
    this.#token = loadToken(place, nick);
  }

  get nick(): string {
    return this.#nick;
  }

  /** The person's secret. */
  get token(): string {
    return this.#token;
  }

  /** Comes under another nickname, for the room would not have the one before. */
  comeAs(nick: string): void {
    this.#token = loadToken(this.#place, nick);
    this.#nick = nick;
    this.#claimed = nick;
  }

  /** Goes on as the person of another client's token. */
  link(token: string): void {
    replaceToken(this.#place, { nick: this.#nick, token });
    this.#token = token;
  }

  /** Keeps the nickname as the room tells it. Returns what the person should know about that. */
  follow(event: ChatEvent, { you }: Chat["room"]): string | undefined {
    const isTold = event.type === "welcomed" || (event.type === "renamed" && event.uid === you?.uid);
    if (!isTold || you === undefined) return undefined;
    const claimed = this.#claimed ?? you.nick;
    this.#claimed = undefined;
    this.#nick = you.nick;
    try {
      keepNick(this.#place, { nick: you.nick, token: this.#token });
    } catch (error) {
      if (error instanceof Failure) return error.message;
      throw error;
    }
    if (nickKey(claimed) === nickKey(you.nick)) return undefined;
    return cliWords().person.hereAlready({ nick: you.nick, claimed });
  }
}
