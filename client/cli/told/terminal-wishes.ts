import { writtenHours } from "../../core/notify/quiet-hours.ts";
import type { DeviceWishes } from "../../core/notify/wishes.ts";
import { Failure } from "../end/failure.ts";
import type { Environment } from "../person/directories.ts";
import { configFile } from "../shell/config.ts";
import { setInConfig, unsetInConfig } from "../shell/config-file.ts";
import { cliWords } from "../words/words.ts";

/** What somebody wants to be told of all rooms, as the config file had it, and as they have chosen since. */
export class TerminalWishes {
  readonly #env: Environment;
  #now: DeviceWishes;

  constructor(env: Environment, now: DeviceWishes) {
    this.#env = env;
    this.#now = now;
  }

  get now(): DeviceWishes {
    return this.#now;
  }

  /** Keeps a change in the config file. A sentence where it can't; it holds all the same until the end. */
  set(change: Partial<DeviceWishes>): string | undefined {
    this.#now = { ...this.#now, ...change };
    const { sound, quietHours } = change;
    try {
      const file = configFile(this.#env);
      if (sound !== undefined) setInConfig(file, "bell", [String(sound)]);
      if (quietHours !== undefined) setInConfig(file, "quiet-hours", [writtenHours(quietHours)]);
      else if ("quietHours" in change) unsetInConfig(file, "quiet-hours");
      return undefined;
    } catch (error) {
      if (error instanceof Failure) return cliWords().told.wishesNotKept(error.message);
      throw error;
    }
  }
}
