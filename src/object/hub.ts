import { CLOSE, type CloseCode } from "../protocol/close-code.ts";
import { refuseAs } from "../protocol/detail.ts";
import { refuse } from "../protocol/error.ts";
import { isTooLarge } from "../protocol/frame-size.ts";
import { LIMITS } from "../protocol/limits.ts";
import type { Effect, EffectOf } from "../room/effect.ts";
import { handle, handleRefusal, joinCounted } from "../room/handle.ts";
import type { Introduction } from "../room/introduction.ts";
import type { RoomReport, Used } from "../room/report.ts";
import { learn } from "../room/rules/budget.ts";
import { endHolds } from "../room/rules/hold.ts";
import { lose } from "../room/rules/leave.ts";
import { checkMaking } from "../room/rules/make.ts";
import { callUp } from "../room/rules/push/call.ts";
import { keepWaiting } from "../room/rules/push/push.ts";
import { passOn } from "../room/rules/seen.ts";
import { CHECK_INTERVAL, tick, wakeUp } from "../room/rules/tick.ts";
import type { Room } from "../room/state/room.ts";
import type { RoomClock } from "../room/state/room-clock.ts";
import { JOIN_DEADLINE, type Session, type SessionId } from "../room/state/session.ts";
import { FanOut } from "./fan-out.ts";
import { type Frame, HeldFrames } from "./held-frames.ts";
import { log } from "./log.ts";
import { PushTimes } from "./push/push-times.ts";
import { Reporter } from "./reporter.ts";
import { Backlog } from "./sockets/backlog.ts";
import { Peer } from "./sockets/peer.ts";
import { Peers } from "./sockets/peers.ts";
import type { Socket } from "./sockets/socket.ts";

/** Milliseconds between two looks for what is due while the room is awake. */
const SWEEP_INTERVAL = 10_000;

/** Milliseconds without a look after which the clock has leapt: the alarm would have had us look before. */
const LEAP = CHECK_INTERVAL + 30_000;

/** Who connects, from where. */
export interface Connecting {
  /** Salted hash of the network address. */
  readonly address: string;
  /** The network as all rooms know it. */
  readonly network?: string | undefined;
  readonly introduction?: Introduction;
}

/** What a hub stands on. */
export interface HubSupport {
  readonly clock: RoomClock;
  /** Runs something after so many milliseconds. */
  later(milliseconds: number, run: () => void): () => void;
  /** Opens the room as it is stored. */
  open(): Room;
  /** Has {@link Hub.wake} called at a time, in ms since 1970, or earlier. */
  ringBy(at: number): void;
  /**
   * Removes all that is stored of the room, and what the registry knows of it. `made`: when, in ms since 1970, if it was;
   * `shelf`: where its files lie, if it has any.
   */
  erase(made: number | undefined, shelf: string | undefined): void;
  /** Pushes what is due, as far as it may now. Nothing waits for it. */
  push(): void;
  /** Removes the bytes of files that are gone, as soon as it can. */
  wipe(): void;
  /** Counts a new room for a network (as all rooms know it), and tells in how many ms it may be made: 0 for now. */
  countRoom(network: string, then: (wait: number) => void): void;
  /** Tells the registry how the room stands. Nothing waits for it. */
  report(report: RoomReport): void;
  /** Ends this instance, because memory and disk no longer agree. Clients come back to what is stored. */
  abort(reason: string): void;
}

/**
 * Brings sockets and rules together: hands what sockets say to the rules, and
 * does what the rules want done. Everything happens within one turn of the
 * event loop, so nothing comes between a check and its consequence.
 */
export class Hub {
  readonly #support: HubSupport;
  readonly #fanOut: FanOut;
  readonly #peers: Peers;
  /** Peers whose attachment may be behind. */
  readonly #unsaved = new Set<Peer>();
  /** Whether one of these must not wait for something to be sent. */
  #mustSave = false;
  /** Whether something was said that may call somebody. */
  #mustCall = false;
  readonly #pushTimes: PushTimes;
  readonly #backlog = new Backlog();
  /** Of those who are about to make the room, until that is counted. */
  readonly #held = new HeldFrames();
  readonly #reporter: Reporter;
  #room: Room;
  /** On the steady clock. */
  #lastSweep: number;

