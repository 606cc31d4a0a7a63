import local, { Room as LocalRoom } from "./local-worker.js";
import { Registry as DeployedRegistry } from "./worker.js";

/** Where the counts are told: no page and no room is there. */
const COUNTS = "/counts";

/** Milliseconds for which something that happens keeps an object awake: 10 of work, and more than the beat of rooms as small as these. */
const AWAKE = 60;

/** What Cloudflare would bill, since the start. Frames are billed by the twenty. */
const counts = {
  ...{ worker: 0, room: 0, frames: 0, alarms: 0, registry: 0 },
  ...{ rows: 0, awake: 0, rooms: 0, events: 0 },
};

/** Rows by the statement that wrote them. */
const statements = new Map();

/** Which count a call of an object goes to; a close is no request, and a room calls its own `used`: see {@link tellingRooms}. */
const BILLED = {
  ...{ webSocketMessage: "frames", alarm: "alarms" },
  ...{ webSocketClose: undefined, webSocketError: undefined, used: undefined },
};

/** Until when each object is awake. */
const awake = new WeakMap();

let counting = false;

/** The same class, but that each call of it is counted, and each row that it writes. */
function counted(Class, Deployed, requests) {
  const Counted = class extends Class {
    constructor(context, env) {
      super(countingRows(context), requests === "registry" ? tellingRooms(env) : env);
    }
  };
  for (const name of Object.getOwnPropertyNames(Deployed.prototype)) {
    if (name === "constructor") continue;
    const call = Deployed.prototype[name];
    const bill = name in BILLED ? BILLED[name] : requests;
    Counted.prototype[name] = function (...given) {
      if (bill) counts[bill]++;
      keepAwake(this);
      return call.apply(this, given);
    };
  }
  return Counted;
}

/** The rooms as the registry calls them. */
function tellingRooms(env) {
  const getByName = (name) =>
    new Proxy(env.ROOM.getByName(name), {
      get:
        (room, call) =>
        (...given) => {
          if (call === "used") counts.room++;
          return room[call](...given);
        },
    });
  return { ...env, ROOM: { getByName } };
}

function keepAwake(object) {
  const now = Date.now();
  const until = now + AWAKE;
  counts.awake += until - Math.max(now, awake.get(object) ?? 0);
  awake.set(object, until);
}

/** Has the rows counted that any object writes: those that SQLite tells, and one for an alarm. */
function countingRows(context) {
  if (counting) return context;
  counting = true;
  const sql = Object.getPrototypeOf(context.storage.sql);
  const { exec } = sql;
  sql.exec = function (statement, ...given) {
    const cursor = exec.call(this, statement, ...given);
    addRows(statement, cursor.rowsWritten);
    return cursor;
  };
  const storage = Object.getPrototypeOf(context.storage);
  const { setAlarm } = storage;
  storage.setAlarm = function (...given) {
    addRows("alarm", 1);
    return setAlarm.apply(this, given);
  };
  return context;
}

function addRows(statement, rows) {
  if (rows === 0) return;
  counts.rows += rows;
  if (statement.includes("CREATE TABLE events")) counts.rooms++;
  if (statement.startsWith("INSERT INTO events")) counts.events++;
  const which = statement.split("(")[0].trim().slice(0, 60);
  const { rows: before, times } = statements.get(which) ?? { rows: 0, times: 0 };
  statements.set(which, { rows: before + rows, times: times + 1 });
}

export const Room = counted(LocalRoom, Object.getPrototypeOf(LocalRoom), "room");
export const Registry = counted(DeployedRegistry, DeployedRegistry, "registry");

/** The local Worker, with a count of all that Cloudflare would count. */
export default {
  ...local,
  fetch(request, env, context) {
    if (URL.canParse(request.url) && new URL(request.url).pathname === COUNTS)
      return Response.json({ ...counts, statements: Object.fromEntries(statements) });
    counts.worker++;
    return local.fetch(request, env, context);
  },
};
