import { addressOf, parseAddress } from "../../core/address.ts";
import type { InvitationLink } from "../../core/invited.ts";
import { isProblem } from "../../core/problem.ts";
import { addressWords } from "../../core/words/address-words.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { Failure } from "../end/failure.ts";
import { MOST_ROOMS, type WhoseRooms } from "../person/kept-rooms.ts";
import { knownRooms } from "../person/known-rooms.ts";
import { linkTo } from "../shell/link-to.ts";
import type { ClientSettings } from "../shell/settings.ts";
import { listed } from "../view/log-line.ts";
import { cliWords } from "../words/words.ts";
import { findRoom } from "./find-room.ts";
import type { RoomActions } from "./room-commands.ts";
import { roomRows } from "./room-rows.ts";
import type { Seat } from "./seat.ts";
import type { Stage } from "./stage.ts";

export interface RoomOrdersOptions {
  readonly stage: Stage;
  readonly profile: WhoseRooms;
  /** How to go to one more room. Throws a Failure about what is wrong. */
  settingsFor(link: InvitationLink): ClientSettings;
}

/** Does what somebody orders about their rooms. */
export class RoomOrders implements RoomActions {
  readonly #stage: Stage;
  readonly #settingsFor: RoomOrdersOptions["settingsFor"];
  readonly #profile: WhoseRooms;

  constructor({ stage, settingsFor, profile }: RoomOrdersOptions) {
    this.#stage = stage;
    this.#settingsFor = settingsFor;
    this.#profile = profile;
  }

  join(written: string): string | undefined {
    const stage = this.#stage;
    const { rooms } = cliWords();
    if (written === "") return rooms.whichRoom;
    const link = linkTo(written, stage.front?.address.origin);
    if (isProblem(link)) return sayProblem(link);
    const { origin, room } = link;
    if (room === undefined) return addressWords.address.noRoom(new URL(origin).host);
    const there = this.#seatAt(addressOf(origin, room).apiUrl);
    if (there === undefined && stage.seats.length >= MOST_ROOMS) return rooms.most(MOST_ROOMS);
    try {
      stage.go(there ?? this.#enter(link));
      return undefined;
    } catch (error) {
      if (error instanceof Failure) return error.message;
      throw error;
    }
  }

  /** As who one is where one talks now, unless it is said otherwise once and for all. */
  #enter(link: InvitationLink): Seat {
    const settings = this.#settingsFor(link);
    return this.#stage.add({ settings, nick: settings.nick ?? this.#stage.front?.conversation?.nick ?? "" });
  }

  part(written: string): string | undefined {
    return this.#about(written, (seat) => this.#stage.part(seat));
  }

  go(written: string): string | undefined {
    if (written !== "") return this.#about(written, (seat) => this.#stage.go(seat));
    return this.#stage.turnTo("unread") ? undefined : cliWords().rooms.nothingUnread;
  }

  list(): void {
    this.#stage.say(roomRows(this.#stage).map(listed));
  }

  quiet(written: string): string | undefined {
    return this.#about(written, (seat) => {
      const { rooms } = cliWords();
      seat.quiet = !this.#stage.isQuiet(seat);
      this.#stage.say([listed(seat.quiet ? rooms.quiet(seat.name) : rooms.quietNoMore(seat.name))]);
      this.#stage.changed();
    });
  }

  names(): readonly string[] {
    return this.#stage.seats.map(({ name }) => name);
  }

  known(): readonly string[] {
    const { front, seats } = this.#stage;
    if (front === undefined) return [];
    const { origin } = front.address;
    const here = seats.filter(({ address }) => address.origin === origin).map(({ room }) => room);
    return knownRooms(this.#profile, origin).filter((room) => !here.includes(room));
  }

  /** The room in front, where none is named. */
  #about(written: string, act: (seat: Seat) => void): string | undefined {
    const { front, seats } = this.#stage;
    const address = written.includes("/") ? parseAddress(written) : undefined;
    const named = address === undefined || isProblem(address) ? undefined : this.#seatAt(address.apiUrl);
    const seat = written === "" ? front : (named ?? findRoom(written, seats));
    if (typeof seat === "string") return seat;
    if (seat !== undefined) act(seat);
    return undefined;
  }

  #seatAt(apiUrl: string): Seat | undefined {
    return this.#stage.seats.find(({ address }) => address.apiUrl === apiUrl);
  }
}
