import { addressOf } from "../../core/address.ts";
import type { InvitationLink } from "../../core/invited.ts";
import { isProblem } from "../../core/problem.ts";
import { addressWords } from "../../core/words/address-words.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { type KeptRooms, MOST_ROOMS, readRooms } from "../person/kept-rooms.ts";
import type { StartingRooms } from "../rooms/interactive.ts";
import { shown } from "../text/shown.ts";
import { cliWords } from "../words/words.ts";
import type { Call } from "./call.ts";
import { loadConfig } from "./config.ts";
import { linkTo } from "./link-to.ts";
import { type ClientSettings, profileOf, settingsOf } from "./settings.ts";
import { originIn } from "./where.ts";

/** The rooms of a call at a terminal; undefined where nothing says which. */
export function startingRooms(call: Call): Pick<StartingRooms, "rooms" | "front"> | undefined {
  const { env } = process;
  const config = loadConfig(env);
  const kept = readRooms({ env, profile: profileOf(call, { env, config }) });
  const { positionals } = call;
  if (positionals.length > MOST_ROOMS) throw new Failure(EXIT.usage, cliWords().shell.manyRooms(MOST_ROOMS));
  if (positionals.length > 0) {
    const named = namedRooms(call, originIn({ env, url: config.url }) ?? originOfFront(kept));
    return { rooms: asKnown(named, kept), front: 0 };
  }
  // A variable is for this very run.
  const isSaid = Boolean(env.PAPO_LINK || env.PAPO_URL);
  if (!isSaid && kept.rooms.length > 0) return keptRooms(call, kept);
  return isSaid || config.url !== undefined
    ? { rooms: asKnown([settingsOf(call)], kept), front: 0 }
    : undefined;
}

/** Each of them may be short for one of the server before it. */
function namedRooms(call: Call, known: string | undefined): ClientSettings[] {
  const urls = new Set<string>();
  let origin = known;
  return call.positionals.flatMap((written, at) => {
    const link = linkTo(written, origin);
    if (isProblem(link)) {
      throw new Failure(
        EXIT.usage,
        cliWords().shell.badAddress({ written: shown(written), why: sayProblem(link) }),
      );
    }
    origin = link.origin;
    if (link.room === undefined)
      throw new Failure(EXIT.usage, addressWords.address.noRoom(new URL(origin).host));
    const { apiUrl } = addressOf(origin, link.room);
    if (urls.has(apiUrl)) return [];
    urls.add(apiUrl);
    return [settingsOf(forRoom(call, { written: addressIn(link), isFirst: at === 0 }))];
  });
}

/** Where nothing says who one is to be, as who one was there; and so in new ones beside those. */
function asKnown(rooms: readonly ClientSettings[], { rooms: kept }: KeptRooms): StartingRooms["rooms"] {
  const known = rooms.map(({ address: { origin, room } }) =>
    kept.find(({ url }) => url === `${origin}/${room}`),
  );
  const usual = known.find((each) => each?.nick !== undefined)?.nick;
  return rooms.map((settings, at) => ({
    settings,
    nick: settings.nick ?? known[at]?.nick ?? usual,
    quiet: known[at]?.quiet,
    wasKnown: known[at] !== undefined,
  }));
}

/** As who one was there. */
function keptRooms(call: Call, { rooms, front }: KeptRooms): Pick<StartingRooms, "rooms" | "front"> {
  const at = Math.max(
    0,
    rooms.findIndex(({ url }) => url === front),
  );
  return {
    rooms: rooms.map(({ url, nick, quiet }, index) => ({
      settings: settingsOf(forRoom(call, { written: url, isFirst: index === at }), { nick }),
      quiet,
      wasKnown: true,
    })),
    front: at,
  };
}

/** How to go to one more room. */
export function settingsToJoin(call: Call): StartingRooms["settingsFor"] {
  return (link, tell) => settingsOf(forRoom(call, { written: "", isFirst: false }), { link, tell });
}

/** A passphrase in a file is for one room, the first: others are not told it. */
function forRoom(call: Call, { written, isFirst }: { written: string; isFirst: boolean }): Call {
  const { "key-file": _, ...others } = call.values;
  return { ...call, values: isFirst ? call.values : others, positionals: [written] };
}

function originOfFront({ rooms, front }: KeptRooms): string | undefined {
  const url = front ?? rooms[0]?.url;
  const link = url === undefined ? undefined : linkTo(url, undefined);
  return link === undefined || isProblem(link) ? undefined : link.origin;
}

function addressIn({ origin, room = "", pass }: InvitationLink): string {
  return `${origin}/${room}${pass === undefined ? "" : `#pass=${pass}`}`;
}
