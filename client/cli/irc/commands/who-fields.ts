import { oneLine } from "../../../core/text/one-line.ts";
import type { IrcClient } from "../irc-client.ts";
import { prefixOf } from "../wire/modes.ts";
import type { Found } from "./people-like.ts";

/** What a client wants to know of each: https://ircv3.net/specs/extensions/whox. */
export interface Whox {
  readonly fields: string;
  readonly token: string;
}

const ORDER = "tcuihsnfdlaor";

export function readWhox(filter: string): Whox | undefined {
  const [, fields, token = "0"] = /^[^%]*%([a-z]*)(?:,(\w{1,3}))?/.exec(filter) ?? [];
  return fields === undefined ? undefined : { fields, token };
}

export function whoFields(client: IrcClient, each: Found): string[] {
  const { nick, user, realname, channel } = each;
  const name = channel?.name ?? "*";
  return [name, user, client.host, "*", nick, flagsOf(client, each), `0 ${oneLine(realname)}`];
}

export function whoxFields(client: IrcClient, each: Found, { fields, token }: Whox): string[] {
  const { nick, user, realname, channel, role } = each;
  const told: Readonly<Record<string, string>> = {
    t: token,
    c: channel?.name ?? "*",
    u: user,
    i: "255.255.255.255",
    h: client.host,
    s: "*",
    n: nick,
    f: flagsOf(client, each),
    d: "0",
    l: "0",
    a: "0",
    o: role === "member" ? "n/a" : "0",
    r: oneLine(realname),
  };
  return [...ORDER].filter((field) => fields.includes(field)).map((field) => told[field] ?? "");
}

function flagsOf(client: IrcClient, { away, bot, role }: Found): string {
  return `${away === undefined ? "H" : "G"}${bot ? "B" : ""}${prefixOf(role, client.has("multi-prefix"))}`;
}
