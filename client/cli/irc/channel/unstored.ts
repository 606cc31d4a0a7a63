import type { Problem } from "../../../core/problem.ts";
import type { Draft } from "../../../core/sending/entry.ts";
import { oneLine } from "../../../core/text/one-line.ts";
import { sayProblem } from "../../../core/words/say-problem.ts";
import { SERVER } from "../reply.ts";
import type { IrcLine } from "../wire/irc-message.ts";
import { msgidOf } from "./said-lines.ts";

export interface Unstored {
  readonly draft: Draft;
  readonly problem: Problem;
  /** The client's nickname. */
  readonly nick: string;
  readonly room: string;
  /** The nickname that a private message was for. */
  readonly to: string | undefined;
  readonly label: string | undefined;
}

/** How a client hears that something of its own is not stored. */
export function unstoredLine({ draft, problem, nick, room, to, label }: Unstored): IrcLine {
  const why = oneLine(sayProblem(problem));
  const told = { tags: label === undefined ? {} : { label }, source: SERVER };
  const channel = `#${room}`;
  switch (draft.type) {
    case "say": {
      const isGone = problem.problem === "no_such_nick" && to !== undefined;
      return { ...told, command: isGone ? "401" : "404", params: [nick, to ?? channel, why] };
    }
    case "delete": {
      const code = problem.problem === "no_such_message" ? "UNKNOWN_MSGID" : "REDACT_FORBIDDEN";
      const msgid = msgidOf(room, draft.id);
      return { ...told, command: "FAIL", params: ["REDACT", code, channel, msgid, why] };
    }
    case "react":
    case "edit":
      return { ...told, command: "FAIL", params: ["TAGMSG", "CANNOT_REACT", channel, why] };
    default:
      return draft satisfies never;
  }
}
