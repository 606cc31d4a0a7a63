import { isProblem } from "../core/problem.ts";
import { checked } from "./checked.ts";
import { Deeds } from "./deeds.ts";
import type { RoomFiles } from "./room-files.ts";
import type { RoomStay } from "./room-stay.ts";
import type {
  ActsQuery,
  Banning,
  HistoryQuery,
  Inviting,
  SayOptions,
  SearchQuery,
  Stored,
} from "./types/answer.ts";
import type { RoomEvent, RoomEventOf } from "./types/event.ts";
import type { FileContent, Member, Role, SharedFile } from "./types/message.ts";
import type { Problem } from "./types/problem.ts";
import type { Room } from "./types/room.ts";
import type { Saved } from "./types/saved.ts";

export interface RoomOnChatOptions {
  readonly stay: RoomStay;
  readonly url: string;
  readonly files: RoomFiles;
  /** Who this is, for `saved`. */
  readonly self: Pick<Saved, "token" | "client">;
}

/** A room as a program has it: what it says goes through the chat, what it hears comes from the stay. */
export class RoomOnChat implements Room {
  // What is built is minified, and whoever looks at one in a console begins with this.
  static readonly name = "Room";
  readonly url: string;
  readonly ended: Room["ended"];
  readonly #stay: RoomStay;
  readonly #self: RoomOnChatOptions["self"];
  readonly #deeds: Deeds;
  readonly #files: RoomFiles;

  constructor({ stay, url, files, self }: RoomOnChatOptions) {
    this.url = url;
    this.ended = stay.ended;
    this.#stay = stay;
    this.#self = self;
    this.#deeds = new Deeds(stay);
    this.#files = files;
  }

  get name(): string {
    return this.#chat.room.name;
  }

  get state(): Room["state"] {
    if (this.#stay.isOver) return "ended";
    return this.#chat.state.state === "online" ? "online" : "offline";
  }

  get you(): Member {
    return this.#chat.room.you ?? { nick: "", uid: "", role: "member" };
  }

  get members(): readonly Member[] {
    return this.#chat.room.members;
  }

  get topic(): string {
    return this.#chat.room.topic;
  }

  get locked(): boolean {
    return this.#chat.room.locked;
  }

  get slow(): number {
    return this.#chat.room.slow;
  }

  get features(): readonly string[] {
    return this.#chat.room.features;
  }

  say(text: string, { to, reply, action, files }: SayOptions = {}): Promise<Stored | Problem> {
    const ids = Array.isArray(files)
      ? files.map((file) => (typeof file === "string" ? file : file?.id))
      : files;
    const said = checked({ type: "say", text, to, re: reply, me: action, files: ids });
    return this.#deeds.store(said, ({ type: _, cid: __, ...saying }) => this.#chat.say(saying));
  }

  async upload(content: FileContent, { name }: { readonly name: string }): Promise<SharedFile | Problem> {
    return this.#stay.over ?? this.#files.upload(content, name);
  }

  fileUrl(file: Pick<SharedFile, "id" | "name">): string {
    return this.#files.urlOf(file);
  }

  edit(id: number, text: string): Promise<Stored | Problem> {
    return this.#deeds.store(checked({ type: "edit", id, text }), (command) =>
      this.#chat.edit(command.id, command.text),
    );
  }

  delete(id: number): Promise<Stored | Problem> {
    return this.#deeds.store(checked({ type: "delete", id }), (command) => this.#chat.delete(command.id));
  }

