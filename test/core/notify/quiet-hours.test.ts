import { afterEach, describe, expect, test } from "vitest";
import { isQuietAt, readQuietHours, writtenHours } from "../../../client/core/notify/quiet-hours.ts";

describe("hours, as somebody writes them", () => {
  test.each([
    ["22:00-07:00", "22:00-07:00"],
    ["22-7", "22:00-07:00"],
    [" 9:30 – 12 ", "09:30-12:00"],
    ["18:00—24:00", "18:00-00:00"],
    ["0-23:59", "00:00-23:59"],
  ])("%j is %s", (written, hours) => {
    const read = readQuietHours(written);
    expect(read && writtenHours(read)).toBe(hours);
  });

  test.each([
    "",
    "off",
    "22:00",
    "22:00-",
    "22:00-22:00",
    "0:00-24:00",
    "22:60-07:00",
    "25:00-07:00",
    "24:01-07:00",
    "22:0-07:00",
    "22:00-07:00-08:00",
    "-1:00-07:00",
    "10pm-7am",
    "٢٢:٠٠-٠٧:٠٠",
    "22:00-07:00".repeat(1_000),
  ])("%j is none", (written) => {
    expect(readQuietHours(written)).toBeUndefined();
  });
});

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe("quiet by the clock on the wall", () => {
  test.each<[zone: string, hours: string, moment: string, isQuiet: boolean]>([
    ["UTC", "22:00-07:00", "2026-11-27T21:59:59Z", false],
    ["UTC", "22:00-07:00", "2026-11-27T22:00:00Z", true],
    ["UTC", "22:00-07:00", "2026-11-28T00:00:00Z", true],
    ["UTC", "22:00-07:00", "2026-11-28T06:59:59Z", true],
    ["UTC", "22:00-07:00", "2026-11-28T07:00:00Z", false],
    ["UTC", "12-13", "2026-11-28T11:59:59Z", false],
    ["UTC", "12-13", "2026-11-28T12:00:00Z", true],
    ["UTC", "12-13", "2026-11-28T13:00:00Z", false],
    ["UTC", "18-24", "2026-11-28T23:59:59Z", true],
    ["UTC", "18-24", "2026-11-29T00:00:00Z", false],
    // West and east of it, with halves and quarters of an hour.
    ["America/New_York", "22:00-07:00", "2026-11-28T03:00:00Z", true],
    ["America/New_York", "22:00-07:00", "2026-11-28T02:59:59Z", false],
    ["Asia/Kolkata", "22:00-07:00", "2026-11-27T16:30:00Z", true],
    ["Asia/Kolkata", "22:00-07:00", "2026-11-27T16:29:59Z", false],
    ["Asia/Kathmandu", "22:00-07:00", "2026-11-28T01:14:59Z", true],
    ["Asia/Kathmandu", "22:00-07:00", "2026-11-28T01:15:00Z", false],
    // Put forward from 2:00 to 3:00: what would end at 2:30 has ended at 3:00.
    ["Europe/Berlin", "22:00-02:30", "2026-03-29T00:59:59Z", true],
    ["Europe/Berlin", "22:00-02:30", "2026-03-29T01:00:00Z", false],
    ["Europe/Berlin", "22:00-07:00", "2026-03-29T04:59:59Z", true],
    ["Europe/Berlin", "22:00-07:00", "2026-03-29T05:00:00Z", false],
    // Put back from 3:00 to 2:00: one hour more.
    ["Europe/Berlin", "22:00-07:00", "2026-10-24T20:00:00Z", true],
    ["Europe/Berlin", "22:00-07:00", "2026-10-25T05:59:59Z", true],
    ["Europe/Berlin", "22:00-07:00", "2026-10-25T06:00:00Z", false],
    ["Australia/Lord_Howe", "22:00-02:00", "2026-04-04T15:29:59Z", true],
  ])("%s: %s at %s: %s", (...[TZ, hours, moment, isQuiet]) => {
    process.env.TZ = TZ;
    const read = readQuietHours(hours);
    expect(read && isQuietAt(read, Date.parse(moment))).toBe(isQuiet);
  });
});
