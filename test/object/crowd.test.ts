import { describe, expect, test } from "vitest";
import { Backlog } from "../../src/object/sockets/backlog.ts";
import { Peer } from "../../src/object/sockets/peer.ts";
import { Peers } from "../../src/object/sockets/peers.ts";
import type { Socket } from "../../src/object/sockets/socket.ts";
import { ROOM_LIMITS } from "../../src/protocol/limits.ts";
import { RoomClock } from "../../src/room/state/room-clock.ts";
import { GONE, type SessionId, type SessionState } from "../../src/room/state/session.ts";

const MIB = 1024 * 1024;

const JOINED: SessionState = {
  ...{ state: "joined", address: "near", since: 0, uid: "u", client: "c" },
  ...{ cid: 0, admin: false },
};

/** A peer that only ever listens; `pingedAt` is when it last said that it does. */
class Silence implements Socket {
  pingedAt = 0;
  send(): void {}
  close(): void {}
  attach(): void {}
  lastPing(): number {
    return this.pingedAt;
  }
  buffered(): number {
    return 0;
  }
}

/** Sockets under a clock that a test sets. */
function trial() {
  let now = 1_790_000_000_000;
  let sockets = 0;
  const clock = new RoomClock(() => now);
  const backlog = new Backlog();
  const states = new Map<SessionId, SessionState>();
  const stateOf = (session: SessionId) => states.get(session) ?? GONE;
  const peers = new Peers(clock, stateOf);
  return {
    ...{ clock, backlog, peers },
    /** A socket is let in. */
    admit: ({ session }: Peer) => states.set(session, JOINED),
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    /** Somebody connects, without joining. */
    connect(address: string, socket = new Silence()) {
      const crowdedOut = peers.crowdedOut(address);
      for (const session of crowdedOut) states.delete(session);
      const id = ++sockets;
      states.set(id, { state: "waiting", address, since: now, failures: 0 });
      const peer = new Peer(
        socket,
        { id, since: now },
        {
          clock,
          stateOf,
          unread: (slow, bytes) => backlog.note(slow, bytes),
        },
      );
      peers.add(peer);
      return { peer, crowdedOut };
    },
  };
}

describe("who has yet to join", () => {
  test("makes room for the next of the same network, who waited longest first, beyond 200", () => {
    const { connect } = trial();
    const waiting = Array.from({ length: 200 }, () => connect("near"));
    expect(waiting.flatMap(({ crowdedOut }) => crowdedOut)).toEqual([]);
    expect(connect("far").crowdedOut).toEqual([]);
    for (const { peer } of waiting.slice(0, 3)) expect(connect("near").crowdedOut).toEqual([peer.session]);
  });

  test("makes room beyond 5,000 from wherever they are", () => {
    const { connect } = trial();
    const waiting = Array.from({ length: 5_000 }, (_, place) => connect(`${place % 50}`));
    expect(connect("home").crowdedOut).toEqual([waiting[0]?.peer.session]);
  });

  test("who has joined does not count", () => {
    const { connect, admit } = trial();
    const [first] = Array.from({ length: 200 }, () => connect("near").peer);
    if (first) admit(first);
    expect(connect("near").crowdedOut).toEqual([]);
  });
});

describe("a clock that is set", () => {
  const HOUR = 3_600_000;
  test.each([
    ["2 hours on", 2 * HOUR],
    ["30 days on", 720 * HOUR],
    ["2 hours back", -2 * HOUR],
    ["30 days back", -720 * HOUR],
  ])("%s keeps nobody who is dead, and nobody waiting, for ever", (_, step) => {
    const { connect, admit, peers, pass } = trial();
    const { peer } = connect("near");
    pass(step);
    peers.forgive();
    const whys = () => peers.overdue().map(({ session, why }) => [session === peer.session, why]);
    pass(75_000);
    expect(whys()).toEqual([[true, "no join"]]);
    admit(peer);
    expect(whys()).toEqual([[true, "no ping"]]);
  });

  test("back keeps nobody for a ping from before it", () => {
    const { connect, admit, peers, pass, clock } = trial();
    const socket = new Silence();
    const { peer } = connect("near", socket);
    admit(peer);
    socket.pingedAt = clock.wall();
    pass(-2 * HOUR);
    peers.forgive();
    pass(76_000);
    peers.overdue();
    pass(76_000);
    expect(peers.overdue()).toHaveLength(1);
  });

  test("and a ping since then counts", () => {
    const { connect, admit, peers, pass, clock } = trial();
    const socket = new Silence();
    const { peer } = connect("near", socket);
    admit(peer);
    pass(-2 * HOUR);
    peers.forgive();
    pass(74_000);
    socket.pingedAt = clock.wall();
    pass(74_000);
    expect(peers.overdue()).toEqual([]);
    pass(2_000);
    expect(peers.overdue()).toHaveLength(1);
  });
});

describe("what is left unread", () => {
  const peers = (count: number) => {
    const { connect, backlog } = trial();
    return { backlog, peers: Array.from({ length: count }, () => connect("near").peer) };
  };

  test("by one is 8 MiB at most", () => {
    const {
      backlog,
      peers: [slow],
    } = peers(1);
    if (!slow) return expect.unreachable();
    backlog.note(slow, ROOM_LIMITS.unread - 1);
    expect(backlog.takeStalled()).toEqual([]);
    backlog.note(slow, ROOM_LIMITS.unread);
    expect(backlog.takeStalled()).toEqual([slow]);
    expect(backlog.takeStalled()).toEqual([]);
  });

  test("by all together is bounded, too: who leaves most goes first", () => {
    const { backlog, peers: slow } = peers(60);
    for (const [place, peer] of slow.entries()) backlog.note(peer, 1.5 * MIB + place);
    expect(backlog.takeStalled()).toEqual([]);
    for (const [place, peer] of slow.entries()) backlog.note(peer, 1.6 * MIB + place);
    const gone = backlog.takeStalled();
    expect(gone.length).toBeGreaterThan(0);
    expect(gone.length).toBeLessThan(12);
    expect(gone).not.toContain(slow[59]);
  });

  test("who reads again counts no more, nor who is gone; and a crowd that reads is left alone", () => {
    const { backlog, peers: slow } = peers(500);
    for (const peer of slow) backlog.note(peer, MIB);
    for (let round = 0; round < 3; round++) {
      for (const peer of slow.slice(0, 7)) backlog.note(peer, 5 * MIB);
      for (const peer of slow.slice(0, 4)) backlog.note(peer, 0);
      for (const peer of slow.slice(4, 7)) backlog.forget(peer);
    }
    expect(backlog.takeStalled()).toEqual([]);
  });
});
