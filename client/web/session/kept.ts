import * as v from "valibot";
import { CLIENT, randomClient } from "../../../src/protocol/identity.ts";
import { count, listOf, name } from "../../../src/protocol/untrusted.ts";
import type { Entry } from "../../core/sending/entry.ts";
import { type KeptOutbox, keptEntry, keptOutbox } from "../../core/sending/kept-outbox.ts";
import { emptyWriting, type Writing } from "../model/writing.ts";
import { browserShelf, tabShelf } from "./shelf.ts";

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

const client = v.pipe(v.string(), v.regex(CLIENT));

const writing = v.object({
  to: v.exactOptional(v.object({ uid: name, nick: name })),
  drafts: v.custom<Writing["drafts"]>(
    (drafts) =>
      typeof drafts === "object" &&
      drafts !== null &&
      Object.values(drafts).every((each) => v.is(composerDraft, each)),
  ),
  edit: v.exactOptional(v.object({ id: count, text: v.string() })),
});

const keptTab = v.object({
  form: v.literal(FORM),
  client,
  saved: keptOutbox,
  composer: v.fallback(writing, { drafts: {} }),
  failed: listOf(v.object({ entry: keptEntry, why: v.string() }), MOST_FAILED),
});

export function freshKept(): KeptTab {
  return { client: randomClient(), saved: {}, composer: emptyWriting, failed: [] };
}

/** Undefined where this tab has not been. */
export function readKept(room: string): KeptTab | undefined {
  const json = tabShelf.get(`room:${room}`);
  return json === undefined ? undefined : parseKept(json);
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

/** What was begun in a room, and by which client: it outlives the tab. */
export type Begun = Pick<KeptTab, "client" | "composer">;

export function readBegun(room: string): Begun | undefined {
  try {
    return v.parse(
      v.object({ client, composer: writing }),
      JSON.parse(browserShelf.get(`begun:${room}`) ?? ""),
    );
  } catch {
    return undefined;
  }
}

/** The latest of all tabs is kept; who has nothing takes away their own alone. */
export function writeBegun(room: string, { client, composer }: Begun): void {
  const isEmpty = Object.values(composer.drafts).every(({ text }) => text === "");
  if (!isEmpty) browserShelf.set(`begun:${room}`, JSON.stringify({ client, composer }));
  else if (readBegun(room)?.client === client) browserShelf.set(`begun:${room}`, undefined);
}
