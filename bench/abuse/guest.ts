import { WebSocket } from "ws";
import type { CommandInput } from "../../src/protocol/command.ts";
import { PING_BYTES } from "../../src/protocol/limits.ts";

/** Milliseconds after which an answer is not waited for any longer. */
const PATIENCE = 10_000;

/** What the laptop looks at in what it hears. */
interface Heard {
  readonly type: string;
  readonly id?: number;
  readonly uid?: string;
  readonly byUid?: string;
  readonly of?: string;
  readonly code?: string;
  readonly retryAfter?: number;
  readonly you?: { readonly uid: string };
}

/** What came of something that was asked for. `wait`: milliseconds after which it may work. */
export type Answer =
  | { readonly ok: true; readonly id: number }
  | { readonly ok: false; readonly code: string; readonly wait: number };

export const LOST: Answer = { ok: false, code: "lost", wait: 1_000 };

export interface Knock {
  readonly server: URL;
  readonly room: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One socket of the laptop's. */
export class Guest {
  readonly #socket: WebSocket;
  #uid = "";
  #unpinged = 0;
  #asked: ((heard: Heard) => void) | undefined;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on("message", (data: Buffer) => this.#hear(data));
  }

  /** Knocks at a room: in, or refused with a status. */
  static knock({ server, room, headers }: Knock): Promise<Guest | Answer> {
    const url = new URL(`/api/rooms/${room}/socket`, server);
    url.protocol = "ws:";
    const socket = new WebSocket(url, "papo.v1", { headers: { ...headers } });
    return new Promise((resolve) => {
      socket.once("open", () => resolve(new Guest(socket)));
      socket.once("unexpected-response", (_, { statusCode = 0, headers: answered }) => {
        socket.terminate();
        resolve({ ok: false, code: String(statusCode), wait: Number(answered["retry-after"] ?? 1) * 1_000 });
      });
      // What it means is said by what comes with it.
      socket.on("error", () => resolve(LOST));
    });
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  /** Asks for something and waits for what comes of it. */
  ask(command: CommandInput): Promise<Answer> {
    if (!this.isOpen) return Promise.resolve(LOST);
    return new Promise((resolve) => {
      const end = (answer: Answer) => {
        clearTimeout(timer);
        this.#socket.off("close", lost);
        this.#asked = undefined;
        resolve(answer);
      };
      const lost = () => end(LOST);
      const timer = setTimeout(lost, PATIENCE);
      this.#socket.once("close", lost);
      this.#asked = (heard) => {
        const answer = this.#answerTo(command, heard);
        if (answer) end(answer);
      };
      this.tell(command);
    });
  }

  /** Says something that nothing comes of. */
  tell(command: CommandInput): void {
    if (this.isOpen) this.#socket.send(JSON.stringify(command));
  }

  end(): void {
    this.#socket.terminate();
  }

  #answerTo({ type }: CommandInput, heard: Heard): Answer | undefined {
    const { id = 0, code = "", retryAfter: wait = 0 } = heard;
    switch (heard.type) {
      case "error":
        return heard.of === type ? { ok: false, code, wait } : undefined;
      case "welcome":
        this.#uid = heard.you?.uid ?? "";
        return { ok: true, id };
      case "stored":
        return { ok: true, id };
      case "renamed":
        return type === "nick" && heard.uid === this.#uid ? { ok: true, id } : undefined;
      case "topic":
        return type === "topic" && heard.byUid === this.#uid ? { ok: true, id } : undefined;
      default:
        return undefined;
    }
  }

  #hear(data: Buffer): void {
    this.#unpinged += data.length;
    if (this.#unpinged >= PING_BYTES && this.isOpen) {
      this.#unpinged = 0;
      this.#socket.send("ping");
    }
    if (!this.#asked || !data.includes('"type"')) return;
    const events: Heard[] = JSON.parse(data.toString());
    for (const event of events) this.#asked?.(event);
  }
}
