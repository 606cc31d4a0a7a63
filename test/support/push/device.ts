/// <reference path="./http-ece.d.ts" />
import { createECDH, randomBytes } from "node:crypto";
import { decrypt } from "http_ece";
import type { PushSubscriptionInput } from "../../../src/protocol/command.ts";
import { PUSH_SERVICE } from "./subscriptions.ts";

/** A browser that has subscribed to pushes. It reads them by another implementation than the room's. */
export class Device {
  readonly subscription: PushSubscriptionInput;
  readonly #privateKey = createECDH("prime256v1");
  readonly #auth = randomBytes(16).toString("base64url");

  constructor(name: string, service = PUSH_SERVICE) {
    const p256dh = this.#privateKey.generateKeys("base64url");
    this.subscription = { endpoint: `${service}/send/${name}`, keys: { p256dh, auth: this.#auth } };
  }

  read(body: Uint8Array): string {
    const params = { version: "aes128gcm", privateKey: this.#privateKey, authSecret: this.#auth } as const;
    return new TextDecoder().decode(decrypt(Buffer.from(body), params));
  }
}
