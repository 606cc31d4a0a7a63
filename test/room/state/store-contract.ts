import { describe, expect, test } from "vitest";
import {
  clientKey,
  type LoggedEvent,
  type LoggedMessage,
  type LoggedReaction,
  type LoggedRevision,
  type Profile,
  type Store,
} from "../../../src/room/state/store.ts";

/** A store under test. */
export interface StoreTrial {
  readonly store: Store;
  /** Commits, and opens the same storage again as after a restart. */
  reopen(): Store;
  /** Opens the same storage again as after a crash. */
  crash(): Store;
}

/** Runs something with an empty store that shows readers the newest `keep` events. */
export type WithStore = (keep: number, run: (trial: StoreTrial) => void) => void | Promise<void>;

const ANA = "ana---------";
const BOB = "bob---------";
const CAT = "cat---------";
const STRANGER = "";

const PROFILE: Profile = {
  epoch: 1_790_000_000_000,
  topic: "",
  lock: undefined,
  slow: 0,
  emptySince: undefined,
  believed: 1_790_000_000_000,
  doubted: undefined,
  generation: undefined,
  used: 80,
  usedDay: 20_000,
  shelf: "lobby-shelf",
};

/** Of a member. */
const plain = { away: undefined, isBot: false };

const nickOf = (uid: string) => uid.slice(0, 3);

function said(id: number, fields: Partial<LoggedMessage> = {}): LoggedMessage {
  const uid = fields.uid ?? ANA;
  return {
    ...{ type: "message", id, at: 1_000 * id, uid, nick: nickOf(uid), client: "one", cid: id },
    ...{ to: undefined, text: `text ${id}`, manner: {}, edited: false, digest: undefined },
    reactions: undefined,
    ...{ address: "here", tally: { said: id } },
    ...fields,
  };
}

function changed(id: number, target: number, fields: Partial<LoggedRevision> = {}): LoggedRevision {
  const uid = fields.uid ?? ANA;
  return {
    ...{ type: "edited", id, at: 1_000 * id, uid, nick: nickOf(uid), client: "one", cid: id },
    ...{ to: undefined, target, text: undefined },
    ...{ address: "", tally: { said: 0 } },
    ...fields,
  };
}

function reacted(id: number, target: number, fields: Partial<LoggedReaction> = {}): LoggedReaction {
  const uid = fields.uid ?? ANA;
  return {
    ...{ type: "reacted", id, at: 1_000 * id, uid, nick: nickOf(uid), client: "one", cid: id },
    ...{ to: undefined, target, emoji: "👍", on: true, count: 0 },
    ...{ address: "", tally: { said: 0 } },
    ...fields,
  };
}

const privately = (uid: string) => ({ to: { uid, nick: nickOf(uid) } });

/** As far as a reader may go. */
const first = (limit: number) => ({ through: 1_000, limit });
const last = (limit: number) => ({ above: 0, limit });

const ids = (rows: Iterable<LoggedEvent>) => Array.from(rows, (row) => row.id);

function fill(store: Store, rows: readonly LoggedEvent[]): void {
  store.putProfile(PROFILE);
  for (const row of rows) store.log.append(row);
}

