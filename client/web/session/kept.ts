import * as v from "valibot";
import { CLIENT, randomClient } from "../../../src/protocol/identity.ts";
import { count, listOf, name } from "../../../src/protocol/untrusted.ts";
import type { Entry } from "../../core/sending/entry.ts";
import { type KeptOutbox, keptEntry, keptOutbox } from "../../core/sending/kept-outbox.ts";
import { emptyWriting, type Writing } from "../model/writing.ts";
import { tabShelf } from "./shelf.ts";

/** What a tab keeps of a room, so that a reload loses nothing. */
export interface KeptTab {
  client: string;
  /** Without the last event: the page is empty after a reload. */
  saved: KeptOutbox;
  composer: Writing;
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

const composerDraft = v.object({ text: v.string(), re: optionalCount });

const keptTab = v.object({
  form: v.literal(FORM),
  client: v.pipe(v.string(), v.regex(CLIENT)),
  saved: keptOutbox,
  composer: v.fallback(
    v.object({
      to: v.exactOptional(v.object({ uid: name, nick: name })),
      drafts: v.custom<Writing["drafts"]>(
        (drafts) =>
          typeof drafts === "object" &&
          drafts !== null &&
          Object.values(drafts).every((each) => v.is(composerDraft, each)),
      ),
      edit: v.exactOptional(v.object({ id: count, text: v.string() })),
    }),
    { drafts: {} },
  ),
  failed: listOf(v.object({ entry: keptEntry, why: v.string() }), MOST_FAILED),
});

export function freshKept(): KeptTab {
  return { client: randomClient(), saved: {}, composer: emptyWriting, failed: [] };
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
