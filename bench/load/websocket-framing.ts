import type { Framing, Piece } from "./framing.ts";

export interface Upgrade {
  path: string;
  headers: Record<string, string>;
}

const TEXT = 0x81;
/** The bit that says that a text is compressed; it is handed on as it is. */
const COMPRESSED = 0x40;
const CLOSE = 0x88;
const MASKED = 0x80;
/** Any mask does: it protects proxies, and there is none here. */
const MASK = Buffer.from([0x17, 0x2a, 0x3c, 0x51]);
const HEAD_END = "\r\n\r\n";

/** The client's side of RFC 6455, as little of it as a load generator needs: whole text frames. */
export class WebSocketFraming implements Framing {
  readonly #upgrade: Upgrade;
  #open = false;

  constructor(upgrade: Upgrade) {
    this.#upgrade = upgrade;
  }

  get open(): boolean {
    return this.#open;
  }

  opening(): string {
    const headers = {
      Host: "127.0.0.1",
      Connection: "Upgrade",
      Upgrade: "websocket",
      "Sec-WebSocket-Version": "13",
      "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
      ...this.#upgrade.headers,
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    return `GET ${this.#upgrade.path} HTTP/1.1\r\n${lines.join("")}\r\n`;
  }

  encode(text: string): Buffer {
    const length = Buffer.byteLength(text);
    const head = length < 126 ? 2 : 4;
    const frame = Buffer.allocUnsafe(head + 4 + length);
    frame[0] = TEXT;
    if (length < 126) frame[1] = MASKED | length;
    else {
      frame[1] = MASKED | 126;
      frame.writeUInt16BE(length, 2);
    }
    MASK.copy(frame, head);
    frame.write(text, head + 4);
    for (let i = 0; i < length; i++) frame[head + 4 + i] = (frame[head + 4 + i] ?? 0) ^ (MASK[i & 3] ?? 0);
    return frame;
  }

  split({ bytes, start, end }: Piece, found: (frame: Piece) => void): number {
    let at = this.#open ? start : this.#readHead({ bytes, start, end });
    while (this.#open && end - at >= 2) {
      const short = (bytes[at + 1] ?? 0) & 0x7f;
      const head = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (end - at < head) break;
      const length =
        short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : bytes.readUIntBE(at + 4, 6);
      const next = at + head + length;
      if (next > end) break;
      if (((bytes[at] ?? 0) & ~COMPRESSED) === TEXT) found({ bytes, start: at + head, end: next });
      else if (bytes[at] === CLOSE) throw new Error(`closed with ${bytes.readUInt16BE(at + head)}`);
      at = next;
    }
    return at;
  }

  #readHead({ bytes, start, end }: Piece): number {
    const at = bytes.indexOf(HEAD_END, start);
    if (at < 0 || at + HEAD_END.length > end) return start;
    const status = bytes.toString("latin1", start, bytes.indexOf("\r\n", start));
    if (!status.includes(" 101 ")) throw new Error(`no upgrade: ${status}`);
    this.#open = true;
    return at + HEAD_END.length;
  }
}
