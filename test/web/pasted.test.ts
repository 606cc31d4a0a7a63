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

test("a plain path of another host's form stays here", () => {
  expect(pastedInvitation(`https://papo.example//evil.example/x#pass=${PASS}`, HERE)).toHaveProperty(
    "complaint",
  );
});

test.each([
  ["", /address/],
  ["hello", /no whole invitation|Which room/],
  ["https://papo.example/lobby", /no whole invitation/],
  [`https://papo.example/lobby?pass=${PASS}`, /no whole invitation/],
  [`https://papo.example/lobby#pass=${PASS.slice(1)}`, /not whole/],
  [`javascript:alert(1)#pass=${PASS}`, /./],
  ["https://", /address/],
  [`https://evil.example/lobby#pass=${PASS}`, /another server/],
  [`https://papo.example:444/lobby#pass=${PASS}`, /another server/],
  [`https://papo.example@evil.example/lobby#pass=${PASS}`, /Secrets have no place/],
])("%s is none for here, and says why", (written, complaint) => {
  expect(pastedInvitation(written, HERE)).toEqual({ complaint: expect.stringMatching(complaint) });
});
