import type { Claims } from "../protocol/pass.ts";
import type { Used } from "./report.ts";

/** The header in which it travels to a room, as JSON, with who asks for a socket. */
export const INTRODUCTION_HEADER = "Papo-Introduction";

/** What the front door says of who comes in. It has checked their pass and their admin token. */
export interface Introduction {
  /** The scheme and host by which they came: links for others begin so. */
  readonly origin?: string;
  /** Whether they showed the admin token as they came. */
  readonly admin?: boolean;
  /** Their pass, where they have a good one. */
  readonly pass?: Pass;
  /** How far the deployment's day is used up, as the door last heard. */
  readonly used?: Used;
}

export type Pass = Pick<Claims, "id" | "exp" | "make" | "one">;
