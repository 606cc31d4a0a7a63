import { build } from "esbuild";
import { expect, test } from "vitest";
import { PAGE_ALIAS } from "../../scripts/browser-client.ts";
import { damagedEvents, FOREIGN_FRAMES, soundEvents, variants } from "../support/damaged-frames.ts";

// The page reads with schemas of its own making: nothing may get past them that
// valibot refuses, and nothing be lost that it reads.

const ENTRY = `
  import "./test/support/speak-english.ts";
  export { parseEvents } from "./src/protocol/event.ts";
  export { claimsIn } from "./src/protocol/pass.ts";
  export { readRefusal } from "./client/core/http/refusal.ts";
  export { parseKept } from "./client/web/session/kept.ts";
`;

async function readers(alias: Record<string, string>): Promise<Record<string, (text: string) => unknown>> {
  const stdin = { contents: ENTRY, resolveDir: process.cwd() };
  const { outputFiles } = await build({ stdin, alias, bundle: true, format: "esm", write: false });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? "")}`);
}

const client = "client12";
const draft = { type: "say", text: "hi", to: "bob", re: 1, me: true, later: { constructor: 1 } };
const entries = [
  { key: 1, at: 1, state: "waiting", draft },
  { key: 2, at: 1, state: "sent", cid: 3, draft: { type: "edit", id: 1, text: "hi" } },
  { key: 3, at: 1, state: "unsure", draft: { type: "delete", id: 1 } },
];
const kept = {
  form: 1,
  client,
  saved: { epoch: 1, heard: 1, stored: 1, outbox: entries },
  composer: {
    to: { uid: "bob", nick: "bob" },
    drafts: { "": { text: "hi", re: 1 } },
    edit: { id: 1, text: "hi" },
  },
  failed: [{ entry: entries[0], why: "no" }],
};
const claims = { id: "abcdefghijkl", exp: 2_000_000_000, rooms: ["lobby"], make: true, one: false };
const refusal = { error: { code: "no_pass", message: "No.", detail: "pass_missing", params: { a: 1 } } };

const json = (value: unknown) => JSON.stringify(value);
const passOf = (value: unknown) => `p1.${Buffer.from(json(value)).toString("base64url")}.${"s".repeat(43)}`;

/** The first of each can be read. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  parseEvents: [
    json(soundEvents(2)),
    ...FOREIGN_FRAMES,
    ...damagedEvents(2).map((event) => json([event])),
    ...[{ a: 1 }, { a: "b", b: 2 }, { constructor: "b" }, { a: {} }].map((params) =>
      json([{ type: "error", code: "locked", message: "", params }]),
    ),
    '[{"type":"error","code":"locked","message":"","params":{"__proto__":"a"}}]',
  ],
  parseKept: [json(kept), ...Array.from(variants(kept), json)],
  claimsIn: [passOf(claims), ...Array.from(variants(claims), passOf)],
  readRefusal: [json(refusal), ...Array.from(variants(refusal), json)],
};

test.each(Object.entries(TEXTS))("%s reads on the page what it reads elsewhere", async (name, texts) => {
  const [page, elsewhere] = await Promise.all([readers(PAGE_ALIAS), readers({})]);
  const read = (of: typeof page, text: string) => {
    const value = json(of[name]?.(text)) ?? "nothing";
    // What can't be read has a new one in its place.
    return name === "parseKept" && !value.includes(client) ? "fresh" : value;
  };
  expect(read(page, texts[0] ?? "")).not.toMatch(/^(nothing|fresh)$/);
  for (const text of texts) expect(read(page, text), text.slice(0, 300)).toBe(read(elsewhere, text));
});
