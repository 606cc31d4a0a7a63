import { DOORS } from "../../../src/protocol/http.ts";
import { roomName } from "../../../src/protocol/room-name.ts";
import { type InvitationLink, readLink } from "../../core/invited.ts";
import { isProblem } from "../../core/problem.ts";
import { nearest } from "../../core/text/nearest.ts";
import { addressWords } from "../../core/words/address-words.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { EXIT, type ExitCode } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { output } from "../end/output.ts";
import { met, openAdmin } from "../net/api.ts";
import { ADMIN_ORDERS, type AdminOrder } from "../shell/admin-orders.ts";
import type { Call } from "../shell/call.ts";
import { loadConfig } from "../shell/config.ts";
import type { OptionName } from "../shell/options.ts";
import { jsonLine } from "../text/json-line.ts";
import { shown } from "../text/shown.ts";
import { remark } from "../view/remark.ts";
import { cliWords } from "../words/words.ts";
import type { AdminCall } from "./admin-call.ts";
import { adminToken } from "./admin-token.ts";
import { erase } from "./erase.ts";
import { makeInvitation } from "./invite.ts";
import { showRoom } from "./room.ts";
import { showRooms } from "./rooms.ts";

interface Order {
  readonly options: readonly OptionName[];
  run(call: AdminCall): Promise<ExitCode>;
}

const ORDERS: Readonly<Record<AdminOrder, Order>> = {
  rooms: { options: ["all"], run: (call) => showRooms(withoutNames("rooms", call)) },
  room: { options: [], run: (call) => showRoom(call, onlyName("room", call)) },
  erase: { options: ["yes"], run: (call) => erase(call, onlyName("erase", call)) },
  door: { options: [], run: door },
  invite: {
    options: ["days", "one", "make"],
    run: (call) => makeInvitation(call.origin, namesOf(call), call.values),
  },
};

/** `papo admin`: what the owner of a server may see and do. */
export async function run({ positionals, values }: Call): Promise<ExitCode> {
  const { link, words } = serverOf(positionals);
  const [name, ...rest] = words;
  const { admin } = cliWords();
  if (name === undefined) throw new Failure(EXIT.usage, admin.what(ADMIN_ORDERS));
  if (!isOrderName(name)) {
    throw new Failure(
      EXIT.usage,
      admin.noOrder({ written: shown(name), meant: nearest(name, ADMIN_ORDERS) }),
    );
  }
  const order = ORDERS[name];
  for (const option of Object.keys(values)) {
    if (option !== "json" && !order.options.some((each) => each === option)) {
      throw new Failure(EXIT.usage, admin.optionOf({ option, order: name }));
    }
  }
  return order.run({ origin: link.origin, words: rest, values });
}

function isOrderName(word: string): word is AdminOrder {
  return Object.hasOwn(ORDERS, word);
}

/** The address comes first, unless it is known from elsewhere. */
function serverOf(positionals: readonly string[]): { link: InvitationLink; words: readonly string[] } {
  const [first, ...rest] = positionals;
  const { env } = process;
  const isOrder = first === undefined || isOrderName(first);
  const written = isOrder ? env.PAPO_URL || loadConfig(env).url : first;
  if (written === undefined) throw new Failure(EXIT.usage, cliWords().admin.whichServer);
  const link = readLink(written);
  if (isProblem(link)) {
    const told = { written: shown(written), why: sayProblem(link) };
    throw new Failure(EXIT.usage, cliWords().shell.badAddress(told));
  }
  return { link, words: isOrder ? positionals : rest };
}

async function door({ origin, words, values }: AdminCall): Promise<ExitCode> {
  const { admin } = cliWords();
  const [written, more] = words;
  const wanted = DOORS.find((each) => each === written);
  if (wanted === undefined || more !== undefined) throw new Failure(EXIT.usage, admin.doors(DOORS));
  const state = met(await openAdmin(origin, await adminToken(origin)).door(wanted));
  if (values.json) output.write(jsonLine(state));
  else remark(`${admin.door[wanted]} ${admin.holds}`);
  return EXIT.fine;
}

function withoutNames(order: string, call: AdminCall): AdminCall {
  const [argument] = call.words;
  if (argument === undefined) return call;
  throw new Failure(EXIT.usage, cliWords().admin.tooMuch({ order, argument: shown(argument) }));
}

function onlyName(order: string, call: AdminCall): string {
  const [name, argument] = namesOf(call);
  if (name === undefined) throw new Failure(EXIT.usage, cliWords().admin.whichRoom(order));
  if (argument === undefined) return name;
  throw new Failure(EXIT.usage, cliWords().admin.tooMuch({ order, argument }));
}

function namesOf({ words }: AdminCall): string[] {
  return words.map((word) => {
    const name = roomName(word);
    if (name === undefined) {
      const told = { written: shown(word), why: addressWords.address.badRoom };
      throw new Failure(EXIT.usage, cliWords().shell.badAddress(told));
    }
    return name;
  });
}
