import * as v from "valibot";
import { count, text } from "./untrusted.ts";

/** A pass that was made for somebody, as its maker is told of it. */
export const invitationFields = {
  pass: text,
  /** The address to give away; the pass stands in its fragment. */
  link: text,
  /** When it runs out, in seconds since 1970. */
  expires: count,
};

/** A pass that the admin has made, or an owner. */
export const invitation = v.object(invitationFields);

export type Invitation = v.InferOutput<typeof invitation>;
