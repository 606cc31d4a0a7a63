import type { Call } from "../shell/call.ts";

/** An order of the admin, and the server that it is for. */
export interface AdminCall {
  readonly origin: string;
  readonly words: readonly string[];
  readonly values: Call["values"];
}
