import { expect, test } from "vitest";
import { isRefusal } from "../../src/protocol/error.ts";
import { readHookBody } from "../../src/worker/hooks/hook-body.ts";

const FORM = "application/x-www-form-urlencoded";
const JSON_TYPE = "application/json";
/** With its byte order mark. */
const utf16 = new Uint8Array(Uint16Array.from('\ufeff{"text":"olá"}', (unit) => unit.charCodeAt(0)).buffer);

test.each<[type: string, body: string | Uint8Array<ArrayBuffer>, posted: unknown]>([
  [JSON_TYPE, '{"text":"oi"}', { text: "oi" }],
  [`${JSON_TYPE}; charset=utf-8`, '\ufeff{"text":"oi"}', { text: "oi" }],
  [`${JSON_TYPE}; charset=utf-16`, utf16, { text: "olá" }],
  ["application/vnd.x+json", '{"text":"oi"}', { text: "oi" }],
  ["", '{"text":"oi"}', { text: "oi" }],
  [JSON_TYPE, "nope", "body_no_json"],
  [JSON_TYPE, "", "body_no_json"],
  [JSON_TYPE, '{"text":"oi"', "body_no_json"],
  [JSON_TYPE, "[".repeat(500_000), "body_no_json"],
  [JSON_TYPE, new Uint8Array([0x22, 0xff, 0x22]), "bad_encoding"],
  [`${JSON_TYPE}; charset=klingon`, "{}", "unknown_charset"],
  [FORM, `payload=${encodeURIComponent('{"text":"oi & olá"}')}`, { text: "oi & olá" }],
  [FORM, "payload=%7B%22text%22%3A%22a+b%22%7D", { text: "a b" }],
  [FORM, "payload=nope", "body_no_json"],
  [FORM, "payload=", "body_no_json"],
  [FORM, "text=oi+there&username=ci", { text: "oi there", username: "ci" }],
  [FORM, '{"text":"from curl -d"}', { text: "from curl -d" }],
  [FORM, "", {}],
  ["text/plain", "oi", { text: "oi" }],
  ["text/plain", '{"text":"oi"}', { text: "oi" }],
  ["text/plain", "{oi", { text: "{oi" }],
  ["text/plain; charset=iso-8859-1", new Uint8Array([0x6f, 0xe1]), { text: "oá" }],
  ["image/png", "oi", "unsupported_type"],
  ["text/html", "<b>oi</b>", "unsupported_type"],
  ["multipart/form-data", "oi", "body_cut"],
  ["multipart/form-data; boundary=x", "--x\r\n", "body_cut"],
])("§12.2 a body of %j: %j", async (type, body, posted) => {
  const request = new Request("http://papo.test/", { method: "POST", body });
  request.headers.delete("Content-Type");
  if (type !== "") request.headers.set("Content-Type", type);
  const read = await readHookBody(request);
  expect(isRefusal(read) ? (read.detail ?? read.refused) : read.posted).toEqual(posted);
});

test("§12.2 a form in parts, as Discord's clients send it with files", async () => {
  const body = new FormData();
  body.set("payload_json", '{"content":"oi"}');
  body.set("files[0]", new Blob(["bytes"]), "a.txt");
  const request = () => new Request("http://papo.test/", { method: "POST", body });
  expect(await readHookBody(request())).toEqual({ posted: { content: "oi" } });
});

test("§12.2 what is encoded is not read", async () => {
  const headers = { "Content-Type": JSON_TYPE, "Content-Encoding": "gzip" };
  const request = new Request("http://papo.test/", { method: "POST", body: "{}", headers });
  expect(await readHookBody(request)).toMatchObject({ detail: "body_encoded" });
});
