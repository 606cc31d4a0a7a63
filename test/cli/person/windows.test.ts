import { describe, expect, test } from "vitest";
import { isBusy, onceFree } from "../../../client/cli/person/busy.ts";
import { configDirectory, stateDirectory } from "../../../client/cli/person/directories.ts";
import { folderName } from "../../../client/cli/person/folder-name.ts";

describe("folders of Windows", () => {
  const APPDATA = "C:\\Users\\Ana\\AppData\\Roaming";
  const LOCALAPPDATA = "C:\\Users\\Ana\\AppData\\Local";
  test.each([
    { env: { APPDATA, LOCALAPPDATA }, config: `${APPDATA}\\papo`, state: `${LOCALAPPDATA}\\papo` },
    {
      env: { APPDATA, LOCALAPPDATA, XDG_CONFIG_HOME: "D:\\c", XDG_STATE_HOME: "D:/s" },
      config: "D:\\c\\papo",
      state: "D:\\s\\papo",
    },
    {
      env: { APPDATA, LOCALAPPDATA, XDG_CONFIG_HOME: "c", XDG_STATE_HOME: "" },
      config: `${APPDATA}\\papo`,
      state: `${LOCALAPPDATA}\\papo`,
    },
    {
      env: { APPDATA: "\\\\nas\\ana", LOCALAPPDATA },
      config: "\\\\nas\\ana\\papo",
      state: `${LOCALAPPDATA}\\papo`,
    },
  ])("$env", ({ env, config, state }) => {
    expect([configDirectory(env, "win32"), stateDirectory(env, "win32")]).toEqual([config, state]);
  });

  test("below the home where no variable says", () => {
    expect(configDirectory({}, "win32")).toMatch(/\\AppData\\Roaming\\papo$/);
    expect(stateDirectory({}, "win32")).toMatch(/\\AppData\\Local\\papo$/);
  });

  test("its variables mean nothing elsewhere", () => {
    expect(configDirectory({ APPDATA, LOCALAPPDATA: "/local" }, "linux")).toMatch(/\/\.config\/papo$/);
    expect(stateDirectory({ LOCALAPPDATA: "/local" }, "darwin")).toMatch(/\/\.local\/state\/papo$/);
  });
});

describe("names that Windows has for itself", () => {
  test.each([
    { name: "con", folder: "con~" },
    { name: "CON", folder: "CON~" },
    { name: "nul", folder: "nul~" },
    { name: "aux", folder: "aux~" },
    { name: "prn", folder: "prn~" },
    { name: "com1", folder: "com1~" },
    { name: "lpt9", folder: "lpt9~" },
    { name: "com0", folder: "com0~" },
    { name: "com10", folder: "com10" },
    { name: "console", folder: "console" },
    { name: "con-1", folder: "con-1" },
    { name: "lobby", folder: "lobby" },
    { name: "con.txt", folder: "con~.txt" },
    { name: "https%3A%2F%2Fhost.", folder: "https%3A%2F%2Fhost%2E" },
    { name: "https%3A%2F%2F*.host", folder: "https%3A%2F%2F%2A.host" },
    { name: "https%3A%2F%2Fchat.example.org%3A8787", folder: "https%3A%2F%2Fchat.example.org%3A8787" },
  ])("$name is kept in $folder", ({ name, folder }) => {
    expect(folderName(name, "win32")).toBe(folder);
    expect(folderName(name, "linux")).toBe(name);
  });
});

describe("a file that another program has", () => {
  const trouble = (code: string) => Object.assign(new Error(code), { code });
  /** A clock that goes on when somebody waits. */
  const waiting = () => {
    let time = 0;
    const wait = (ms: number) => {
      time += ms;
    };
    return { now: () => time, wait };
  };
  const mayPass = (error: unknown) =>
    error instanceof Error && "code" in error && isBusy(String(error.code), "win32");

  test.each([
    { code: "EPERM", platform: "win32", is: true },
    { code: "EACCES", platform: "win32", is: true },
    { code: "EBUSY", platform: "win32", is: true },
    { code: "ENOSPC", platform: "win32", is: false },
    { code: undefined, platform: "win32", is: false },
    { code: "EACCES", platform: "linux", is: false },
    { code: "EPERM", platform: "darwin", is: false },
  ] as const)("$code on $platform may pass: $is", ({ code, platform, is }) => {
    expect(isBusy(code, platform)).toBe(is);
  });

  test("is waited for", () => {
    let tries = 0;
    const act = () => {
      tries += 1;
      if (tries < 4) throw trouble("EBUSY");
      return "done";
    };
    expect(onceFree(act, mayPass, waiting())).toBe("done");
  });

  test.each([{ code: "EPERM" }, { code: "ENOSPC" }])("is not waited for without end: $code", ({ code }) => {
    const act = () => {
      throw trouble(code);
    };
    expect(() => onceFree(act, mayPass, waiting())).toThrow(code);
  });
});
