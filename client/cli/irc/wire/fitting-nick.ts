import type { Refusal } from "../../../../src/protocol/error.ts";
import { isRefusal } from "../../../../src/protocol/error.ts";
import { LIMITS } from "../../../../src/protocol/limits.ts";
import { readNickname } from "../../../../src/protocol/nickname.ts";
import { graphemes } from "../../text/graphemes.ts";

const UNFIT = /[^\p{L}\p{M}\p{Nd}_-]/gu;
const BEFORE_LETTERS = /^\P{L}+/u;
/** Code units that are looked at. */
const MOST = 256;

/** A nickname that papo takes, made of one that it may not: IRC's are longer, and have other signs. */
export function fittingNick(wanted: string): string | Refusal {
  const nick = readNickname(wanted);
  if (!isRefusal(nick)) return nick;
  const letters = wanted.slice(0, MOST).replace(UNFIT, "").replace(BEFORE_LETTERS, "");
  const fitting = readNickname(graphemes(letters).slice(0, LIMITS.nick[1]).join(""));
  return isRefusal(fitting) ? nick : fitting;
}
