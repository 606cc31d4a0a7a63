/** How every request of a browser begins; no line of IRC does, and no nickname. */
const REQUEST = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|CONNECT|TRACE|PRI) /;
const LONGEST = 8;

/** Whether somebody talks HTTP. Any page that a browser shows can have it write to a port of this machine. */
export function talksHttp(first: Uint8Array): boolean {
  return REQUEST.test(Buffer.from(first.subarray(0, LONGEST)).toString("latin1"));
}
