import { expect, test } from "vitest";
import { addressText, isLoopback, listenAddress } from "../../../client/cli/gateway/listen-address.ts";

test.each<[string | undefined, string, boolean]>([
  [undefined, "127.0.0.1:6667", true],
  ["", "127.0.0.1:6667", true],
  ["7000", "127.0.0.1:7000", true],
  ["0", "127.0.0.1:0", true],
  ["localhost:7000", "127.0.0.1:7000", true],
  ["127.0.0.2:7000", "127.0.0.2:7000", true],
  ["[::1]:7000", "[::1]:7000", true],
  ["::1:7000", "[::1]:7000", true],
  ["0.0.0.0:7000", "0.0.0.0:7000", false],
  ["[::]:7000", "[::]:7000", false],
  ["192.168.1.2:7000", "192.168.1.2:7000", false],
])("%j is %s", (given, expected, isOwn) => {
  const at = listenAddress(given, 6667);
  expect(addressText(at)).toBe(expected);
  expect(isLoopback(at)).toBe(isOwn);
});

test.each(["x", "127.0.0.1", "127.0.0.1:", ":", "host.example:7000", "127.0.0.1:70000", "1:2:7000", "-1"])(
  "%s is no place to listen",
  (given) => {
    expect(() => listenAddress(given, 6667)).toThrow(/^"[^"]+" is no place to listen/);
  },
);
