import { describe, expect, test } from "vitest";
import { Backlog } from "../../src/object/sockets/backlog.ts";
import { Connection } from "../../src/object/sockets/peer.ts";
import { Connections } from "../../src/object/sockets/peers.ts";
import type { Socket } from "../../src/object/sockets/socket.ts";
import { LIMITS } from "../../src/protocol/limits.ts";
import { Clock } from "../../src/room/state/room-clock.ts";
import type { SessionState } from "../../src/room/state/session.ts";

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
  const clock = new Clock(() => now);
  const backlog = new Backlog();
  const connections = new Connections(clock);
  return {
    ...{ clock, backlog, connections },
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    /** Somebody connects, without joining. */
    connect(address: string, socket = new Silence()) {
      const crowdedOut = connections.crowdedOut(address);
      for (const session of crowdedOut) session.state = { state: "gone" };
      const state = { state: "waiting", address, since: now, failures: 0 } as const;
      const connection = new Connection(socket, state, {
        clock,
        unread: (slow, bytes) => backlog.note(slow, bytes),
      });
      connections.add(connection);
      return { connection, crowdedOut };
    },
  };
}

describe("who has yet to join", () => {
  test("makes room for the next of the same network, who waited longest first, beyond 200", () => {
    const { connect } = trial();
    const waiting = Array.from({ length: 200 }, () => connect("near"));
    expect(waiting.flatMap(({ crowdedOut }) => crowdedOut)).toEqual([]);
    expect(connect("far").crowdedOut).toEqual([]);
    for (const { connection } of waiting.slice(0, 3))
      expect(connect("near").crowdedOut).toEqual([connection.session]);
  });

  test("makes room beyond 5,000 from wherever they are", () => {
    const { connect } = trial();
    const waiting = Array.from({ length: 5_000 }, (_, place) => connect(`${place % 50}`));
    expect(connect("home").crowdedOut).toEqual([waiting[0]?.connection.session]);
  });

  test("who has joined does not count", () => {
    const { connect } = trial();
    const [first] = Array.from({ length: 200 }, () => connect("near").connection);
    if (first) {
      first.session.state = JOINED;
    }
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
    const { connect, connections, pass } = trial();
    const { connection } = connect("near");
    pass(step);
    connections.forgive();
    const whys = () => connections.overdue().map(({ session, why }) => [session === connection.session, why]);
    pass(75_000);
    expect(whys()).toEqual([[true, "no join"]]);
    connection.session.state = JOINED;
    expect(whys()).toEqual([[true, "no ping"]]);
  });

  test("back keeps nobody for a ping from before it", () => {
    const { connect, connections, pass, clock } = trial();
    const socket = new Silence();
    const { connection } = connect("near", socket);
    connection.session.state = JOINED;
    socket.pingedAt = clock.wall();
    pass(-2 * HOUR);
    connections.forgive();
    pass(76_000);
    connections.overdue();
    pass(76_000);
    expect(connections.overdue()).toHaveLength(1);
  });

  test("and a ping since then counts", () => {
    const { connect, connections, pass, clock } = trial();
    const socket = new Silence();
    const { connection } = connect("near", socket);
    connection.session.state = JOINED;
    pass(-2 * HOUR);
    connections.forgive();
    pass(74_000);
    socket.pingedAt = clock.wall();
    pass(74_000);
    expect(connections.overdue()).toEqual([]);
    pass(2_000);
    expect(connections.overdue()).toHaveLength(1);
  });
});

describe("what is left unread", () => {
  const peers = (count: number) => {
    const { connect, backlog } = trial();
    return { backlog, peers: Array.from({ length: count }, () => connect("near").connection) };
  };

  test("by one is 8 MiB at most", () => {
    const {
      backlog,
      peers: [slow],
    } = peers(1);
    if (!slow) return expect.unreachable();
    backlog.note(slow, LIMITS.unread - 1);
    expect(backlog.takeStalled()).toEqual([]);
    backlog.note(slow, LIMITS.unread);
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
