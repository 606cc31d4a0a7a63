import { secrets } from "../object/secrets.ts";
import { networkOf } from "../object/sockets/network.ts";
import { refuseAs } from "../protocol/detail.ts";
import { isRefusal, type Refusal, waiting } from "../protocol/error.ts";
import { LIMITS } from "../protocol/limits.ts";
import { ADMIN_HEADER, type Claims } from "../protocol/pass.ts";
import { checkPass, type Mint } from "../room/passes.ts";
import { AttemptLimit } from "../room/state/attempt-limit.ts";
import type { RoomClock } from "../room/state/room-clock.ts";
import type { Settings } from "../settings/settings.ts";
import { passesIn } from "./shown.ts";

/** Checks what somebody shows at the door: without storage, and before any object hears of them. */
export class Doorkeeper {
  readonly #settings: Settings;
  readonly #clock: RoomClock;
  readonly #wrongAdmins = new AttemptLimit();

  constructor(settings: Settings, clock: RoomClock) {
    this.#settings = settings;
    this.#clock = clock;
  }

  /** What passes are signed and checked with, where the deployment has any. */
  get mint(): Mint | undefined {
    const { passSecret: secret } = this.#settings;
    return secret === undefined ? undefined : { secrets, secret, now: this.#clock.wall() };
  }

  /** Whether the admin comes. Who says so and isn't is refused, and so is whoever guesses too often. */
  checkAdmin(headers: Headers): boolean | Refusal {
    const given = headers.get(ADMIN_HEADER);
    if (given === null) return false;
    const network = networkOf(headers.get("CF-Connecting-IP") ?? undefined) ?? "unknown";
    const now = this.#clock.steady();
    const wait = this.#wrongAdmins.wait(network, now);
    if (wait > 0) return waiting(wait, refuseAs("too_many_wrong_admin_tokens"));
    const { adminToken } = this.#settings;
    const isRight = given.length <= LIMITS.secret && secrets.equal(given, adminToken ?? "");
    if (isRight && adminToken !== undefined) return true;
    this.#wrongAdmins.fail(network, now);
    return refuseAs("wrong_admin_token");
  }

  /** The pass that somebody shows for a room. Of several that differ none counts: nobody guesses. */
  checkPass(headers: Headers, room: string): Claims | Refusal {
    const [pass, ...others] = new Set(passesIn(headers));
    if (pass === undefined) return refuseAs("pass_missing");
    const { mint } = this;
    return mint && others.length === 0 ? checkPass(mint, pass, room) : refuseAs("pass_forged");
  }
}

/** What a room is told of a pass: nothing of one that is not good. */
export function passFor(checked: Claims | Refusal) {
  if (isRefusal(checked)) return {};
  const { id, exp, make, one } = checked;
  return {
    pass: { id, exp, ...(make !== undefined && { make }), ...(one !== undefined && { one }) },
  };
}
