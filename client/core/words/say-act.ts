import type { Act } from "../../../src/protocol/event.ts";
import { ROLES } from "../../../src/protocol/role.ts";
import type { Shows } from "./say-news.ts";
import { words } from "./words.ts";

/** A sentence about an act of order, as it was told in the room where it was. What is new to this client goes by its name. */
export function sayAct(act: Act, shows: Shows): string {
  const { news, slash } = words;
  const by = shows.nick(act.byUid, act.by);
  const nick = act.uid === undefined ? "" : shows.nick(act.uid, act.nick ?? act.uid);
  const reason = act.reason ? shows.text(act.reason) : "";
  const other = () => slash.otherAct({ act: shows.text(act.act), by, nick, reason });
  switch (act.act) {
    case "kick":
      return news.kicked({ nick, by, reason });
    case "ban":
      return news.banned({ nick, by, reason });
    case "unban":
      return news.unbanned({ nick, by });
    case "allow":
      return news.allowed({ nick, by });
    case "role": {
      const role = ROLES.find((each) => each === act.reason);
      return role === undefined ? other() : news[role]({ nick, by });
    }
    case "slow":
      return act.reason === "0" ? news.notSlow(by) : news.slow({ by, seconds: Number(act.reason) });
    case "topic":
      return reason === "" ? news.noTopic(by) : news.topic({ by, text: reason });
    case "lock":
      return reason === "off" ? news.unlocked(by) : news.locked(by);
    case "delete":
      return slash.actDelete({ act: act.act, by, nick, reason });
    case "invite":
      return slash.actInvite(by);
    case "hook":
      return act.reason === "off" ? slash.actUnhook({ by, nick }) : slash.actHook({ by, nick });
    default:
      return other();
  }
}
