import { expect, test } from "vitest";
import { parseAddress } from "../../client/core/address.ts";

const RIGHT: [written: string, origin: string, room: string][] = [
  ["https://chat.example/lobby", "https://chat.example", "lobby"],
  ["http://chat.example:8080/lobby/", "http://chat.example:8080", "lobby"],
  ["  HTTPS://Chat.Example/LOBBY ", "https://chat.example", "lobby"],
  ["chat.example/lobby", "https://chat.example", "lobby"],
  ["chat.example:8443/a-1?x=1#y", "https://chat.example:8443", "a-1"],
  ["localhost:8787/lobby", "http://localhost:8787", "lobby"],
  ["LOCALHOST/lobby", "http://localhost", "lobby"],
  ["127.0.0.1:8787/lobby", "http://127.0.0.1:8787", "lobby"],
  ["[::1]:8787/lobby", "http://[::1]:8787", "lobby"],
  ["localhost.example/lobby", "https://localhost.example", "lobby"],
  ["ws://localhost:8787/lobby", "http://localhost:8787", "lobby"],
  ["wss://chat.example/lobby", "https://chat.example", "lobby"],
];

test.for(RIGHT)("%s is a room", ([written, origin, room]) => {
  const apiUrl = `${origin}/api/rooms/${room}`;
  const socketUrl = `${apiUrl.replace(/^http/, "ws")}/socket`;
  expect(parseAddress(written)).toEqual({ origin, room, apiUrl, socketUrl });
});

const WRONG: [written: string, sentence: RegExp][] = [
  ["", /Write it as/],
  ["https://", /Write it as/],
  ["lobby", /Which room\? .*lobby\/lobby/],
  ["https://chat.example/", /Which room\?/],
  ["https://chat.example/a/b", /nothing comes behind it/],
  ["https://chat.example/my_room", /1 to 32/],
  ["https://chat.example/-lobby", /1 to 32/],
  [`https://chat.example/${"a".repeat(33)}`, /1 to 32/],
  ["ftp://chat.example/lobby", /begins with https/],
  ["https://ana:secret@chat.example/lobby", /Secrets have no place/],
  ["https://chat example/lobby", /Write it as/],
];

test.for(WRONG)("%s is not", ([written, message]) => {
  expect(parseAddress(written)).toEqual({ problem: "bad_address", message: expect.stringMatching(message) });
});
