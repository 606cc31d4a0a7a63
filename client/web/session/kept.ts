import { CLIENT, randomClient } from "../../../src/protocol/identity.ts";
import type { Saved } from "../../core/chat.ts";
import type { Entry } from "../../core/sending/entry.ts";
import type { Composer } from "../model/composer.ts";
import { tabShelf } from "./shelf.ts";

/** What a tab keeps of a room, so that a reload loses nothing. */
export interface KeptTab {
  client: string;
  /** Without the last event: the page is empty after a reload. */
  saved: Omit<Saved, "after" | "afterAt">;
  composer: Composer;
  /** Refused, and neither retried nor discarded yet. */
  failed: readonly Failed[];
}

export interface Failed {
  entry: Entry;
  why: string;
}

/** Names the form of what is kept; another one is not read. */
const FORM = 1;

export function freshKept(): KeptTab {
  return { client: randomClient(), saved: {}, composer: { drafts: {} }, failed: [] };
}

export function readKept(room: string): KeptTab {
  try {
    const { form, ...kept } = JSON.parse(tabShelf.get(`room:${room}`) ?? "{}");
    // Nobody else writes there.
    return form === FORM && CLIENT.test(kept.client) ? kept : freshKept();
  } catch {
    return freshKept();
  }
}

export function writeKept(room: string, kept: KeptTab): void {
  tabShelf.set(`room:${room}`, JSON.stringify({ form: FORM, ...kept }));
}
