import type { Act } from "../../../src/protocol/event.ts";
import { ROLES } from "../../../src/protocol/role.ts";
import { sharedWords } from "../../core/words/shared-words.ts";
import { panelWords } from "../words/panel-words.ts";

const { acts } = panelWords;

/** A sentence about an act of order, as it was told in the room where it was. `shown`: how names and texts are shown. */
export function sayAct({ act, ...of }: Act, shown: (text: string) => string): string {
  const { news } = sharedWords;
  const by = shown(of.by);
  const nick = shown(of.nick ?? of.uid ?? "");
  const reason = of.reason && shown(of.reason);
  switch (act) {
    case "kick":
      return news.kicked({ nick, by, reason });
    case "ban":
      return news.banned({ nick, by, reason });
    case "unban":
      return news.unbanned({ nick, by });
    case "allow":
      return news.allowed({ nick, by });
    case "role": {
      const role = ROLES.find((each) => each === of.reason);
      return role === undefined ? acts.other({ by, act: shown(act) }) : news[role]({ nick, by });
    }
    case "slow":
      return Number(of.reason) > 0 ? news.slow({ by, seconds: Number(of.reason) }) : news.notSlow(by);
    case "topic":
      return reason ? news.topic({ by, text: reason }) : news.noTopic(by);
    case "lock":
      return acts.lock(by);
    case "delete":
      return acts.delete({ by, nick });
    case "invite":
      return acts.invite(by);
    case "hook":
      return acts.hook(by);
    default:
      // What is new to this page goes by its name.
      return acts.other({ by, act: shown(act) });
  }
}
