import { addressOf } from "../../core/address.ts";
import { type Entrance, enter } from "../net/enter.ts";
import { KeptPass } from "../person/pass.ts";
import { Self } from "../person/self.ts";
import type { ClientSettings } from "../shell/settings.ts";

/** Somebody who wants to go into a room. */
export interface IrcComer {
  readonly profile: string;
  readonly nick: string;
  /** The room's, where they have said one. */
  readonly key: string | undefined;
}

/** The way to the rooms of one server. */
export interface RoomsDoor {
  /** The server's. */
  readonly origin: string;
  /** Somebody at a room's door: the person of that profile, by that nickname. */
  at(room: string, comer: IrcComer): Pick<Entrance, "chat" | "trouble">;
}

export function roomsDoor(settings: ClientSettings): RoomsDoor {
  const { origin } = settings.address;
  return {
    origin,
    at(room, { profile, nick, key }) {
      const place = { env: settings.env, profile, address: addressOf(origin, room) };
      const pass = new KeptPass(place, settings.pass.current);
      pass.seek();
      const theirs = { ...settings, ...place, pass, key: key ?? settings.key };
      const self = new Self(theirs, nick);
      const entrance = enter(theirs, { self });
      entrance.chat.subscribe((event) => self.follow(event, entrance.chat.room));
      return entrance;
    },
  };
}
