import * as v from "valibot";
import type { Door, PassOrder } from "../../../src/protocol/http.ts";
import { doorState, type RoomEntry, type RoomList, roomList } from "../../../src/protocol/http-answer.ts";
import { type Invitation, invitation } from "../../../src/protocol/invitation.ts";
import { LIMITS } from "../../../src/protocol/limits.ts";
import { Asker, type AskerOptions } from "./asker.ts";
import { type DoorKeys, doorHeaders } from "./door-headers.ts";
import type { HttpRequest } from "./exchange.ts";
import type { Expected } from "./judge.ts";
import { isUnmet, type Unmet } from "./unmet.ts";

export interface AdminHttpOptions extends AskerOptions {
  /** What opens something that stands in front of the server. */
  readonly gate?: DoorKeys["gate"];
  readonly origin: string;
  /** The deployment's admin token. */
  readonly admin: string;
}

interface AdminRequest<Schema> extends Expected<Schema> {
  readonly path: string;
  readonly method?: HttpRequest["method"];
  readonly order?: object;
}

const nothing = v.pipe(
  v.undefined(),
  v.transform(() => ({})),
);

/** Pages of rooms, at most: more than a deployment has. */
const MOST_PAGES = 10_000;

/** What the owner of a deployment may ask of it. */
export class AdminHttp {
  readonly #options: AdminHttpOptions;
  readonly #asker: Asker;

  constructor(options: AdminHttpOptions) {
    this.#options = options;
    this.#asker = new Asker(options);
  }

  /** Makes an invitation. */
  invite(order: PassOrder): Promise<Invitation | Unmet> {
    return this.#ask({ path: "/passes", method: "POST", order, status: 201, schema: invitation });
  }

  /** Opens or closes the door, until it is told otherwise. */
  door(door: Door): Promise<{ door: string } | Unmet> {
    return this.#ask({ path: "/door", method: "PUT", order: { door }, status: 200, schema: doorState });
  }

  /** Erases a room with all that was said in it, and sends everybody out. */
  erase(room: string): Promise<object | Unmet> {
    return this.#ask({ path: `/rooms/${room}`, method: "DELETE", status: 204, schema: nothing });
  }

  /** The rooms behind a name, in the order of their names, page after page. What can't be had is the last that is told. */
  async *rooms(after?: string): AsyncGenerator<RoomList | Unmet> {
    let from = after;
    for (let pages = 1; ; pages++) {
      const query = new URLSearchParams({
        limit: String(LIMITS.page),
        ...(from !== undefined && { after: from }),
      });
      const page = await this.#ask({ path: `/rooms?${query}`, status: 200, schema: roomList });
      yield page;
      if (isUnmet(page) || !page.more) return;
      const next = page.after ?? page.rooms.at(-1)?.room;
      if (next === undefined || (from !== undefined && next <= from) || pages >= MOST_PAGES) {
        yield { unmet: "pages" };
        return;
      }
      from = next;
    }
  }

  /** What the registry knows of one room. */
  async entry(room: string): Promise<RoomEntry | Unmet | undefined> {
    // Names in their order: what is shorter by its end comes before.
    const before = room.slice(0, -1).replace(/-+$/, "");
    for await (const page of this.rooms(before === "" ? undefined : before)) {
      if (isUnmet(page)) return page;
      const found = page.rooms.find((entry) => entry.room === room);
      if (found !== undefined || page.rooms.some((entry) => entry.room > room)) return found;
    }
    return undefined;
  }

  #ask<Schema extends v.GenericSchema<unknown, object>>({
    path,
    order,
    ...asked
  }: AdminRequest<Schema>): Promise<v.InferOutput<Schema> | Unmet> {
    const { origin, admin, gate } = this.#options;
    return this.#asker.ask({
      ...asked,
      url: `${origin}/api${path}`,
      headers: doorHeaders({ admin, gate }),
      ...(order !== undefined && { body: JSON.stringify(order) }),
    });
  }
}
