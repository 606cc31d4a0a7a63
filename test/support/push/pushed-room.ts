import type { CommandInput } from "../../../src/protocol/command.ts";
import { RoomWorld } from "../room/room-world.ts";
import { anySubscription } from "./subscriptions.ts";

type Push = Extract<CommandInput, { type: "push" }>;

/** Asks for pushes to a device. */
export function order(name: string, wants: Push["for"] = "calls"): Push {
  return { type: "push", cid: 1, subscription: anySubscription(name), for: wants };
}

/** bob and cat are in a room; ana has been, and has a device that is told what calls her. */
export function roomWithout({ wants = "calls" as Push["for"], settings = {} } = {}) {
  const world = new RoomWorld({ burst: 1_000, ...settings });
  const bob = world.join("bob");
  const cat = world.join("cat");
  const ana = world.join("ana");
  ana.send(order("phone", wants));
  ana.send({ type: "leave" });
  for (const peer of [bob, cat]) peer.take();
  const told = () => world.takePushed().map(([device, { text, count }]) => [device, text, count ?? 1]);
  return { world, ana, bob, cat, told };
}

/** The same, with ana there. */
export function roomWith({ wants = "calls" as Push["for"], settings = {} } = {}) {
  const room = roomWithout({ wants, settings });
  const ana = room.world.join("ana");
  return { ...room, ana };
}

/** The devices that the disk knows, by name. */
export const kept = (world: RoomWorld) =>
  world.store.subscriptions.all().map(({ endpoint }) => endpoint.split("/").at(-1));
