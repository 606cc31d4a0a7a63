import type { StoredSubscription, SubscriptionShelf, WaitingPush } from "../../room/state/store.ts";
import type { Statements } from "./sql-acts.ts";

/** A row of the table `subscriptions`. */
type SubscriptionRow = {
  [Field in "uid" | "nick" | "wants" | "endpoint" | "p256dh" | "auth" | "origin"]: string;
} & { [Field in "id" | "at"]: number };

/** A push that waits, as it is kept: what it is, in this order. */
type WaitingTuple = [id: number, from: number, since: number, notBefore: number, tries: number];

/** The subscriptions in SQLite. */
export class SqlSubscriptions implements SubscriptionShelf {
  readonly #statements: Statements;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  all(): StoredSubscription[] {
    const sql =
      "SELECT id, uid, nick, at, wants, endpoint, p256dh, auth, origin FROM subscriptions ORDER BY id";
    return this.#statements
      .rows<SubscriptionRow>(sql)
      .map((row) => ({ ...row, wants: row.wants === "all" ? "all" : "calls" }));
  }

  put({ id, uid, nick, at, wants, endpoint, p256dh, auth, origin }: StoredSubscription): void {
    this.#statements.write(
      "INSERT OR REPLACE INTO subscriptions (id, uid, nick, at, wants, endpoint, p256dh, auth, origin) " +
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      ...[id, uid, nick, at, wants, endpoint, p256dh, auth, origin],
    );
  }

  drop(id: number): void {
    this.#statements.write("DELETE FROM subscriptions WHERE id = ?", id);
  }

  waiting(): WaitingPush[] {
    const [row] = this.#statements.rows<{ waiting: string }>("SELECT waiting FROM waiting_pushes");
    const kept: WaitingTuple[] = row ? JSON.parse(row.waiting) : [];
    return kept.map(([id, from, since, notBefore, tries]) => ({ id, from, since, notBefore, tries }));
  }

  putWaiting(waiting: readonly WaitingPush[]): void {
    if (waiting.length === 0) {
      this.#statements.write("DELETE FROM waiting_pushes");
      return;
    }
    const kept = waiting.map(({ id, from, since, notBefore, tries }): WaitingTuple => {
      return [id, from, since, notBefore, tries];
    });
    this.#statements.write(
      "INSERT OR REPLACE INTO waiting_pushes (id, waiting) VALUES (1, ?)",
      JSON.stringify(kept),
    );
  }
}
