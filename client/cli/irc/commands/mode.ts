import type { Role } from "../../../../src/protocol/role.ts";
import { isProblem } from "../../../core/problem.ts";
import { cliWords } from "../../words/words.ts";
import type { Channel } from "../channel/channel.ts";
import type { IrcClient } from "../irc-client.ts";
import type { Reply } from "../reply.ts";
import { type MaskPerson, type ModeWish, readModes, whoOfMask } from "../wire/modes.ts";
import { banMask, ircNick, papoNick } from "../wire/nick-form.ts";
import { channelOf } from "./channel-of.ts";
import { order, tellRefusal } from "./order.ts";
import { seconds } from "./tell-channel.ts";

/** A key that JOIN can carry, and papo takes. */
const KEY = /^[^\s,:][^\s,]{3,63}$/u;

/** Changes of one line, as clients are told. */
const MOST_MODES = 10;

export interface ModeRequest {
  /** A channel, or the client itself. */
  readonly name: string;
  readonly modes: readonly string[];
}

export async function mode(client: IrcClient, reply: Reply, { name, modes }: ModeRequest): Promise<void> {
  const { numerics } = cliWords().irc;
  if (!name.startsWith("#")) {
    if (name.toLowerCase() !== client.nick.toLowerCase()) reply.numeric("502", numerics.usersDontMatch);
    else ownMode(client, reply, modes);
    return;
  }
  const channel = channelOf(client, reply, name);
  if (channel === undefined) return;
  if (modes.length === 0) {
    reply.numeric("324", channel.name, channel.chat.room.locked ? "+knt" : "+nt");
    return;
  }
  for (const wish of readModes(modes).slice(0, MOST_MODES))
    await setMode(client, reply, { channel, ...wish });
}

/** Of its own modes a client has one: who is invisible is not found by who shares no room with them. */
function ownMode(client: IrcClient, reply: Reply, modes: readonly string[]): void {
  if (modes.length === 0) {
    reply.numeric("221", client.isInvisible ? "+i" : "+");
    return;
  }
  for (const { on, mode } of readModes(modes)) {
    if (mode !== "i") {
      reply.numeric("501", cliWords().irc.numerics.unknownUserMode);
      continue;
    }
    client.isInvisible = on;
    reply.line({ source: client.source, command: "MODE", params: [client.nick, on ? "+i" : "-i"] });
  }
}

async function setMode(
  client: IrcClient,
  reply: Reply,
  { channel, on, mode, param }: ModeWish & { readonly channel: Channel },
): Promise<void> {
  const { chat } = channel;
  const { numerics } = cliWords().irc;
  switch (mode) {
    case "q":
    case "o": {
      if (param === undefined) return reply.numeric("461", "MODE", numerics.needMoreParams);
      const member = channel.find(param);
      if (member === undefined) return reply.numeric("441", param, channel.name, numerics.notOnChannel);
      const role = roleBy(member.role, on, mode);
      if (role === member.role) return;
      await order(client, reply, { channel, type: "role", act: () => chat.role(member.uid, role) });
      return;
    }
    case "k":
      if (!on) {
        await order(client, reply, { channel, type: "lock", act: () => chat.unlock() });
        return;
      }
      if (param === undefined) return reply.numeric("461", "MODE", numerics.needMoreParams);
      if (!KEY.test(param)) return reply.numeric("696", channel.name, "k", "*", cliWords().irc.badKey);
      await order(client, reply, { channel, type: "lock", act: () => chat.lock(param) });
      return;
    case "b": {
      if (param === undefined) return tellBans(reply, channel);
      const { known } = channel.roster;
      const who = whoOfMask(param, maskPeople(client, channel));
      if (who === undefined) return reply.numeric("696", channel.name, "b", param, cliWords().irc.banWho);
      const member = channel.find(who);
      const meant = member?.uid ?? papoNick(who);
      if (!on) {
        await order(client, reply, { channel, type: "unban", act: () => chat.unban(meant) });
        return;
      }
      const isTold = member !== undefined;
      const isBanned = await order(client, reply, {
        channel,
        type: "ban",
        isTold,
        act: () => chat.ban(meant),
      });
      if (isBanned && !isTold) {
        const person = known.find(({ uid }) => uid === who);
        reply.line(modeLine(client, channel, ["+b", person === undefined ? param : banMask(person)]));
      }
      return;
    }
    case "n":
    case "t":
      return;
    default:
      reply.numeric("472", mode, numerics.unknownMode);
  }
}

/** All but the client itself, whom it will not mean. */
function maskPeople({ house }: IrcClient, { room, roster, voice }: Channel): MaskPerson[] {
  return roster.known
    .filter((person) => !voice.isSelf(person))
    .map(({ uid }) => {
      const theirs = house.clients.find(({ channels }) => channels.get(room)?.chat.room.you?.uid === uid);
      return { uid, users: [uid, ...(theirs === undefined ? [] : [theirs.username])] };
    });
}

/** What somebody becomes: who is an owner keeps order, too. */
function roleBy(role: Role, on: boolean, mode: "o" | "q"): Role {
  if (on) return mode === "q" || role === "owner" ? "owner" : "mod";
  if (mode === "o") return "member";
  return role === "owner" ? "mod" : role;
}

function modeLine({ source }: IrcClient, { name }: Channel, change: readonly string[]) {
  return { source, command: "MODE", params: [name, ...change] };
}

async function tellBans(reply: Reply, { chat, name }: Channel): Promise<void> {
  // Clients ask by themselves, as they come in; who may not know is told of none.
  const bans = chat.room.you?.role === "member" ? { list: [] } : await chat.bans();
  if (isProblem(bans)) return tellRefusal(reply, { name }, bans);
  for (const { by, at, ...person } of bans.list) {
    reply.numeric("367", name, banMask(person), ircNick(by), seconds(at));
  }
  reply.numeric("368", name, cliWords().irc.numerics.endOfBans);
}
