import fc from "fast-check";
import { expect, test } from "vitest";
import { ERROR_CODES, isRefusal } from "../../src/protocol/error.ts";
import { parseCommand } from "../../src/protocol/frame.ts";
import { commands } from "./any-command.ts";

/** Commands come through as they are understood, and all else is refused by a code of the closed set. */
function isUnderstoodOrRefused(frame: string): void {
  const parsed = parseCommand(frame);
  if (isRefusal(parsed)) {
    expect(ERROR_CODES).toContain(parsed.refused);
    expect(parsed.message).not.toBe("");
    expect(parsed).toEqual(JSON.parse(JSON.stringify(parsed)));
  } else {
    expect(parseCommand(JSON.stringify(parsed))).toEqual(parsed);
  }
}

test("§8 any string is a command or refused", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), isUnderstoodOrRefused));
});

test("§8 any JSON is a command or refused", () => {
  fc.assert(fc.property(fc.json(), isUnderstoodOrRefused));
});

test("§8 any valid command is one", () => {
  fc.assert(
    fc.property(commands(), (command) => {
      expect(parseCommand(JSON.stringify(command))).toMatchObject({ type: command.type });
    }),
  );
});

test("§8 a command with any field changed is a command or refused", () => {
  const changed = fc.tuple(commands(), fc.nat(), fc.jsonValue()).map(([command, place, value]) => {
    const keys = Object.keys(command);
    return { ...command, [keys[place % keys.length] ?? "type"]: value };
  });
  fc.assert(fc.property(changed, (command) => isUnderstoodOrRefused(JSON.stringify(command))));
});

test("§8 a command with any piece of its frame changed is a command or refused", () => {
  const changed = fc
    .tuple(commands(), fc.nat(), fc.nat(5), fc.string({ unit: "binary", maxLength: 3 }))
    .map(([command, place, length, piece]) => {
      const frame = JSON.stringify(command);
      const at = place % frame.length;
      return frame.slice(0, at) + piece + frame.slice(at + length);
    });
  fc.assert(fc.property(changed, isUnderstoodOrRefused));
});
