import type { Member } from "../../../../src/protocol/event.ts";
import { nickKey } from "../../../../src/protocol/text/nick.ts";
import type { Channel } from "../channel/channel.ts";
import type { HouseClient } from "../house-client.ts";
import type { IrcClient } from "../irc-client.ts";
import { ircNick, ircWord, papoNick } from "../wire/nick-form.ts";

/** Somebody whom a client asks about. */
export interface Found {
  /** As IRC has it. */
  readonly nick: string;
  readonly user: string;
  readonly realname: string;
  readonly role: Member["role"];
  readonly bot: boolean;
  readonly away: string | undefined;
  /** Where; outside of all rooms of the client for who shares none. */
  readonly channel: Channel | undefined;
}

/** Who is meant, in each room that the client is in; of this gateway's clients, wherever they are. */
export function peopleLike(client: IrcClient, mask: string): Found[] {
  if (mask.startsWith("#")) {
    const channel = client.channel(mask);
    return (channel?.members ?? []).map((member) => inRoom(client, member, channel));
  }
  const looks = matching(mask);
  const isMask = /[*?]/.test(mask);
  const places = [...client.channels.values()].flatMap((channel) =>
    channel.members
      .filter((member) => looks(channel.voice.nick(member)))
      .map((member) => inRoom(client, member, channel)),
  );
  const seen = new Set(places.map(({ nick }) => nickKey(papoNick(nick))));
  const others = client.house.clients.filter((other) => {
    const isShown = !isMask || !other.isInvisible || other.nick === client.nick;
    return isShown && looks(other.nick) && !seen.has(nickKey(papoNick(other.nick)));
  });
  return [...places, ...others.map(elsewhere)];
}

function inRoom(client: IrcClient, member: Member, channel: Channel | undefined): Found {
  const nick = channel?.voice.nick(member) ?? ircNick(member.nick);
  const { role, bot = false, away } = member;
  // Of another client of this gateway one knows what it says of itself.
  const other = client.house.clientOf(nick);
  const isOther =
    channel !== undefined && other?.channels.get(channel.room)?.chat.room.you?.uid === member.uid;
  const { username: user, realname } = isOther
    ? other
    : { username: ircWord(member.uid), realname: member.nick };
  return { nick, user, realname, role, bot, away, channel };
}

function elsewhere({ nick, username: user, realname, away }: HouseClient): Found {
  return { nick, user, realname, role: "member", bot: false, away, channel: undefined };
}

/** `*` and `?` stand for others. */
function matching(mask: string): (nick: string) => boolean {
  const wanted = nickKey(papoNick(mask));
  if (!/[*?]/.test(mask)) return (nick) => nickKey(papoNick(nick)) === wanted;
  const pattern = mask
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*+/g, ".*")
    .replaceAll("?", ".");
  const whole = new RegExp(`^${pattern}$`, "iu");
  return (nick) => whole.test(nick);
}
