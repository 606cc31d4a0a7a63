import type { SessionId } from "../room/state/session.ts";

/** What a socket has sent. */
export type Frame = string | ArrayBuffer;

/** Frames that wait for each session. */
const MOST = 100;

/** Sessions that wait for an answer from outside, and what they say meanwhile: it is heard in its order, afterwards. */
export class HeldFrames {
  readonly #bySession = new Map<SessionId, Frame[]>();

  hold(session: SessionId): void {
    this.#bySession.set(session, []);
  }

  /** Takes a frame where its session waits. `full`: it says more than can wait. */
  take(session: SessionId, frame: Frame): "taken" | "full" | "free" {
    const held = this.#bySession.get(session);
    if (!held) return "free";
    if (held.length >= MOST) return "full";
    held.push(frame);
    return "taken";
  }

  /** The session waits no longer. Returns what it has said. */
  release(session: SessionId): readonly Frame[] {
    const held = this.#bySession.get(session) ?? [];
    this.#bySession.delete(session);
    return held;
  }
}
