import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Typists } from "../../client/web/session/typists.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const ana = { uid: "a", nick: "ana" };

test("who goes on typing is shown without a gap, and for five seconds after the last word of it", () => {
  const changed = vi.fn();
  const typists = new Typists(changed);
  typists.add(ana);
  for (let word = 0; word < 5; word++) {
    vi.advanceTimersByTime(3_000);
    typists.add(ana);
    expect(typists.nicks[0]).toBe("ana");
  }
  expect(changed).not.toHaveBeenCalled();
  vi.advanceTimersByTime(4_999);
  expect(typists.nicks).toEqual(["ana"]);
  vi.advanceTimersByTime(1);
  expect(typists.nicks).toEqual([]);
});

test("what ended with a message does not end what is typed behind it", () => {
  const typists = new Typists(() => {});
  typists.add(ana);
  vi.advanceTimersByTime(4_000);
  typists.delete("a");
  typists.add(ana);
  vi.advanceTimersByTime(4_000);
  expect(typists.nicks).toEqual(["ana"]);
});
