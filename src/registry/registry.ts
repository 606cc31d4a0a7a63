import { DurableObject } from "cloudflare:workers";
import type { Door } from "../protocol/http.ts";
import type { RoomList } from "../protocol/http-answer.ts";
import type { RoomReport, Used, VapidKeys } from "../room/report.ts";
import { readSettings } from "../settings/settings.ts";
import { newVapidKeys } from "./new-vapid-keys.ts";
import { type DoorState, Registrar, type RoomsAsked } from "./registrar.ts";

/**
 * The one object of a deployment that knows which rooms there are. It stands
 * on no message's way: rooms report to it in bulk, and the front door looks at
 * it now and then. Where it is gone, talk goes on.
 */
export class Registry extends DurableObject<Env> {
  readonly #registrar: Registrar;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#registrar = new Registrar({
      database: ctx.storage,
      settings: readSettings(env),
      now: () => Date.now(),
      ring: (at) => void ctx.storage.setAlarm(at),
      newVapidKeys,
      room: (name) => env.ROOM.getByName(name),
    });
  }

  look(): DoorState {
    return this.#registrar.look();
  }

  report(report: RoomReport): Used {
    return this.#registrar.report(report);
  }

  forget(room: string, made?: number): void {
    this.#registrar.forget(room, made);
  }

  list(asked: RoomsAsked): RoomList {
    return this.#registrar.list(asked);
  }

  setDoor(door: Door): DoorState {
    return this.#registrar.setDoor(door);
  }

  /** The secret one among them goes to rooms, and to nobody else. */
  async vapidKeys(): Promise<VapidKeys> {
    return await this.#registrar.vapidKeys();
  }

  /** What browsers are to be told. */
  async pushKey(): Promise<string> {
    return (await this.#registrar.vapidKeys()).key;
  }

  override async alarm(): Promise<void> {
    await this.#registrar.wake();
  }
}
