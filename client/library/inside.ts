// What both faces of the library stand on: a part of its own in the package, so that it is there once.

import "./words/speak-english.ts";

export { retryAfterOf } from "../../src/protocol/http-answer.ts";
export { PASS_HEADER, PASS_PROTOCOL } from "../../src/protocol/pass.ts";
export { systemClock } from "../core/clock.ts";
export { askingWhy } from "../core/connection/asking-why.ts";
export { webSocketConnect } from "../core/connection/web-socket-connection.ts";
export { askAtDoor } from "../core/http/ask-at-door.ts";
export { doorHeaders } from "../core/http/door-headers.ts";
export { readRefusal } from "../core/http/refusal.ts";
export { isPapoProblem } from "./is-papo-problem.ts";
export { joinIn } from "./join-in.ts";
export { PapoError } from "./papo-error.ts";
export { libraryWords } from "./words/library-words.ts";