  constructor(support: HubSupport) {
    this.#support = support;
    this.#room = support.open();
    this.#peers = new Peers(support.clock, (session) => this.#room.sessions.stateOf(session));
    this.#lastSweep = support.clock.steady();
    this.#reporter = new Reporter(this.#room, (report) => support.report(report));
    this.#fanOut = new FanOut({
      clock: support.clock,
      isDirty: () => this.#room.store.isDirty || this.#mustSave,
      store: () => this.#save(),
      later: (milliseconds, run) =>
        support.later(milliseconds, () => {
          run();
          this.#cutStalled();
        }),
      recipient: (session) => this.#peers.get(session),
    });
    this.#pushTimes = new PushTimes({
      clock: support.clock,
      later: (milliseconds, run) => support.later(milliseconds, run),
      callUp: () => this.run(callUp(this.#room)),
      push: () => support.push(),
      keepWaiting: () => this.run(keepWaiting(this.#room)),
    });
  }

  get room(): Room {
    return this.#room;
  }

  /** Takes in a new socket. */
  accept(socket: Socket, { address, network, introduction = {} }: Connecting): Peer {
    for (const session of this.#peers.crowdedOut(address)) this.#cut(session, CLOSE.tooSlow, "no join");
    const now = this.#support.clock.wall();
    const known = network === undefined ? {} : { network };
    const state = { state: "waiting", address, since: now, failures: 0, ...known, ...introduction } as const;
    const peer = this.take(socket, state);
    peer.save();
    // An alarm is a row: who knocks at a room that is not there for them is to cost none, and sleeps.
    if (!checkMaking(this.#room, introduction)) this.#support.ringBy(now + JOIN_DEADLINE);
    // Where that is nothing, too: it may be what has woken the room.
    this.run(introduction.used ? learn(this.#room, introduction.used) : []);
    return peer;
  }

  /** Learns how far the deployment's day is used up. */
  learn(used: Used): void {
    this.run(learn(this.#room, used));
  }

  /** Takes up the sockets that outlived the last instance, and holds whoever has none. It is stored with what wakes the room. */
  restore(sockets: Iterable<readonly [Socket, Session]>): Peer[] {
    const peers = Array.from(sockets, ([socket, state]) => this.take(socket, state));
    for (const { uid, sessions } of this.#room.people)
      for (const session of sessions.keys()) this.#do({ type: "admit", session, uid });
    for (const effect of wakeUp(this.#room)) this.#do(effect);
    this.tidy();
    return peers;
  }

  /** Takes a socket in as it was kept. */
  take(socket: Socket, session: Session): Peer {
    const id = this.#room.sessions.open(session);
    const peer = new Peer(
      socket,
      { id, since: session.since },
      {
        clock: this.#support.clock,
        stateOf: (each) => this.#room.sessions.stateOf(each),
        unread: (slow, bytes) => this.#backlog.note(slow, bytes),
      },
    );
    this.#peers.add(peer);
    return peer;
  }

  /** Hears one frame of a socket. */
  receive(peer: Peer, frame: Frame): void {
    const { session } = peer;
    if (!this.#room.sessions.get(session)) return;
    peer.seen();
    this.#unsaved.add(peer);
    if (isTooBig(frame)) this.#cut(session, CLOSE.tooBig, "frame too big");
    else this.#take(session, frame);
    this.#sweep();
  }

  /** A socket is closed or lost. */
  lose(peer: Peer): void {
    const { session } = peer;
    this.#peers.remove(peer);
    this.#unsaved.delete(peer);
    this.#fanOut.forget(peer);
    this.#backlog.forget(peer);
    this.#held.release(session);
    this.run(lose(this.#room, session));
  }

  /** Does what is due: see {@link HubSupport.ringBy}. */
  wake(): void {
    this.#lookForLost();
    this.run(tick(this.#room));
    this.#reporter.reportNews(this.#room);
    const deadline = this.#peers.joinDeadline();
    if (deadline !== undefined) this.#support.ringBy(deadline);
  }

  /** Has all on disk that an answer may tell of: one by plain HTTP does not wait for the beat. */
  store(): void {
    if (this.#room.store.isDirty) this.#save();
  }

  /** Ends the holds that are over, before somebody asks who is here. */
  endHolds(): void {
    this.run(endHolds(this.#room));
  }

  /** The clock has leapt, and nobody has had time to show life since: the next look is to judge. */
  forgive(): void {
    this.#peers.forgive();
  }

  /** Does what the rules want done, and then sends what is to be sent. */
  run(effects: readonly Effect[]): void {
    for (const effect of effects) this.#do(effect);
    this.#fanOut.settle();
    const mustCall = this.#mustCall;
    this.#mustCall = false;
    if (mustCall) this.#pushTimes.call();
    this.#cutStalled();
    this.#reporter.reportRows(this.#room);
    this.tidy();
  }

  /** Has the bytes removed of files that are gone. */
  tidy(): void {
    if (this.#room.files.takeNews()) this.#support.wipe();
  }

  #take(session: SessionId, frame: Frame): void {
    const taken = this.#held.take(session, frame);
    if (taken === "full") this.#cut(session, CLOSE.flooding, "flooding");
    if (taken === "free") this.#guard(session, () => this.#hear(session, frame));
  }

  #hear(session: SessionId, frame: Frame): readonly Effect[] {
    if (typeof frame === "string") return handle(this.#room, session, frame);
    return handleRefusal(this.#room, session, refuseAs("no_text_frame"));
  }

  /** Runs a rule. A bug in one is logged, and costs nobody the connection. */
  #guard(session: SessionId, rule: () => readonly Effect[]): void {
    try {
      this.run(rule());
    } catch (error) {
      log("error", { room: this.#room.name, error });
      this.run(handleRefusal(this.#room, session, refuse("internal")));
    }
  }

  #do(effect: Effect): void {
    switch (effect.type) {
      case "tell":
        this.#fanOut.tell(effect.to, effect.event);
        break;
      case "admit": {
        const peer = this.#peers.get(effect.session);
        if (peer) this.#fanOut.admit(peer, effect.uid);
        break;
      }
      case "close": {
        const peer = this.#peers.get(effect.session);
        if (peer) this.#fanOut.close(peer, effect.code, effect.reason);
        break;
      }
      case "keep": {
        const peer = this.#peers.get(effect.session);
        if (peer) this.#unsaved.add(peer);
        this.#mustSave = true;
        break;
      }
      case "pass_on":
        this.#support.later(effect.in, () => this.run(passOn(this.#room, effect.uid)));
        break;
      case "call":
        this.#mustCall = true;
        break;
      case "push":
        this.#pushTimes.push(effect.in);
        break;
      case "keep_waiting":
        this.#pushTimes.keepWaiting(effect.in);
        break;
      case "wake":
        this.#support.ringBy(effect.at);
        break;
      case "count":
        this.#count(effect);
        break;
      case "report":
        this.#reporter.report(this.#room);
        break;
      case "erase":
        this.#erase();
        break;
      default:
        effect satisfies never;
    }
  }

  /** Has it counted that somebody makes the room; what else they say waits until then. */
  #count({ session, command }: EffectOf<"count">): void {
    const state = this.#room.sessions.get(session);
    this.#held.hold(session);
    this.#support.countRoom(state?.network ?? "unknown", (wait) => {
      const held = this.#held.release(session);
      this.#guard(session, () => joinCounted(this.#room, session, { command, wait }));
      const peer = this.#peers.get(session);
      if (peer) for (const frame of held) this.receive(peer, frame);
    });
  }

  /** Whoever waits at the door waits at that of the next room. */
  #erase(): void {
    const { sessions, profile } = this.#room;
    this.#support.erase(profile?.epoch, profile?.shelf);
    this.#room = this.#support.open();
    this.#room.sessions.inherit(sessions);
  }

  /** Nothing leaves before it is stored; and a session's state is kept with what it counts. */
  #save(): void {
    try {
      this.#room.store.commit();
    } catch (error) {
      log("error", { room: this.#room.name, error });
      this.#support.abort("The storage failed.");
      throw error;
    }
    for (const peer of this.#unsaved) peer.save();
    this.#unsaved.clear();
    this.#mustSave = false;
    this.#reporter.reportRows(this.#room);
  }

  /** Closes a socket that broke a bound. Its person is held, unless they have another. */
  #cut(session: SessionId, code: CloseCode, reason: string): void {
    this.run(lose(this.#room, session, { code, reason }));
  }

  /** Ends the sockets whose peers read too slowly. */
  #cutStalled(): void {
    for (const { session } of this.#backlog.takeStalled()) this.#cut(session, CLOSE.tooSlow, "too slow");
  }

  /** Does what is due, whatever happens: an alarm rings late where the clock was set back. */
  #sweep(): void {
    if (this.#support.clock.steady() - this.#lastSweep < SWEEP_INTERVAL) return;
    this.#lookForLost();
    this.endHolds();
    if (this.#support.clock.isBehind) this.run(keepWaiting(this.#room));
  }

  /** Ends the sockets of peers that are gone or never joined. */
  #lookForLost(): void {
    const now = this.#support.clock.steady();
    if (now - this.#lastSweep > LEAP) this.forgive();
    this.#lastSweep = now;
    for (const { session, why } of this.#peers.overdue()) this.#cut(session, CLOSE.tooSlow, why);
  }
}

function isTooBig(frame: Frame): boolean {
  return typeof frame === "string" ? isTooLarge(frame) : frame.byteLength > LIMITS.frame;
}
