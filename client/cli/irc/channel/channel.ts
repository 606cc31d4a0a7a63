import { isDurable } from "../../../../src/protocol/change.ts";
import { CLOSE } from "../../../../src/protocol/close-code.ts";
import type { Member } from "../../../../src/protocol/event.ts";
import type { Chat } from "../../../core/chat.ts";
import type { ChatEvent, ChatEventOf } from "../../../core/chat-event.ts";
import type { Clock } from "../../../core/clock.ts";
import { isProblem, localProblem, type Problem } from "../../../core/problem.ts";
import type { Entry } from "../../../core/sending/entry.ts";
import { oneLine } from "../../../core/text/one-line.ts";
import { sayProblem } from "../../../core/words/say-problem.ts";
import { cliWords } from "../../words/words.ts";
import { SERVER } from "../reply.ts";
import { personKey, type SharedMemory } from "../shared-memory.ts";
import { banMask, ircNick } from "../wire/nick-form.ts";
import { ChannelAnswers, type OwnSaying } from "./channel-answers.ts";
import { ChannelMessages } from "./channel-messages.ts";
import { ChannelRoster } from "./channel-roster.ts";
import { Outage } from "./outage.ts";
import { unstoredLine } from "./unstored.ts";
import { type Listener, Voice } from "./voice.ts";

/** What a channel needs of the client that is in it. */
export interface ChannelClient extends Listener {
  readonly house: SharedMemory & { readonly clock: Clock };
  /** Whether somebody of that nickname is in another of its channels, too. */
  isElsewhere(nick: string, besides: Channel): boolean;
  /** The room has given its person another nickname. */
  renamed(nick: string, channel: Channel): void;
  /** Where its person is. */
  readonly away: string | undefined;
  /** It is in there no more; whether it was until now. */
  gone(channel: Channel): boolean;
}

const PUT_OUT: ReadonlySet<number> = new Set([CLOSE.kicked, CLOSE.banned]);

/** A room, as a client of IRC is in it. */
export class Channel {
  readonly room: string;
  readonly chat: Chat;
  readonly answers = new ChannelAnswers();
  readonly roster: ChannelRoster;
  readonly voice: Voice;
  readonly messages: ChannelMessages;
  /** How often the client had talked when it last talked here. */
  talkedAt = 0;
  /** Who set the topic, and when, if it was seen. */
  topicBy: { readonly nick: string; readonly at: number } | undefined;
  readonly #client: ChannelClient;
  #owesAway = false;
  readonly #outage: Outage;

  constructor(room: string, chat: Chat, client: ChannelClient) {
    this.room = room;
    this.chat = chat;
    this.#client = client;
    this.voice = new Voice(`#${room}`, client, () => chat.room.you?.uid);
    const { voice, answers } = this;
    this.#outage = new Outage(client.house.clock, (sentence) => voice.notice(sentence));
    this.messages = new ChannelMessages({ room, voice, answers, memory: client.house });
    this.roster = new ChannelRoster({
      voice,
      isElsewhere: (nick) => client.isElsewhere(nick, this),
      renaming: (uid) => client.house.renamings.find(personKey(room, uid)),
      hasQuit: (uid) => client.house.quits.find(uid) !== undefined,
    });
  }

  get name(): string {
    return this.voice.name;
  }

  get members(): readonly Member[] {
    return this.roster.members;
  }

  find(who: string): Member | undefined {
    return this.roster.find(who);
  }

  /** In the room: who is there, the client is told by its command. */
  enter(): void {
    this.roster.begin(this.chat.room.members);
    this.chat.subscribe((event) => this.#follow(event));
  }

  #follow(event: ChatEvent): void {
    const { answers, voice } = this;
    const order = answers.orderOf(event, this.chat.room.you?.uid);
    voice.sink = order?.reply;
    try {
      this.#tell(event);
    } finally {
      voice.sink = undefined;
      answers.endOrder(order?.type);
    }
  }

