import { LIMITS } from "../../../src/protocol/limits.ts";
import type { Banning } from "../chat.ts";
import { durationIn } from "../duration.ts";
import { words } from "../words/words.ts";
import { splitWord } from "./pointing.ts";

const HOUR = 3_600_000;
/** Telephones make a dash of two hyphens. */
const OPTION = /^[-–—]+(?=[a-z])/i;
/** What somebody may have meant for a time, and had better not read as a reason of a ban for good. */
const LIKE_A_TIME = /^(?:for\s+)?\d+\s*(?:[hdwmy]|min|hours?|days?|weeks?|months?|years?)(?:\s|$)/i;

/** Reads what stands behind the name of whom one bans: `--for 2h --hide`, and the reason. Behind `--` all is reason. */
export function readBanning(written: string): Banning | string {
  const { banHow } = words.slash;
  const how: Banning = {};
  let rest = written;
  while (OPTION.test(rest)) {
    const [option, behind] = splitWord(rest);
    const name = option.replace(OPTION, "").toLowerCase();
    rest = behind;
    if (name === "hide") how.hide = true;
    else if (name === "for" || name === "hours") {
      const [time, reason] = splitWord(behind);
      const hours = (durationIn(name === "hours" ? `${time}h` : time) ?? 0) / HOUR;
      if (!Number.isInteger(hours) || hours < 1 || hours > LIMITS.banHours) return banHow;
      how.hours = hours;
      rest = reason;
    } else return banHow;
  }
  if (LIKE_A_TIME.test(rest)) return banHow;
  const reason = rest.replace(/^--(?:\s+|$)/, "");
  return reason === "" ? how : { ...how, reason };
}
