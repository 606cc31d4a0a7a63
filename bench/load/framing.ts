/** A piece of a buffer, valid only during the call that it is handed to. */
export interface Piece {
  bytes: Buffer;
  start: number;
  end: number;
}

/** How a byte stream falls into frames. One per connection: it may keep state. */
export interface Framing {
  /** Bytes that open the conversation, before any frame. */
  opening(): string;
  encode(text: string): Buffer;
  /** Hands each whole frame in `piece` to `found`; returns where the first incomplete one starts. */
  split(piece: Piece, found: (frame: Piece) => void): number;
  /** Whether frames may be sent: at once, or after the server's upgrade. */
  readonly open: boolean;
}
