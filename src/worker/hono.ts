import type { Env as HonoEnv } from "hono";
import { HonoBase } from "hono/hono-base";
import { TrieRouter } from "hono/router/trie-router";

/** Hono with one of its routers, which does for a few dozen routes: the others weigh more than the door. */
export class Hono<E extends HonoEnv> extends HonoBase<E> {
  constructor() {
    super({ router: new TrieRouter() });
  }
}
