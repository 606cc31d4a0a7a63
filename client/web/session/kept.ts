import * as v from "valibot";
import { CLIENT, randomClient } from "../../../src/protocol/identity.ts";
import { count, listOf, moment, name, text } from "../../../src/protocol/untrusted.ts";
import type { Saved } from "../../core/chat.ts";
import type { Entry } from "../../core/sending/entry.ts";
import { OUTBOX_BOUND } from "../../core/sending/outbox.ts";
import { type Composer, emptyComposer } from "../model/composer.ts";
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
/** What was refused and is still shown after a reload, at most. */
const MOST_FAILED = 1_000;

const optionalCount = v.exactOptional(count);

const draft = v.variant("type", [
  // Whatever else a message may have is kept as it is: the room looks at it.
  v.looseObject({
    type: v.literal("say"),
    text,
    to: v.exactOptional(name),
    re: optionalCount,
    me: v.exactOptional(v.boolean()),
  }),
  v.object({ type: v.literal("edit"), id: count, text }),
  v.object({ type: v.literal("delete"), id: count }),
]);

const everyEntry = { key: count, draft, at: moment };
const entry = v.variant("state", [
  v.object({ ...everyEntry, state: v.literal("waiting") }),
  v.object({ ...everyEntry, state: v.literal("sent"), cid: count }),
  v.object({ ...everyEntry, state: v.literal("unsure") }),
]);

const composerDraft = v.object({ text: v.string(), re: optionalCount });

const keptTab = v.object({
  form: v.literal(FORM),
  client: v.pipe(v.string(), v.regex(CLIENT)),
  saved: v.object({
    epoch: optionalCount,
    heard: optionalCount,
    stored: optionalCount,
    outbox: v.exactOptional(listOf(entry, OUTBOX_BOUND)),
  }),
  composer: v.fallback(
    v.object({
      to: v.exactOptional(v.object({ uid: name, nick: name })),
      drafts: v.custom<Composer["drafts"]>(
        (drafts) =>
          typeof drafts === "object" &&
          drafts !== null &&
          Object.values(drafts).every((each) => v.is(composerDraft, each)),
      ),
      edit: v.exactOptional(v.object({ id: count, text: v.string() })),
    }),
    { drafts: {} },
  ),
  failed: listOf(v.object({ entry, why: v.string() }), MOST_FAILED),
});

export function freshKept(): KeptTab {
  return { client: randomClient(), saved: {}, composer: emptyComposer, failed: [] };
}

export function readKept(room: string): KeptTab {
  return parseKept(tabShelf.get(`room:${room}`) ?? "");
}

/** What another version of the page, or somebody's hand, has left there is not believed. */
export function parseKept(json: string): KeptTab {
  try {
    return v.parse(keptTab, JSON.parse(json));
  } catch {
    return freshKept();
  }
}

export function writeKept(room: string, kept: KeptTab): void {
  tabShelf.set(`room:${room}`, JSON.stringify({ form: FORM, ...kept }));
}
