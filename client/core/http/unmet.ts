import type { Problem } from "../problem.ts";
import type { HttpOutcome } from "./exchange.ts";

/** Why a server has not done what it was asked for by plain HTTP: an expected failure, as a value. */
export type Unmet =
  | {
      readonly unmet: "request";
      /** Of whose server. */
      readonly origin: string;
      readonly isPost: boolean;
      /** What the last attempt came to. */
      readonly outcome: HttpOutcome;
      /** What a papo server says in it. */
      readonly refusal?: Problem | undefined;
      /** Whether what was posted may be stored all the same: nobody knows. */
      readonly mayBeStored: boolean;
    }
  /** The server says that there are older messages, and does not come to them. */
  | { readonly unmet: "pages" };

export function isUnmet(value: object): value is Unmet {
  return "unmet" in value;
}
