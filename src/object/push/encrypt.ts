import { type Bytes, concatenated, fromBase64url, utf8 } from "./bytes.ts";

// Message Encryption for Web Push (RFC 8291), in the coding aes128gcm (RFC 8188).

const P256 = { name: "ECDH", namedCurve: "P-256" } as const;

/** Bytes of the one record, at most: a push service takes 4,096. */
const RECORD = 4_096;

/** Bytes to which a text is padded: the length of what somebody says is nobody's business. */
const PADDED = 1_024;

/** What a browser gave out: whoever has these can write to it, and only the browser can read it. */
export interface PushKeys {
  /** Its public key and its secret, as base64url. */
  readonly p256dh: string;
  readonly auth: string;
}

/** What is new for each push. */
export interface PushChance {
  /** A key pair of P-256 that is used this once. */
  readonly sender: CryptoKeyPair;
  /** 16 random bytes. */
  readonly salt: Bytes;
}

export async function newPushChance(): Promise<PushChance> {
  const sender = await crypto.subtle.generateKey(P256, true, ["deriveBits"]);
  if (!("privateKey" in sender)) throw new Error("That is no pair of keys.");
  return { sender, salt: crypto.getRandomValues(new Uint8Array(16)) };
}

/** Encrypts a text for one browser. `least`: to how many bytes it is padded. */
export async function encryptPush(
  text: string,
  { p256dh, auth }: PushKeys,
  { chance, least = PADDED }: { readonly chance: PushChance; readonly least?: number },
): Promise<Bytes> {
  const { sender, salt } = chance;
  const receiver = fromBase64url(p256dh);
  const own = await rawKey(sender.publicKey);
  const secret = await agreed(sender.privateKey, receiver);
  const info = concatenated(utf8("WebPush: info\0"), receiver, own);
  const keying = await derived(secret, { salt: fromBase64url(auth), info, bytes: 32 });
  const key = await derived(keying, { salt, info: utf8("Content-Encoding: aes128gcm\0"), bytes: 16 });
  const nonce = await derived(keying, { salt, info: utf8("Content-Encoding: nonce\0"), bytes: 12 });
  const told = utf8(text);
  // A 2 ends the last record; what pads it is behind that.
  const record = concatenated(told, Uint8Array.of(2), new Uint8Array(Math.max(0, least - told.byteLength)));
  const cipher = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt"]);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, cipher, record);
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, RECORD);
  return concatenated(salt, size, Uint8Array.of(own.byteLength), own, new Uint8Array(sealed));
}

/** A public key as its point, uncompressed. */
export async function rawKey(key: CryptoKey): Promise<Bytes> {
  const raw = await crypto.subtle.exportKey("raw", key);
  if (!(raw instanceof ArrayBuffer)) throw new Error("A raw key is bytes.");
  return new Uint8Array(raw);
}

/** What two key pairs have in common. */
async function agreed(own: CryptoKey, other: Bytes): Promise<Bytes> {
  const key = await crypto.subtle.importKey("raw", other, P256, false, []);
  // The platform's types spell it with a $, which the standard doesn't.
  const algorithm: SubtleCryptoDeriveKeyAlgorithm & { readonly public: CryptoKey } = {
    name: "ECDH",
    public: key,
  };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, own, 256));
}

/** HKDF with SHA-256 (RFC 5869). */
async function derived(
  secret: Bytes,
  { salt, info, bytes }: { readonly salt: Bytes; readonly info: Bytes; readonly bytes: number },
): Promise<Bytes> {
  const key = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const algorithm = { name: "HKDF", hash: "SHA-256", salt, info };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, bytes * 8));
}
