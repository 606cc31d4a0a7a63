import type { Site } from "./site.ts";

/** What Cloudflare bills of storage: rows written (a set alarm is one) and rows read. */
export interface Cost {
  readonly written: number;
  readonly read: number;
}

/** Counts what one action costs. The object must not be evicted meanwhile. */
export async function costOf(site: Site, action: () => Promise<unknown>): Promise<Cost> {
  const cursors: SqlStorageCursor<Record<string, SqlStorageValue>>[] = [];
  let alarms = 0;
  const end = await site.inside(({ storage }) => {
    const { sql, setAlarm } = storage;
    const { exec } = sql;
    sql.exec = (...[query, ...bindings]: Parameters<typeof exec>) => {
      const cursor = exec.call(sql, query, ...bindings);
      cursors.push(cursor);
      return cursor as ReturnType<typeof exec> & SqlStorageCursor<never>;
    };
    storage.setAlarm = (at) => {
      alarms++;
      return setAlarm.call(storage, at);
    };
    return () => {
      sql.exec = exec;
      storage.setAlarm = setAlarm;
    };
  });
  await action();
  return site.inside(() => {
    end();
    const sum = (count: (cursor: (typeof cursors)[number]) => number) =>
      cursors.reduce((total, cursor) => total + count(cursor), 0);
    return {
      written: alarms + sum(({ rowsWritten }) => rowsWritten),
      read: sum(({ rowsRead }) => rowsRead),
    };
  });
}
