import { expect, test } from "vitest";
import { fromBase64url, utf8 } from "../../../src/object/push/bytes.ts";
import { encryptPush, newPushChance } from "../../../src/object/push/encrypt.ts";
import { base64url } from "../../../src/protocol/identity.ts";
import { Device } from "../../support/push/device.ts";

/** RFC 8291, section 5 and appendix A. */
const RFC = {
  text: "When I grow up, I want to be a watermelon",
  receiver: {
    p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
    auth: "BTBZMqHH6r4Tts7J_aSIgg",
  },
  sender: {
    public: "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8",
    private: "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw",
  },
  salt: "DGv6ra1nlYgDCS1FRnbzlw",
  body:
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT" +
    "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
};

/** The pair of keys that the RFC's sender used. */
async function senderOf(keys: { readonly public: string; readonly private: string }): Promise<CryptoKeyPair> {
  const point = fromBase64url(keys.public);
  const [x, y] = [base64url(point.slice(1, 33)), base64url(point.slice(33))];
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const jwk = { kty: "EC", crv: "P-256", x, y, d: keys.private };
  return {
    publicKey: await crypto.subtle.importKey("raw", point, curve, true, []),
    privateKey: await crypto.subtle.importKey("jwk", jwk, curve, true, ["deriveBits"]),
  };
}

test("what RFC 8291 encrypts, byte for byte", async () => {
  const chance = { sender: await senderOf(RFC.sender), salt: fromBase64url(RFC.salt) };
  const body = await encryptPush(RFC.text, RFC.receiver, { chance, least: 0 });
  expect(base64url(body)).toBe(RFC.body);
});

test.each(["", "oi!", "é😀".repeat(100), "x".repeat(1_024), "x".repeat(3_000)])(
  "another implementation reads it: %j",
  async (text) => {
    const device = new Device("phone");
    const body = await encryptPush(text, device.subscription.keys, { chance: await newPushChance() });
    expect(device.read(body)).toBe(text);
  },
);

test("its length tells nothing of what is said, and no two are alike", async () => {
  const device = new Device("phone");
  const bodies = await Promise.all(
    ["a", "é".repeat(500)].map(async (text) =>
      encryptPush(text, device.subscription.keys, { chance: await newPushChance() }),
    ),
  );
  const [first, second] = bodies.map((body) => body.byteLength);
  expect(first).toBe(second);
  expect(first).toBeLessThan(4_096);
  const [one, other] = bodies.map((body) => base64url(body).slice(0, 22));
  expect(one).not.toBe(other);
  expect(utf8("é").byteLength).toBe(2);
});
