/** One request of plain HTTP. */
export interface HttpRequest {
  readonly url: string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** A character of a value stands for a byte. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

export interface HttpAnswer {
  readonly type: "answer";
  readonly status: number;
  readonly contentType: string | undefined;
  readonly retryAfter: string | undefined;
  /** The header, where somebody looks at the server's clock. */
  readonly date?: string | undefined;
  /** Empty if it is no text. */
  readonly body: string;
}

/** No answer has come. */
export interface HttpSilence {
  readonly type: "failed";
  /** Why, in the words of the platform. */
  readonly error: unknown;
  /** Whether somebody may have got the request before it failed. */
  readonly reached: boolean;
  /** Whether somebody was there, who has not answered, or not to the end. */
  readonly isSilence: boolean;
}

export type HttpOutcome = HttpAnswer | HttpSilence;

/**
 * A request and its answer, wherever it leads: nothing is followed, and nothing
 * tried again. Node and browsers bring their own, which bounds how long it takes
 * and how much comes back.
 */
export type Exchange = (request: HttpRequest) => Promise<HttpOutcome>;