  #tell(event: ChatEvent): void {
    if (isDurable(event)) {
      this.messages.tell(event);
      return;
    }
    const { roster, voice } = this;
    switch (event.type) {
      case "welcomed":
        roster.becomes(this.chat.room.members);
        return;
      case "joined": {
        const { type: _, at: _at, ...member } = event;
        roster.came(member);
        return;
      }
      case "left":
        roster.left(event);
        return;
      case "renamed":
        roster.renamed(event);
        if (voice.isSelf(event)) this.#client.renamed(event.nick, this);
        return;
      case "role":
        roster.role(event, this.#by(event));
        return;
      case "topic":
        this.topicBy = { nick: ircNick(event.by), at: event.at };
        voice.line(this.#by(event), "TOPIC", oneLine(event.text));
        return;
      case "locked":
        voice.line(this.#by(event), "MODE", event.locked ? "+k" : "-k", "*");
        return;
      case "slow":
        voice.notice(cliWords().irc.slow(event.seconds));
        return;
      case "unbanned":
        voice.line(this.#by(event), "MODE", "-b", banMask(event));
        return;
      case "away":
        roster.away(event);
        return;
      case "typing":
        this.#typing(event);
        return;
      case "stored":
        if (event.id === undefined && event.entry.draft.type === "say") {
          this.answers.storedUnheard(event.entry.key, event.entry.draft.text);
        }
        return;
      case "failed": {
        const said = this.answers.take(event.entry.key);
        if (said !== undefined) this.#unstored(event.entry, event.problem, said);
        return;
      }
      case "unsure":
        for (const entry of event.entries) {
          this.chat.drop(entry.key);
          const problem = localProblem("no_answer", cliWords().irc.unsure);
          this.#unstored(entry, problem, this.answers.take(entry.key));
        }
        return;
      case "error":
        if (!this.answers.endOrder(event.of, event.problem)) voice.notice(oneLine(sayProblem(event.problem)));
        return;
      case "break":
        voice.notice(cliWords().irc.broken);
        return;
      case "kicked":
        this.#kicked(event);
        return;
      case "state":
        this.#state(event);
        return;
      case "caught_up":
        this.#sayAwayAgain();
        return;
      case "pending":
      case "paused":
      case "seen":
      case "allowed":
        return;
      default:
        event satisfies never;
    }
  }

  /** Tells the room where its person is. What it does not hear now, it does once it is back. */
  tellAway(): void {
    this.#owesAway = isProblem(this.chat.away(this.#client.away ?? null));
  }

  /** A room forgets it where a connection was lost for long. */
  #sayAwayAgain(): void {
    const { away } = this.#client;
    if (this.#owesAway || (away !== undefined && this.chat.room.you?.away !== away)) this.tellAway();
  }

  #by({ by, byUid }: { by: string; byUid: string }): string {
    return this.voice.source({ nick: by, uid: byUid });
  }

  #typing(person: { nick: string; uid: string }): void {
    if (!this.#client.has("message-tags")) return;
    const tags = { "+typing": "active" };
    this.voice.send({ tags, source: this.voice.source(person), command: "TAGMSG", params: [this.name] });
  }

  #unstored({ draft }: Entry, problem: Problem, said: OwnSaying | undefined): void {
    const { room, voice } = this;
    const { nick } = this.#client;
    const to = draft.type === "say" && draft.to !== undefined ? this.find(draft.to) : undefined;
    const label = said?.label;
    voice.send(unstoredLine({ draft, problem, nick, room, to: to && voice.nick(to), label }));
  }

  #kicked(event: ChatEventOf<"kicked">): void {
    const { nick } = this.#client;
    // Its connection ends in a moment; but many a client joins again at once.
    this.#client.gone(this);
    this.voice.line(this.#by(event), "KICK", nick, oneLine(event.reason ?? event.by));
  }

  #state({ state }: ChatEventOf<"state">): void {
    this.#outage.follow(state);
    if (state.state !== "stopped" && state.state !== "refused") return;
    if (state.state === "refused") this.chat.close();
    const { problem } = state;
    const why = problem === undefined ? cliWords().irc.over : oneLine(sayProblem(problem));
    // Who has left by themselves knows it, and who was put out has been told by whom.
    const wasPutOut = state.state === "stopped" && problem === undefined && PUT_OUT.has(state.code);
    if (this.#client.gone(this) && !wasPutOut) this.voice.line(SERVER, "KICK", this.#client.nick, why);
  }
}
