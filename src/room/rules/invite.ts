import type { CommandOf } from "../../protocol/command.ts";
import { refuseAs } from "../../protocol/detail.ts";
import { invitationLink } from "../../protocol/pass.ts";
import type { Actor } from "../actor.ts";
import { answer } from "../effect.ts";
import type { Outcome } from "../outcome.ts";
import { makePass } from "../passes.ts";
import type { Room } from "../state/room.ts";
import { note } from "./acts.ts";

/** Makes a pass for this room. */
export function invite(room: Room, actor: Actor, { cid, days, one = false }: CommandOf<"invite">): Outcome {
  const { secrets, settings, clock, name } = room;
  const secret = settings.passSecret;
  if (secret === undefined) return refuseAs("no_pass_secret");
  const made = makePass({ secrets, secret, now: clock.wall() }, { days, rooms: [name], ...(one && { one }) });
  const link = invitationLink(actor.joined.origin ?? "", name, made.pass);
  note(room, actor, { act: "invite" });
  return [answer(actor.session, { type: "invite", ...(cid !== undefined && { cid }), ...made, link })];
}
