import { describe, expect, test } from "vitest";
import { readSettings, type Settings, SettingsError, type Variables } from "../../src/settings/settings.ts";

/** What is said of wrong variables. */
function complaint(variables: Variables): string {
  try {
    readSettings(variables);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return "";
}

describe("§10 settings", () => {
  test("have these defaults", () => {
    expect(readSettings({})).toEqual({
      nickHold: 30_000,
      nickMin: 3,
      historyMessages: 10_000,
      historyAge: 30 * 86_400_000,
      burst: 10,
      perSecond: 5,
      maxMembers: 5_000,
      door: "open",
      newRooms: "anyone",
      roomMessages: 20_000,
      addressMessages: 5_000,
      dayRows: 0,
      fileBytes: 5_242_880,
      filesBytes: 104_857_600,
      addressFileBytes: 104_857_600,
      pushContact: undefined,
      pushHosts: [
        { host: "fcm.googleapis.com", isParent: false, port: 443 },
        { host: "push.services.mozilla.com", isParent: true, port: 443 },
        { host: "notify.windows.com", isParent: true, port: 443 },
        { host: "push.apple.com", isParent: true, port: 443 },
      ],
      allowedOrigins: new Set(),
      adminToken: undefined,
      passSecret: undefined,
    });
  });

  test("that are bound to what is not set have their defaults", () => {
    const variables = {
      NICK_HOLD_SECONDS: null,
      ALLOWED_ORIGINS: null,
      ADMIN_TOKEN: null,
      DATA_GENERATION: null,
    };
    expect(readSettings(variables)).toEqual(readSettings({}));
  });

  test.each<[string, string, Partial<Settings>]>([
    ["NICK_HOLD_SECONDS", "0", { nickHold: 0 }],
    ["NICK_MIN", "1", { nickMin: 1 }],
    ["NICK_HOLD_SECONDS", "1.5", { nickHold: 1_500 }],
    ["HISTORY_MESSAGES", "100", { historyMessages: 100 }],
    ["HISTORY_DAYS", "0.5", { historyAge: 43_200_000 }],
    ["MESSAGE_BURST", "1", { burst: 1 }],
    ["MESSAGE_BURST", "1000000000", { burst: 1_000_000_000 }],
    ["MESSAGES_PER_SECOND", "0.1", { perSecond: 0.1 }],
    ["MAX_MEMBERS", " 7 ", { maxMembers: 7 }],
    ["ALLOWED_ORIGINS", "", { allowedOrigins: new Set() }],
    [
      "ALLOWED_ORIGINS",
      "https://a.example, http://B.example:8080,",
      { allowedOrigins: new Set(["https://a.example", "http://b.example:8080"]) },
    ],
    ["PUSH_CONTACT", "mailto:ana@example.org", { pushContact: "mailto:ana@example.org" }],
    ["PUSH_CONTACT", "https://example.org/about", { pushContact: "https://example.org/about" }],
    ["PUSH_CONTACT", "", { pushContact: undefined }],
    ["PUSH_HOSTS", "", { pushHosts: [] }],
    [
      "PUSH_HOSTS",
      "Push.example.org, *.example.com:8443,[::1]:9000, 127.0.0.1:9,",
      {
        pushHosts: [
          { host: "push.example.org", isParent: false, port: 443 },
          { host: "example.com", isParent: true, port: 8_443 },
          { host: "[::1]", isParent: false, port: 9_000 },
          { host: "127.0.0.1", isParent: false, port: 9 },
        ],
      },
    ],
    ["ADMIN_TOKEN", "open sesame and more", { adminToken: "open sesame and more" }],
    ["ADMIN_TOKEN", "open sesame and more\n", { adminToken: "open sesame and more" }],
    ["ADMIN_TOKEN", "", { adminToken: undefined }],
    ["ADMIN_TOKEN", "x".repeat(256), { adminToken: "x".repeat(256) }],
  ])("%s may be %j", (name, value, expected) => {
    expect(readSettings({ [name]: value })).toMatchObject(expected);
  });

  test.each([
    ["NICK_HOLD_SECONDS", "-1"],
    ["NICK_HOLD_SECONDS", "soon"],
    ["NICK_HOLD_SECONDS", "86401"],
    ["HISTORY_MESSAGES", "0"],
    ["HISTORY_MESSAGES", "1.5"],
    ["HISTORY_MESSAGES", ""],
    ["HISTORY_DAYS", "0"],
    ["HISTORY_DAYS", "Infinity"],
    ["MESSAGE_BURST", "0"],
    ["MESSAGE_BURST", "2.5"],
    ["MESSAGES_PER_SECOND", "0"],
    ["MESSAGES_PER_SECOND", "NaN"],
    ["MAX_MEMBERS", "0"],
    ["MAX_MEMBERS", "many"],
    ["ALLOWED_ORIGINS", "example.org"],
    ["ALLOWED_ORIGINS", "https://example.org/path"],
    ["ALLOWED_ORIGINS", "https://a.example,*"],
    ["ALLOWED_ORIGINS", "null"],
    ["ALLOWED_ORIGINS", "file:///home"],
    ["ALLOWED_ORIGINS", "chrome-extension://abc"],
    ["ALLOWED_ORIGINS", "ws://a.example"],
    ["ALLOWED_ORIGINS", "ftp://a.example"],
    ["ALLOWED_ORIGINS", "https://*.example"],
    ["ALLOWED_ORIGINS", "https://ana@a.example"],
    ["ALLOWED_ORIGINS", "blob:https://a.example"],
    ["PUSH_CONTACT", "ana@example.org"],
    ["PUSH_CONTACT", "mailto:ana"],
    ["PUSH_CONTACT", "http://example.org"],
    ["PUSH_HOSTS", "*"],
    ["PUSH_HOSTS", "*.*.example.org"],
    ["PUSH_HOSTS", "push.*.example.org"],
    ["PUSH_HOSTS", "https://push.example.org"],
    ["PUSH_HOSTS", "push.example.org/path"],
    ["PUSH_HOSTS", "push.example.org:0"],
    ["PUSH_HOSTS", "push.example.org:65536"],
    ["PUSH_HOSTS", "ana@push.example.org"],
    ["PUSH_HOSTS", "ok.example.org,a..b"],
  ])("%s may not be %j, and the error says so", (name, value) => {
    const told = complaint({ [name]: value });
    expect(told).toContain(name);
    expect(told).toContain(`"${value.split(",").at(-1)}"`);
    expect(told).toContain("must");
  });

  test("the error names every wrong variable", () => {
    const told = complaint({
      ...{ NICK_HOLD_SECONDS: "x", HISTORY_MESSAGES: "x", HISTORY_DAYS: "x", MESSAGE_BURST: "x" },
      ...{ MESSAGES_PER_SECOND: "x", MAX_MEMBERS: "x", ALLOWED_ORIGINS: "x", ADMIN_TOKEN: "x".repeat(300) },
    });
    for (const name of [
      ...["NICK_HOLD_SECONDS", "HISTORY_MESSAGES", "HISTORY_DAYS", "MESSAGE_BURST"],
      ...["MESSAGES_PER_SECOND", "MAX_MEMBERS", "ALLOWED_ORIGINS", "ADMIN_TOKEN"],
    ]) {
      expect(told).toContain(name);
    }
  });

  test.each([
    ["ADMIN_TOKEN itself is too long", {}, "s3cret".repeat(50)],
    ["ADMIN_TOKEN itself is too short", {}, "s3cret".padEnd(19, "x")],
    ["another is wrong", { MAX_MEMBERS: "x" }, "s3cret"],
  ])("the error never tells the admin token: %s", (_, others, secret) => {
    const told = complaint({ ...others, ADMIN_TOKEN: secret });
    expect(told).not.toBe("");
    expect(told).not.toContain("s3cret");
  });

  test("what wrangler binds besides doesn't matter", () => {
    expect(readSettings({ ROOM: {}, REQUESTS: {} })).toEqual(readSettings({}));
  });
});
