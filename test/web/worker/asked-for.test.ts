import { expect, test } from "vitest";
import { askedFor } from "../../../client/web/worker/asked-for.ts";

const ORIGIN = "https://chat.example";
const EXTRAS = ["/icons.svg", "/manifest.webmanifest"];

/** What is asked for, how, and as what the service worker takes it. */
test.each([
  ["GET", "navigate", "/", "page"],
  ["GET", "navigate", "/lobby", "page"],
  ["GET", "navigate", "/lobby/", "page"],
  ["GET", "navigate", "/Lobby?from=mail", "page"],
  ["GET", "navigate", "/app-lobby", "page"],
  ["POST", "navigate", "/lobby", "other"],
  ["GET", "navigate", "/lobby/2", "other"],
  ["GET", "navigate", "/papo.tgz", "other"],
  ["GET", "navigate", "/api/rooms/lobby/files/abc", "other"],
  ["GET", "navigate", "/app-3K2FR5S7.js", "other"],
  ["GET", "cors", "/app-3K2FR5S7.js", "part"],
  ["GET", "no-cors", "/app-26IJBTSQ.css", "part"],
  ["GET", "cors", "/app-3K2FR5S7.js?v=2", "other"],
  ["HEAD", "cors", "/app-3K2FR5S7.js", "other"],
  ["GET", "same-origin", "/icons.svg", "extra"],
  ["GET", "same-origin", "/icons.svg?x", "other"],
  ["GET", "cors", "/sw.js", "other"],
  ["GET", "cors", "/lobby", "other"],
  ["GET", "cors", "/api/rooms/lobby/messages?after=3", "other"],
  ["GET", "cors", "/api/health", "other"],
  ["GET", "navigate", "https://other.example/lobby", "other"],
  ["GET", "no-cors", "https://other.example/app-3K2FR5S7.js", "other"],
] as const)("%s, %s: %s is %s", (...[method, mode, path, wanted]) => {
  const url = new URL(path, ORIGIN).href;
  expect(askedFor({ method, mode, url }, { origin: ORIGIN, extras: EXTRAS })).toBe(wanted);
});
