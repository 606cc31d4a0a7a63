import { cliWords } from "../../words/words.ts";
import type { IrcClient, IrcCommands } from "../irc-client.ts";
import { register } from "../register.ts";
import { type Reply, SERVER } from "../reply.ts";
import { CAPABILITIES } from "../wire/capabilities.ts";

/** What client and gateway speak: https://ircv3.net/specs/extensions/capability-negotiation. */
export const CAPABILITY: IrcCommands = {
  CAP: {
    needs: 1,
    run(client, reply, { params: [verb = "", list = ""] }) {
      switch (verb.toUpperCase()) {
        case "LS":
          client.isNegotiating ||= !client.isNamed;
          capability(client, reply, ["LS", capabilitiesFor(list)]);
          return;
        case "LIST":
          capability(client, reply, ["LIST", [...client.capabilities].join(" ")]);
          return;
        case "REQ":
          client.isNegotiating ||= !client.isNamed;
          capability(client, reply, [asked(client, list) ? "ACK" : "NAK", list.trim()]);
          return;
        case "END":
          client.isNegotiating = false;
          register(client, reply);
          return;
        default:
          reply.numeric("410", verb, cliWords().irc.numerics.invalidCap);
      }
    },
  },
};

function capability(client: IrcClient, reply: Reply, said: readonly string[]): void {
  const nick = client.nick === "" ? "*" : client.nick;
  reply.line({ source: SERVER, command: "CAP", params: [nick, ...said] });
}

function capabilitiesFor(version: string): string {
  const takesValues = Number(version) >= 302;
  return Object.entries(CAPABILITIES)
    .map(([name, value]) => (takesValues && value !== "" ? `${name}=${value}` : name))
    .join(" ");
}

/** Takes on all that was asked for, or nothing. */
function asked(client: IrcClient, list: string): boolean {
  const names = list.split(" ").filter((name) => name !== "");
  if (!names.every((name) => Object.hasOwn(CAPABILITIES, name.replace(/^-/, "")))) return false;
  for (const name of names) {
    if (name.startsWith("-")) client.capabilities.delete(name.slice(1));
    else client.capabilities.add(name);
  }
  return true;
}
