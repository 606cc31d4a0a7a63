import { expect, test } from "vitest";
import { pastedInvitation } from "../../client/web/gate/pasted.ts";

const PASS = `p1.e30.${"x".repeat(43)}`;
const HERE = "https://papo.example/lobby#x";

test.each([
  [`https://papo.example/lobby#pass=${PASS}`, "/lobby"],
  [`  https://papo.example/team#pass=${PASS}\n`, "/team"],
  [`papo.example/team#pass=${PASS}`, "/team"],
  [`https://PAPO.example/#pass=${PASS}`, "/"],
  [PASS, "/lobby"],
])("%s is an invitation to here", (written, path) => {
  expect(String(pastedInvitation(written, HERE))).toBe(`https://papo.example${path}#pass=${PASS}`);
});

test("a plain http link does not leave https", () => {
  const found = pastedInvitation(`http://papo.example/lobby#pass=${PASS}`, HERE);
  expect(String(found)).toBe(`https://papo.example/lobby#pass=${PASS}`);
});

test.each([
  "",
  "hello",
  "https://papo.example/lobby",
  `https://papo.example/lobby?pass=${PASS}`,
  `https://papo.example/lobby#pass=${PASS.slice(1)}`,
  `javascript:alert(1)#pass=${PASS}`,
  "https://",
])("%s is none", (written) => {
  expect(pastedInvitation(written, HERE)).toBe("none");
});

test.each([
  `https://evil.example/lobby#pass=${PASS}`,
  `https://papo.example:444/lobby#pass=${PASS}`,
  `https://papo.example@evil.example/lobby#pass=${PASS}`,
])("%s is for elsewhere, and this server is not told of it", (written) => {
  expect(pastedInvitation(written, HERE)).toBe("elsewhere");
});

test("a path that looks like another host stays here", () => {
  const found = pastedInvitation(`https://papo.example//evil.example/x#pass=${PASS}`, HERE);
  expect(found).toBeInstanceOf(URL);
  expect(found instanceof URL && found.host).toBe("papo.example");
});