  react(id: number, emoji: string, on = true): Promise<Stored | Problem> {
    return this.#deeds.store(checked({ type: "react", id, emoji, on }), (command) =>
      this.#chat.react(command.id, command.emoji, command.on),
    );
  }

  history(query: HistoryQuery = {}) {
    return this.#deeds.ask(checked({ ...query, type: "history" }), ({ type: _, cid: __, ...asked }) =>
      this.#chat.history(asked),
    );
  }

  search(text: string, query: SearchQuery = {}) {
    return this.#deeds.ask(checked({ ...query, type: "search", text }), ({ type: _, cid: __, ...asked }) =>
      this.#chat.search(asked),
    );
  }

  bans() {
    return this.#deeds.ask(checked({ type: "bans" }), () => this.#chat.bans());
  }

  acts(query: ActsQuery = {}) {
    return this.#deeds.ask(checked({ ...query, type: "acts" }), ({ type: _, cid: __, ...asked }) =>
      this.#chat.acts(asked),
    );
  }

  invite(wanted: Inviting) {
    return this.#deeds.ask(checked({ ...wanted, type: "invite" }), ({ type: _, cid: __, ...asked }) =>
      this.#chat.invite(asked),
    );
  }

  hook(name: string) {
    return this.#deeds.ask(checked({ type: "hook", name }), (command) => this.#chat.hook(command.name));
  }

  hooks() {
    return this.#deeds.ask(checked({ type: "hooks" }), () => this.#chat.hooks());
  }

  unhook(name: string) {
    return this.#deeds.ask(checked({ type: "unhook", name }), (command) => this.#chat.unhook(command.name));
  }

  typing(): void {
    this.#chat.typing();
  }

  seen(id: number): void {
    const command = checked({ type: "seen", id });
    if (!isProblem(command)) this.#chat.seen(command.id);
  }

  away(text: string | null): Promise<Problem | undefined> {
    return this.#deeds.order(checked({ type: "away", text }), (command) => this.#chat.away(command.text));
  }

  rename(nick: string): Promise<Problem | undefined> {
    return this.#deeds.order(checked({ type: "nick", nick }), (command) => this.#chat.rename(command.nick));
  }

  setTopic(text: string): Promise<Problem | undefined> {
    return this.#deeds.order(checked({ type: "topic", text }), (command) => this.#chat.topic(command.text));
  }

  kick(who: string, reason?: string): Promise<Problem | undefined> {
    return this.#deeds.order(checked({ type: "kick", who, reason }), (command) =>
      this.#chat.kick(command.who, command.reason),
    );
  }

  ban(who: string, how: Banning = {}): Promise<Problem | undefined> {
    return this.#deeds.order(checked({ ...how, type: "ban", who }), ({ type: _, who: whom, ...manner }) =>
      this.#chat.ban(whom, manner),
    );
  }

  unban(who: string): Promise<Problem | undefined> {
    return this.#deeds.order(checked({ type: "unban", who }), (command) => this.#chat.unban(command.who));
  }

  allow(who: string): Promise<Problem | undefined> {
    return this.#deeds.order(checked({ type: "allow", who }), (command) => this.#chat.allow(command.who));
  }

  setRole(who: string, role: Role): Promise<Problem | undefined> {
    return this.#deeds.order(checked({ type: "role", who, role }), (command) =>
      this.#chat.role(command.who, command.role),
    );
  }

  lock(key: string): Promise<Problem | undefined> {
    return this.#deeds.order(checked({ type: "lock", key }), () => this.#chat.lock(key));
  }

  unlock(): Promise<Problem | undefined> {
    return this.#deeds.order(checked({ type: "lock", key: null }), () => this.#chat.unlock());
  }

  setSlow(seconds: number): Promise<Problem | undefined> {
    return this.#deeds.order(checked({ type: "slow", seconds }), (command) =>
      this.#chat.slow(command.seconds),
    );
  }

  on<Type extends RoomEvent["type"]>(
    type: Type,
    listener: (event: RoomEventOf<Type>) => unknown,
  ): () => void {
    return this.#stay.hearers.add(type, listener);
  }

  leave(reason?: string): Promise<void> {
    return this.#stay.leave({ reason });
  }

  saved(): Saved {
    const { chat, hearers, place, followers } = this.#stay;
    const { after: _, afterAt: __, epoch: ___, ...saved } = chat.saved();
    return {
      ...saved,
      ...(place.epoch !== undefined && { epoch: place.epoch }),
      ...(followers.place(!hearers.isEmpty) ?? place),
      ...this.#self,
    };
  }

  [Symbol.asyncIterator](): AsyncIterator<RoomEvent> {
    return this.#stay.followers.iterate(this.#stay.place);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.leave();
  }

  get #chat() {
    return this.#stay.chat;
  }
}