/** What every {@link Store} promises the rules. Needs nothing of a platform but the test runner. */
export function testStore(name: string, withStore: WithStore): void {
  /** A case with a made room, and whatever is appended to it before. */
  const given = (title: string, rows: readonly LoggedEvent[], run: (trial: StoreTrial) => void) =>
    test(title, () =>
      withStore(1_000, (trial) => {
        fill(trial.store, rows);
        run(trial);
      }),
    );

  describe(`${name}: what a room is`, () => {
    test("an empty store knows nothing", () =>
      withStore(1_000, ({ store }) => {
        expect(store.profile()).toBeUndefined();
        expect([store.members(), store.roles(), store.bans()]).toEqual([[], [], []]);
        expect(store.seen.of(ANA)).toBe(0);
        expect([store.subscriptions.all(), store.subscriptions.waiting()]).toEqual([[], []]);
        const { log } = store;
        expect([log.cursor(), log.floor(), log.removed(), log.lastAt(), log.lastBefore(9)]).toEqual([
          0, 0, 0, 0, 0,
        ]);
        expect([
          log.after(0, ANA, first(9)),
          log.newestAfter(0, ANA, 9),
          log.before(9, ANA, last(9)),
        ]).toEqual([[], [], []]);
        expect([...log.scan(9, ANA, 0)]).toEqual([]);
        expect(log.numbers()).toEqual({ cids: new Map(), firsts: new Map(), lastSaid: new Map() });
        expect([log.find(1, ANA), log.lastNick(ANA, 0)]).toEqual([undefined, undefined]);
      }));

    const profiles: Profile[] = [
      PROFILE,
      { ...PROFILE, topic: "It's “ours”; DROP TABLE profile --", lock: "hash", slow: 600, emptySince: 5 },
      { ...PROFILE, believed: 0, doubted: 7 },
      { ...PROFILE, topic: "\n\t🦜", generation: 1_790_000_000_001 },
    ];
    for (const profile of profiles) {
      given(`keeps the profile ${JSON.stringify(profile)}`, [], ({ store, reopen }) => {
        store.putProfile(profile);
        expect(store.profile()).toEqual(profile);
        expect(reopen().profile()).toEqual(profile);
      });
    }

    given("keeps members, puts over and drops them", [], ({ store, reopen }) => {
      const ana = { uid: ANA, nick: "ana", heldUntil: undefined, address: "here", ...plain };
      const bob = {
        uid: BOB,
        nick: "bób",
        heldUntil: 1_790_000_030_000,
        address: "there",
        away: "lunch",
        isBot: true,
      };
      for (const member of [ana, bob, { ...ana, nick: "anna" }]) store.putMember(member);
      const both = reopen();
      expect(new Set(both.members())).toEqual(new Set([{ ...ana, nick: "anna" }, bob]));
      both.dropMember(ANA);
      both.dropMember(CAT);
      both.commit();
      expect(reopen().members()).toEqual([bob]);
    });

    given("keeps roles, puts over and drops them", [], ({ store, reopen }) => {
      store.putRole({ uid: ANA, nick: "ana", role: "mod", since: 1 });
      store.putRole({ uid: ANA, nick: "ana", role: "owner", since: 2 });
      store.putRole({ uid: BOB, nick: "bob", role: "mod", since: 3 });
      store.dropRole(BOB);
      expect(reopen().roles()).toEqual([{ uid: ANA, nick: "ana", role: "owner", since: 2 }]);
    });

    given("keeps whose passes are, and drops them", [], ({ store, reopen }) => {
      const pass = { id: "pass--------", uid: ANA, exp: 1_800_000_000 };
      for (const each of [pass, { ...pass, id: "other-------", uid: BOB }]) store.putPass(each);
      store.dropPass("other-------");
      expect(reopen().passes()).toEqual([pass]);
    });

    given("keeps how far people have read, until that is removed", [said(1)], ({ store, reopen }) => {
      const read = (of: Store) => [ANA, BOB, CAT].map((uid) => of.seen.of(uid));
      store.seen.put(ANA, 1);
      store.seen.put(ANA, 3);
      store.seen.put(BOB, 4);
      expect([store.isDirty, read(store)]).toEqual([true, [3, 4, 0]]);
      const again = reopen();
      expect([again.isDirty, read(again)]).toEqual([false, [3, 4, 0]]);
      again.seen.trim(3);
      expect(read(again)).toEqual([0, 4, 0]);
      again.seen.put(ANA, 5);
      again.commit();
      expect([read(again), read(reopen())]).toEqual([
        [5, 4, 0],
        [5, 4, 0],
      ]);
    });

    given("forgets who has read the least, where there are far too many", [said(1)], ({ store }) => {
      for (let nth = 1; nth <= 21_000; nth++) store.seen.put(`u${nth}`, nth);
      store.commit();
      expect([1, 1_000, 1_001, 21_000].map((nth) => store.seen.of(`u${nth}`))).toEqual([0, 0, 1_001, 21_000]);
    });

    given(
      "keeps acts, shows them newest first, and trims them by age and number",
      [],
      ({ store, reopen }) => {
        const bare = { act: "lock", by: "ana", byUid: ANA } as const;
        const full = {
          ...bare,
          act: "delete",
          nick: "bob",
          uid: BOB,
          target: 3,
          reason: "it's enough",
        } as const;
        expect(store.acts.last()).toBe(0);
        for (let id = 1; id <= 5; id++) store.acts.put({ id, at: 100 * id, ...(id === 4 ? full : bare) });
        const again = reopen();
        expect(again.acts.last()).toBe(5);
        expect(again.acts.before(5, 2)).toEqual([
          { id: 4, at: 400, ...full },
          { id: 3, at: 300, ...bare, nick: undefined, uid: undefined, target: undefined, reason: undefined },
        ]);
        const ids = () => again.acts.before(9, 9).map(({ id }) => id);
        again.acts.trim({ since: 100, keep: 9 });
        expect(ids()).toEqual([5, 4, 3, 2, 1]);
        again.acts.trim({ since: 201, keep: 9 });
        expect(ids()).toEqual([5, 4, 3]);
        again.acts.trim({ since: 0, keep: 1 });
        expect(ids()).toEqual([5]);
      },
    );

    given("keeps bans, puts over and drops them", [], ({ store, reopen }) => {
      const ban = { uid: BOB, nick: "bob", by: "ana", byUid: ANA, at: 7, networkUntil: 9 };
      const full = { ...ban, until: 10, reason: "it's enough", addresses: ["here", "there"] };
      const bare = { ...ban, uid: CAT, until: undefined, reason: undefined, addresses: [] };
      for (const each of [{ ...full, at: 6 }, full, bare, { ...bare, uid: ANA }]) store.putBan(each);
      store.dropBan(ANA);
      expect(new Set(reopen().bans())).toEqual(new Set([full, bare]));
    });

    given("keeps devices, changes and drops them, and what they wait for", [], ({ store, reopen }) => {
      const device = {
        nick: "bob",
        at: 7,
        endpoint: "https://push/1",
        p256dh: "key",
        auth: "auth",
        origin: "",
      };
      const one = { ...device, id: 1, uid: BOB, wants: "calls" } as const;
      const two = { ...one, id: 2, uid: CAT, wants: "all", origin: "https://papo" } as const;
      for (const each of [two, { ...one, at: 6 }, one, { ...two, id: 3 }]) store.subscriptions.put(each);
      store.subscriptions.drop(3);
      const waiting = [2, 1].map((id) => ({ id, from: 5, since: 1, notBefore: id, tries: 2 }));
      store.subscriptions.putWaiting([]);
      store.subscriptions.putWaiting(waiting);
      const again = reopen();
      expect([again.subscriptions.all(), again.subscriptions.waiting()]).toEqual([[one, two], waiting]);
      again.subscriptions.putWaiting([]);
      again.commit();
      expect(reopen().subscriptions.waiting()).toEqual([]);
    });

    given("keeps in their order whom it lets in whatever their network", [], ({ store, reopen }) => {
      for (const uid of [BOB, ANA, CAT]) store.putAllowed({ uid, nick: nickOf(uid) });
      store.dropAllowed(ANA);
      expect(reopen().allowed()).toEqual([
        { uid: BOB, nick: "bob" },
        { uid: CAT, nick: "cat" },
      ]);
    });
  });

  describe(`${name}: what was said`, () => {
    const rich = said(2, {
      ...privately(BOB),
      manner: { re: 1, me: true },
      text: "a 'quoted' \u{1f99c}\n\t%_\\",
    });
    const posted = said(6, { client: "key 1", cid: 1, digest: "kept-as-it-is" });
    const keyless = said(3, { client: undefined, cid: undefined });
    const rows = [
      said(1),
      rich,
      keyless,
      changed(4, 1),
      changed(5, 3, { type: "deleted", uid: BOB }),
      posted,
    ];

    given("gives back what was appended, at once and later", rows, ({ store, reopen }) => {
      store.log.rewrite(1, "new");
      store.log.rewrite(3, undefined);
      const shown = [
        said(1, { text: "new", edited: true }),
        rich,
        { ...keyless, text: undefined, edited: true },
        changed(4, 1, { text: "new" }),
        changed(5, 3, { type: "deleted", uid: BOB }),
        posted,
      ];
      expect(store.log.after(0, ANA, first(9))).toEqual(shown);
      expect(reopen().log.after(0, ANA, first(9))).toEqual(shown);
    });

    given("knows its newest id and time, at once and later", [said(1), said(2)], ({ store, reopen }) => {
      for (const { log } of [store, reopen()]) expect([log.cursor(), log.lastAt()]).toEqual([2, 2_000]);
    });

    given("loses in a crash what was not committed, and nothing else", [said(1)], ({ store, crash }) => {
      const ana = { uid: ANA, nick: "ana", heldUntil: undefined, address: "here", ...plain };
      store.putMember(ana);
      store.commit();
      store.putProfile({ ...PROFILE, topic: "lost" });
      store.dropMember(ANA);
      store.putRole({ ...ana, role: "mod", since: 1 });
      store.log.append(said(2));
      expect(store.isDirty).toBe(true);
      const left = crash();
      expect([left.profile(), left.members(), left.roles()]).toEqual([PROFILE, [ana], []]);
      expect([left.log.cursor(), left.log.lastAt()]).toEqual([1, 1_000]);
      expect([left.isDirty, ids(left.log.after(0, ANA, first(9)))]).toEqual([false, [1]]);
    });

    given("goes on after a restart", [said(1)], ({ reopen }) => {
      const { log } = reopen();
      log.append(said(2));
      expect(ids(log.after(0, ANA, first(9)))).toEqual([1, 2]);
    });
  });

  describe(`${name}: who sees what`, () => {
    const rows = [
      said(1),
      said(2, { uid: BOB }),
      said(3, privately(BOB)),
      said(4, { uid: BOB, ...privately(ANA) }),
      said(5, { uid: CAT, ...privately(CAT) }),
      changed(6, 3, privately(BOB)),
      changed(7, 4, { type: "deleted", uid: BOB, ...privately(ANA) }),
      changed(8, 2, { type: "deleted", uid: CAT }),
    ];
    const views: [uid: string, messages: number[], changes: number[]][] = [
      [ANA, [1, 2, 3, 4], [6, 7, 8]],
      [BOB, [1, 2, 3, 4], [6, 7, 8]],
      [CAT, [1, 2, 5], [8]],
      [STRANGER, [1, 2], [8]],
    ];
    for (const [uid, messages, changes] of views) {
      given(`"${uid}" sees messages ${messages} and changes ${changes}`, rows, ({ store: { log } }) => {
        const all = [...messages, ...changes];
        expect(ids(log.after(0, uid, first(99)))).toEqual(all);
        expect(ids(log.newestAfter(0, uid, 99))).toEqual(all);
        expect(ids(log.before(99, uid, last(99)))).toEqual(messages);
        expect(ids(log.scan(99, uid, 0))).toEqual(messages.toReversed());
        expect(rows.filter(({ id }) => log.find(id, uid)).map(({ id }) => id)).toEqual(messages);
      });
    }
  });

  describe(`${name}: pages`, () => {
    const rows = [said(1), said(2), changed(3, 1), said(4), changed(5, 2, { type: "deleted" }), said(6)];

    given("after an id, the oldest or the newest, in order", rows, ({ store: { log } }) => {
      expect(ids(log.after(1, ANA, first(3)))).toEqual([2, 3, 4]);
      expect(ids(log.newestAfter(1, ANA, 3))).toEqual([4, 5, 6]);
      expect(ids(log.after(6, ANA, first(3)))).toEqual([]);
      expect(ids(log.newestAfter(99, ANA, 3))).toEqual([]);
    });
    given("before an id, the newest messages, oldest first", rows, ({ store: { log } }) => {
      expect(ids(log.before(6, ANA, last(2)))).toEqual([2, 4]);
      expect(ids(log.before(2, ANA, last(2)))).toEqual([1]);
      expect(ids(log.before(0, ANA, last(2)))).toEqual([]);
    });
    given("after an id and up to another", rows, ({ store: { log } }) => {
      expect(ids(log.after(1, ANA, { through: 4, limit: 9 }))).toEqual([2, 3, 4]);
      expect(ids(log.after(1, ANA, { through: 5, limit: 2 }))).toEqual([2, 3]);
      expect(ids(log.after(4, ANA, { through: 4, limit: 9 }))).toEqual([]);
      expect(ids(log.after(4, ANA, { through: 3, limit: 9 }))).toEqual([]);
    });
    given("before an id and above another", rows, ({ store: { log } }) => {
      expect(ids(log.before(6, ANA, { above: 1, limit: 9 }))).toEqual([2, 4]);
      expect(ids(log.before(6, ANA, { above: 2, limit: 9 }))).toEqual([4]);
      expect(ids(log.before(7, ANA, { above: 1, limit: 2 }))).toEqual([4, 6]);
      expect(ids(log.before(4, ANA, { above: 4, limit: 9 }))).toEqual([]);
    });
    given("a scan reads down to an id and no further, newest first", rows, ({ store: { log } }) => {
      expect(ids(log.scan(7, ANA, 3))).toEqual([6, 4]);
      expect(ids(log.scan(7, ANA, 0))).toEqual([6, 4, 2, 1]);
      expect(ids(log.scan(4, ANA, 0))).toEqual([2, 1]);
    });
    given("a scan can be left early", rows, ({ store: { log } }) => {
      for (const row of log.scan(7, ANA, 0)) {
        expect(row.id).toBe(6);
        break;
      }
      expect(ids(log.scan(7, ANA, 0))).toEqual([6, 4, 2, 1]);
    });
  });

  describe(`${name}: changes`, () => {
    given("no edit is shown of what is deleted since", [said(1), changed(2, 1)], ({ store: { log } }) => {
      log.rewrite(1, "new");
      expect(ids(log.after(0, ANA, first(9)))).toEqual([1, 2]);
      log.append(changed(3, 1, { type: "deleted" }));
      log.rewrite(1, undefined);
      expect(ids(log.after(0, ANA, first(9)))).toEqual([1, 3]);
      expect(ids(log.newestAfter(1, ANA, 9))).toEqual([3]);
      expect(log.find(1, ANA)?.text).toBeUndefined();
    });
    given("of two edits, both show the present text", [said(1), changed(2, 1), changed(3, 1)], (trial) => {
      trial.store.log.rewrite(1, "newest");
      const edits = trial.store.log.after(1, ANA, first(9));
      expect(edits).toMatchObject([{ text: "newest" }, { text: "newest" }]);
    });
    given("only messages are found by id", [said(1), changed(2, 1)], ({ store: { log } }) => {
      expect(log.find(2, ANA)).toBeUndefined();
      expect(log.find(3, ANA)).toBeUndefined();
    });
  });

  describe(`${name}: reactions`, () => {
    /** What message 1 has, from the events that are given. */
    const marks = (...on: [uid: string, id: number][]) =>
      JSON.stringify({ on: on.length > 0 ? [["👍", on]] : [], off: [] });

    given("a message keeps them until it is wiped", [said(1)], ({ store, reopen }) => {
      store.log.append(reacted(2, 1));
      store.log.putReactions(1, marks([ANA, 2]));
      store.log.rewrite(1, "new");
      for (const { log } of [store, reopen()]) {
        expect(log.find(1, ANA)).toMatchObject({ text: "new", reactions: marks([ANA, 2]) });
        expect(log.after(1, ANA, first(9))).toEqual([reacted(2, 1, { count: 1 })]);
      }
      store.log.rewrite(1, undefined);
      expect(store.log.find(1, ANA)?.reactions).toBeUndefined();
      expect(store.log.after(1, ANA, first(9))).toEqual([]);
    });

    const words = [said(1), reacted(2, 1), reacted(3, 1, { uid: BOB }), reacted(4, 1), said(5)];
    given("of one person's, the newest is shown, and a page is as long as it may be", words, (trial) => {
      const { log } = trial.store;
      log.putReactions(1, marks([ANA, 4], [BOB, 3]));
      expect(ids(log.after(0, ANA, first(2)))).toEqual([1, 3]);
      expect(ids(log.after(1, ANA, first(2)))).toEqual([3, 4]);
      expect(ids(log.newestAfter(0, ANA, 3))).toEqual([3, 4, 5]);
      expect(ids(log.newestAfter(0, ANA, 9))).toEqual([1, 3, 4, 5]);
      expect(log.after(3, ANA, first(1))).toEqual([reacted(4, 1, { count: 2 })]);
    });

    const hush = privately(BOB);
    const secret = [said(1, hush), reacted(2, 1, { uid: BOB, ...privately(ANA) })];
    given("those to a private message are between two", secret, ({ store: { log } }) => {
      log.putReactions(1, marks([BOB, 2]));
      const views = [ANA, BOB, CAT, STRANGER].map((uid) => ids(log.after(0, uid, first(9))));
      expect(views).toEqual([[1, 2], [1, 2], [], []]);
    });

    test("they are not counted among what is kept", () =>
      withStore(2, ({ store, reopen }) => {
        const rows = [said(1), reacted(2, 1), said(3), reacted(4, 3), reacted(5, 3), said(6), reacted(7, 3)];
        fill(store, rows);
        store.log.putReactions(3, marks([ANA, 7]));
        for (const { log } of [store, reopen()]) {
          expect([log.kept(), log.reactions(), log.floor()]).toEqual([3, 4, 1]);
          expect(ids(log.after(0, ANA, first(9)))).toEqual([3, 6, 7]);
          expect([8, 7, 6, 4, 3].map((id) => log.back(id, 1))).toEqual([3, 3, 1, 1, 0]);
          expect([8, 2].map((id) => log.back(id, 9))).toEqual([0, 0]);
        }
        store.log.removeThrough(1);
        store.log.append(said(8));
        for (const { log } of [store, reopen()]) {
          expect([log.kept(), log.reactions(), log.floor(), log.removed()]).toEqual([3, 4, 3, 1]);
          expect([log.back(9, 2), log.back(9, 9)]).toEqual([3, 1]);
        }
      }));

    test("the oldest can go alone, and the counts stay true", () =>
      withStore(2, ({ store, reopen }) => {
        const rows = [said(1), said(2), ...[3, 4, 5, 6].map((id) => reacted(id, 2, { emoji: `${id}` }))];
        fill(store, [...rows, said(7)]);
        store.log.removeReactions(2);
        store.log.removeReactions(2);
        for (const { log } of [store, reopen()]) {
          expect([log.reactionsRemoved(), log.kept(), log.floor(), log.cursor()]).toEqual([4, 3, 1, 7]);
          expect([8, 7, 4].map((id) => log.back(id, 1))).toEqual([2, 1, 1]);
        }
        store.log.removeThrough(4);
        for (const { log } of [store, reopen()]) {
          expect([log.reactionsRemoved(), log.kept(), log.floor(), log.reactions()]).toEqual([4, 1, 4, 4]);
          expect(log.lastBefore(9_000)).toBe(7);
        }
        store.log.removeThrough(7);
        const { log } = reopen();
        log.append(said(8));
        expect([log.kept(), log.floor(), ids(log.after(0, ANA, first(9)))]).toEqual([1, 7, [8]]);
      }));
  });

  describe(`${name}: numbers`, () => {
    const rows = [
      said(1, { cid: 1 }),
      changed(2, 1, { cid: 2 }),
      said(3, { client: "two", cid: 1 }),
      said(4, { uid: BOB, cid: 7 }),
      said(5, { uid: CAT, client: undefined, cid: undefined }),
    ];
    given("each client's highest, and when each last spoke", rows, ({ store, reopen }) => {
      for (const { log } of [store, reopen()]) {
        expect(log.numbers()).toEqual({
          cids: new Map([
            [clientKey(ANA, "one"), 2],
            [clientKey(ANA, "two"), 1],
            [clientKey(BOB, "one"), 7],
          ]),
          firsts: new Map([
            [clientKey(ANA, "one"), 1],
            [clientKey(ANA, "two"), 3],
          ]),
          lastSaid: new Map([
            [ANA, 3_000],
            [BOB, 4_000],
            [CAT, 5_000],
          ]),
        });
      }
    });
    given("the last nickname is the newest one", [said(1), said(2, { nick: "anna" })], ({ store }) => {
      expect([store.log.lastNick(ANA, 0), store.log.lastNick(ANA, 1)]).toEqual(["anna", "anna"]);
      expect([store.log.lastNick(ANA, 2), store.log.lastNick(BOB, 0)]).toEqual([undefined, undefined]);
    });
  });

  describe(`${name}: retention`, () => {
    const five = [said(1), said(2), said(3), changed(4, 1), said(5)];

    test("readers are shown the newest only, removed or not", () =>
      withStore(3, ({ store }) => {
        fill(store, five);
        const { log } = store;
        expect([log.floor(), log.removed()]).toEqual([2, 0]);
        expect(ids(log.before(9, ANA, last(9)))).toEqual([3, 5]);
        expect(ids(log.scan(9, ANA, 0))).toEqual([5, 3]);
        expect(ids(log.newestAfter(0, ANA, 9)).filter((id) => id < 3)).toEqual([]);
        expect(log.find(2, ANA)).toBeUndefined();
      }));
    given("what is removed stays removed, and takes its edits along", five, ({ store, reopen }) => {
      store.log.removeThrough(2);
      for (const { log } of [store, reopen()]) {
        expect([log.cursor(), log.floor(), log.removed()]).toEqual([5, 2, 2]);
        expect(ids(log.after(0, ANA, first(9)))).toEqual([3, 5]);
      }
    });
    given("ids go on where everything was removed", five, ({ store, reopen }) => {
      store.log.removeThrough(5);
      const { log } = reopen();
      expect([log.cursor(), log.removed()]).toEqual([5, 5]);
      log.append(said(6));
      expect(ids(log.after(0, ANA, first(9)))).toEqual([6]);
    });
    given("finds the newest event from before a time", five, ({ store: { log } }) => {
      expect([0, 1_000, 1_001, 3_000, 9_000].map((at) => log.lastBefore(at))).toEqual([0, 0, 1, 2, 5]);
      log.removeThrough(3);
      expect([3_000, 4_001].map((at) => log.lastBefore(at))).toEqual([0, 4]);
    });
  });
}
