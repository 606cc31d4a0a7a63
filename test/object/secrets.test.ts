import { expect, test } from "vitest";
import { secrets } from "../../src/object/secrets.ts";

// Worked out with another implementation (Python's hashlib): whoever changes one of these locks everybody out.

test.each([
  ["ana-------------------", "EHwoQPvkUBsW"],
  ["x".repeat(128), "JNobgdCxbfZC"],
])("§2.2 the uid of the token %s", (token, uid) => {
  expect(secrets.uidOf(token)).toBe(uid);
});

test.each([
  ["sesame", "sRb_iw4m9r2CGKO4293fZ-dUezF0tueheoFeRr6o2PQ"],
  ["café", "r2NIefmzuNH_nkzaX4cNrv5m9OC2figCYbAGceWHBJE"],
  ["cafe\u0301", "r2NIefmzuNH_nkzaX4cNrv5m9OC2figCYbAGceWHBJE"],
])("§7.8 the passphrase %s, in 10,000 rounds of PBKDF2", (passphrase, hash) => {
  expect(secrets.hashPassphrase(passphrase, "salt")).toBe(hash);
});

test("an address, by HMAC with the room's salt", () => {
  expect(secrets.hash("203.0.113.7", "salt")).toBe("VJ_lvsYe6G_J6VjuJhyMBR");
});

test.each([
  ["one", "one", true],
  ["one", "two", false],
  ["one", "on", false],
  ["", "", true],
])("“%s” and “%s” are equal: %s", (one, other, equal) => {
  expect(secrets.equal(one, other)).toBe(equal);
});
