import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { Door } from "../../src/protocol/http.ts";
import { readSettings } from "../../src/settings/settings.ts";
import { frontDoor } from "../../src/worker/front-door.ts";

export const ADMIN = "an admin token of some length";
export const SECRET = "a secret of more than 32 characters";

/** What a test does to the bindings. */
type Bindings = Readonly<Record<string, unknown>>;

/** A front door with settings and a clock of its own before the real objects. It counts who is asked. */
export class Porch {
  /** Calls of rooms and of the registry, by method; a stub that is only taken is none. */
  readonly asked: string[] = [];
  now = 1_790_000_000_000;
  readonly #app;
  #env: Env;

  constructor(variables: Readonly<Record<string, string>> = {}, bindings: Bindings = {}) {
    const settings = readSettings({ ADMIN_TOKEN: ADMIN, PASS_SECRET: SECRET, ...variables });
    this.#app = frontDoor(settings, () => this.now);
    const counted = {
      ROOM: this.#counted(env.ROOM, "room"),
      REGISTRY: this.#counted(env.REGISTRY, "registry"),
    };
    this.#env = Object.assign({ ...env }, counted, bindings);
  }

  /** Puts something else in the place of a service. */
  bind(bindings: Bindings): void {
    this.#env = { ...this.#env, ...bindings };
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const request = new Request(`http://papo.test/api${path}`, init);
    return await this.#app.fetch(request, this.#env, createExecutionContext());
  }

  /** As the admin, with JSON where there is any. */
  admin(method: string, path: string, body?: unknown): Promise<Response> {
    const headers = { "Papo-Admin": ADMIN, "Content-Type": "application/json" };
    return this.fetch(path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
  }

  setDoor(door: Door): Promise<Response> {
    return this.admin("PUT", "/door", { door });
  }

  /** A pass from the admin. */
  async pass(order: object = { days: 7 }): Promise<string> {
    const { pass } = (await (await this.admin("POST", "/passes", order)).json()) as { pass: string };
    return pass;
  }

  /** How often objects of a kind were asked. */
  count(what: "room" | "registry"): number {
    return this.asked.filter((call) => call.startsWith(`${what} `)).length;
  }

  #counted<Stub extends object>(namespace: { getByName(name: string): Stub }, what: string) {
    const note = (call: string) => this.asked.push(`${what} ${call}`);
    return {
      getByName: (name: string) =>
        new Proxy(namespace.getByName(name), {
          get(stub, call) {
            note(String(call));
            const method: unknown = Reflect.get(stub, call);
            if (typeof method !== "function") return method;
            return (...given: unknown[]) => Reflect.apply(method, stub, given);
          },
        }),
    };
  }
}

/** The status and what the error says, for tables. */
export async function outcome(response: Response): Promise<[status: number, code?: string, detail?: string]> {
  const body = (await response.json()) as { error?: { code: string; detail?: string } };
  const { code, detail } = body.error ?? {};
  return [
    response.status,
    ...(code === undefined ? [] : [code]),
    ...(detail === undefined ? [] : [detail]),
  ] as [number];
}
