import type { Connect, Connection, ConnectionEvent } from "../../../client/core/connection/connection.ts";

/** The far end of a connection in memory: what the room holds. */
export interface FarEnd {
  send(text: string): void;
  close(code: number, reason?: string): void;
  onFrame: (text: string) => void;
  /** The client closed it. */
  onClosed: (code: number, reason: string) => void;
}

/**
 * A network in memory. What either side does stays in flight until `step` or
 * `run` delivers it, each direction of each connection in its own order, so a test decides who
 * is heard first, and may `cut` a connection with frames still on the way.
 */
export class MemoryNetwork {
  readonly links: MemoryLink[] = [];
  #accept: (end: FarEnd) => void;

  /** `accept` is told of each connection when it opens; it may set the end's handlers. */
  constructor(accept: (end: FarEnd) => void) {
    this.#accept = accept;
  }

  readonly connect: Connect = (listener) => {
    const link = new MemoryLink(listener, this.#accept);
    this.links.push(link);
    return link.near;
  };

  /** Directions that have something in flight. */
  get busy(): Lane[] {
    return this.links.flatMap((link) => [link.toRoom, link.toClient]).filter((lane) => lane.length > 0);
  }

  /** Delivers until nothing is in flight. */
  run(): void {
    for (let lane = this.busy[0]; lane !== undefined; lane = this.busy[0]) step(lane);
  }

  /** Breaks every connection; what is in flight is lost. */
  cutAll(code = 1006): void {
    for (const link of this.links) link.cut(code);
  }
}

/** Deliveries of one direction, in order. */
export type Lane = (() => void)[];

export function step(lane: Lane): void {
  lane.shift()?.();
}

type Phase = "opening" | "open" | "closed";

/** One connection in memory. */
export class MemoryLink {
  readonly toRoom: Lane = [];
  readonly toClient: Lane = [];
  readonly near: Connection;
  readonly far: FarEnd;
  readonly #listener: (event: ConnectionEvent) => void;
  #near: Phase = "opening";
  #far: Phase = "opening";

  constructor(listener: (event: ConnectionEvent) => void, accept: (end: FarEnd) => void) {
    this.#listener = listener;
    this.near = {
      send: (text) => {
        if (this.#near === "open") this.toRoom.push(() => this.#far === "open" && this.far.onFrame(text));
      },
      close: (code = 1000, reason = "") => this.#closeNear(code, reason),
    };
    this.far = {
      send: (text) => {
        if (this.#far === "open") this.toClient.push(() => this.#tell({ type: "frame", text }));
      },
      close: (code, reason = "") => {
        if (this.#far === "closed") return;
        this.#far = "closed";
        this.toClient.push(() => this.#end(code, reason));
      },
      onFrame: () => {},
      onClosed: () => {},
    };
    this.toRoom.push(() => {
      this.#far = "open";
      accept(this.far);
      this.toClient.unshift(() => this.#open());
    });
  }

  get closed(): boolean {
    return this.#near === "closed" && this.#far === "closed";
  }

  /** Breaks the connection at both ends; what is in flight is lost. */
  cut(code = 1006): void {
    this.toRoom.length = 0;
    this.toClient.length = 0;
    if (this.#far === "open") this.toRoom.push(() => this.far.onClosed(code, ""));
    this.#far = "closed";
    if (this.#near !== "closed") this.toClient.push(() => this.#end(code, ""));
  }

  #open(): void {
    if (this.#near !== "opening") return;
    this.#near = "open";
    this.#listener({ type: "open" });
  }

  #tell(event: ConnectionEvent): void {
    if (this.#near === "open") this.#listener(event);
  }

  #end(code: number, reason: string): void {
    if (this.#near === "closed") return;
    this.#near = "closed";
    this.#listener({ type: "closed", code, reason });
  }

  #closeNear(code: number, reason: string): void {
    if (this.#near === "closed") return;
    this.#near = "closed";
    this.toClient.push(() => this.#listener({ type: "closed", code, reason }));
    this.toRoom.push(() => {
      const heard = this.#far === "open";
      this.#far = "closed";
      if (heard) this.far.onClosed(code, reason);
    });
  }
}
