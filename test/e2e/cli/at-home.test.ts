import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { homeOf, openPapo, runPapo } from "./support/papo.ts";

const DIST = fileURLToPath(new URL("../../../dist/", import.meta.url));

test.concurrent("papo config shows, sets and explains; what comes out is data", async () => {
  const env = homeOf();
  const papo = (...args: string[]) => runPapo(["config", ...args], { env });
  expect(await papo("nick", "ana")).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(await papo("bell", "off")).toMatchObject({ code: 0 });
  expect(await papo("nick")).toEqual({
    code: 0,
    stdout: "ana\n",
    stderr: "papo: papo config nick NAME: your nickname. Before it come --nick, PAPO_NICK.\n",
  });
  expect((await papo("time")).stdout).toBe("hm\n");
  expect((await papo("url")).stdout).toBe("");
  const all = await papo();
  expect(all.stdout).toMatch(/^nick +ana +your nickname \(--nick, PAPO_NICK\)$/m);
  expect(all.stdout).toMatch(/^time +\(hm\) +how times are shown \(--time\)$/m);
  expect(all.stderr).toContain(`${env.XDG_CONFIG_HOME}/papo/config.json`);
  expect(JSON.parse((await papo("--json")).stdout)).toEqual({ nick: "ana", bell: false });
  expect(await papo("--unset", "nick")).toMatchObject({ code: 0 });
  expect(JSON.parse((await papo("--json")).stdout)).toEqual({ bell: false });
});

test.concurrent.each([
  { args: ["config", "tiem"], says: 'There is no "tiem" to set. Did you mean time?' },
  { args: ["config", "bell", "loud"], says: '"bell" must be true or false.' },
  { args: ["config", "nick", "a b"], says: "papo: a b: " },
  { args: ["config", "--unset"], says: "Which key is to be unset?" },
  { args: ["config", "--unset", "nik"], says: "Did you mean nick?" },
  { args: ["config", "--unst", "nick"], says: "Did you mean --unset?" },
  { args: ["completion", "zhs"], says: "Did you mean zsh?" },
  { args: ["completion"], says: "For which shell?" },
  { args: ["completoin", "bash"], says: "Did you mean papo completion?" },
  { args: ["help", "confg"], says: "Did you mean papo config?" },
  { args: ["docter", "https://host"], says: "Did you mean papo doctor?" },
])("$args", async ({ args, says }) => {
  const { code, stdout, stderr } = await runPapo(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(says);
});

test.concurrent("the manual page: roff in a pipe and in the package, text at a terminal", async () => {
  const { code, stdout } = await runPapo(["help", "--man"]);
  expect([code, stdout.split("\n", 3)]).toEqual([
    0,
    [expect.stringMatching(/^\.TH PAPO 1 /), ".SH NAME", "papo \\- group chat in rooms"],
  ]);
  const inPackage = (file: string) =>
    execFileSync("tar", ["-xzOf", `${DIST}public/papo.tgz`, `package/${file}`], { encoding: "utf8" });
  expect(JSON.parse(inPackage("package.json"))).toMatchObject({
    man: "./man/papo.1",
    bin: { papo: "papo.js" },
  });
  expect(inPackage("man/papo.1")).toBe(stdout);
  expect(readFileSync(`${DIST}man/papo.1`, "utf8")).toBe(stdout);
  const pty = openPapo(["help", "--man"], { cols: 80, rows: 300 });
  await pty.waitFor(/^NAME\n {2}papo - group chat in rooms\n/m);
  expect(await pty.exit).toMatchObject({ code: 0 });
});
