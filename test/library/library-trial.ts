import type { Address } from "../../client/core/address.ts";
import type { Problem } from "../../client/core/problem.ts";
import { joinIn } from "../../client/library/join-in.ts";
import { PapoError } from "../../client/library/papo-error.ts";
import type { BytesPost } from "../../client/library/room-files.ts";
import type { RoomEvent } from "../../client/library/types/event.ts";
import type { JoinOptions } from "../../client/library/types/join.ts";
import type { Room } from "../../client/library/types/room.ts";
import type { Welcome } from "../../src/protocol/event.ts";
import { FakeClock } from "../support/fake-clock.ts";
import type { MemoryNetwork } from "../support/room/memory-connection.ts";
import { MemoryNetwork as Network } from "../support/room/memory-connection.ts";
import { ModelRoom, type ModelRoomOptions } from "../support/room/model-room.ts";
import { ScriptedRoom, welcome } from "../support/room/scripted-room.ts";

export const URL_OF_LOBBY = "https://chat.example.org/lobby";

/** Programs that join rooms over a network in memory. */
export function libraryOver(network: MemoryNetwork) {
  const clock = new FakeClock();
  const ways: { address: Address; pass: string | undefined; token: string }[] = [];
  const reported: unknown[] = [];
  const posts: BytesPost[] = [];
  const server: { refusal: Problem | undefined; answer?: { status: number; body: string } } = {
    refusal: undefined,
  };
  const joinRoom = joinIn<JoinOptions>({
    clock,
    random: () => 0.5,
    wayTo(address, { pass, token }) {
      ways.push({ address, pass, token });
      return {
        connect: network.connect,
        refusal: () => server.refusal,
        unreached: () => new PapoError({ code: "offline", message: "Nobody is there." }),
        async post(request) {
          posts.push(request);
          if (server.answer === undefined) throw new Error("Nobody is there.");
          return server.answer;
        },
      };
    },
    report: (error) => reported.push(error),
  });
  return { clock, joinRoom, ways, reported, server, posts };
}

/** A program that joins a room which follows the test's script. */
export function scripted() {
  const room = new ScriptedRoom();
  const library = libraryOver(room.network);
  return {
    ...library,
    script: room,
    join: (options: Partial<JoinOptions> = {}, url = URL_OF_LOBBY) =>
      library.joinRoom(url, { nick: "ana", ...options }),
    async joined(given: Partial<Welcome> = {}, options: Partial<JoinOptions> = {}): Promise<Room> {
      const joining = library.joinRoom(URL_OF_LOBBY, { nick: "ana", ...options });
      room.tell(welcome(given));
      const joined = await joining;
      room.take();
      return joined;
    },
    pass(ms: number) {
      library.clock.advance(ms);
      room.network.run();
    },
  };
}

/** Programs in a small honest room. */
export function modelled(options: ModelRoomOptions = {}) {
  const room = new ModelRoom(options);
  const network = new Network(room.accept);
  const library = libraryOver(network);
  /** Delivers until nothing is in flight, and nobody has more to send. */
  const run = async () => {
    do {
      network.run();
      // All that promises have set going.
      await new Promise(setImmediate);
    } while (network.busy.length > 0);
  };
  return {
    ...library,
    room,
    network,
    run,
    async joined(options: Partial<JoinOptions> = {}): Promise<Room> {
      const joining = library.joinRoom(URL_OF_LOBBY, { nick: "ana", ...options });
      await run();
      return joining;
    },
    /** Everything breaks and comes back. */
    async blink() {
      network.cutAll();
      await run();
      library.clock.advance(60_000);
      await run();
    },
  };
}

/** What has been asked for, and not been told yet. */
const asked = new WeakMap<AsyncIterator<RoomEvent>, Promise<IteratorResult<RoomEvent>>>();

/** What is there to be read now. */
export async function read(
  iterator: AsyncIterator<RoomEvent>,
  run: () => Promise<unknown>,
): Promise<RoomEvent[]> {
  const events: RoomEvent[] = [];
  for (;;) {
    const next = asked.get(iterator) ?? iterator.next();
    asked.set(iterator, next);
    const result = await Promise.race([next, run().then(() => Promise.race([next, undefined]))]);
    if (result === undefined) return events;
    asked.delete(iterator);
    if (result.done) return events;
    events.push(result.value);
  }
}
