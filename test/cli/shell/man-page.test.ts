import { expect, test } from "vitest";
import { CONFIG_KEYS } from "../../../client/cli/shell/config.ts";
import { manPage } from "../../../client/cli/shell/man-page.ts";
import { plainPage, roffPage } from "../../../client/cli/shell/page-form.ts";
import { SUBCOMMANDS } from "../../../client/cli/shell/subcommands.ts";

const roff = manPage({ version: "1.2.3", columns: undefined });
const plain = manPage({ version: "1.2.3", columns: 60 });

test("all commands, options and keys are in it, as --help has them", () => {
  const page = roff.replaceAll("\\-", "-");
  for (const { name, options, examples } of SUBCOMMANDS) {
    expect(page).toContain(`.B papo ${name} `);
    expect(plain).toContain(`  papo ${name} `);
    for (const option of options) expect(page).toMatch(new RegExp(`^\\.B --${option}( |$)`, "m"));
    for (const example of examples) expect(plain).toContain(example);
  }
  for (const key of CONFIG_KEYS) expect(page).toContain(`.B ${key}: `);
  for (const name of ["PAPO_KEY", "HTTPS_PROXY", "EXIT STATUS", "5", "FILES"]) expect(page).toContain(name);
});

test("it is roff that man and whatis understand", () => {
  expect(roff).toMatch(
    /^\.TH PAPO 1 "" "papo 1\.2\.3" "User Commands"\n\.SH NAME\npapo \\- group chat in rooms\n/,
  );
  for (const line of roff.split("\n"))
    expect(line).toMatch(/^(?:\.(?:TH|SH|PP|TP|B|br|nf|fi)(?: .*)?|[^.'].*|)$/);
  expect(roff).toMatch(/^[\x20-\x7e\n]*$/);
});

test("what means something to roff is said otherwise", () => {
  const section = { title: "A", text: [".so x\\y…"], code: ["a -b 'c' \"d\""] };
  expect(roffPage([section], { version: "1", kind: "K" })).toContain(
    ".SH A\n\\&.so x\\ey\\[u2026]\n.nf\na \\-b \\(aqc\\(aq \\(dqd\\(dq\n.fi\n",
  );
});

test("a terminal's page is broken between words", () => {
  const page = plainPage(
    [{ title: "A", text: ["one two three"], items: [{ head: "h", text: "four five six" }] }],
    12,
  );
  expect(page).toBe("A\n  one two\n  three\n  h\n      four\n      five\n      six\n");
  const prose = plain.slice(plain.indexOf("DESCRIPTION"), plain.indexOf("COMMANDS"));
  expect(Math.max(...prose.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(60);
});
