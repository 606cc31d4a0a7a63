import { passIn } from "../../../src/protocol/pass.ts";
import { readLink } from "../../core/invited.ts";
import { isProblem } from "../../core/problem.ts";
import { panelWords } from "../words/panel-words.ts";

const { shut } = panelWords;

/** The address to go to with an invitation that somebody has pasted, as a link or alone; or what is wrong with it. */
export function pastedInvitation(written: string, here: string): URL | { complaint: string } {
  const own = new URL(here);
  const alone = `#pass=${written.trim()}`;
  if (passIn(alone)) return new URL(alone, own);
  const link = readLink(written);
  if (isProblem(link)) return { complaint: link.message };
  if (link.pass === undefined) return { complaint: shut.noLink };
  // Its own server alone is told of it.
  if (new URL(link.origin).host !== own.host) return { complaint: shut.elsewhere };
  return new URL(`/${link.room ?? ""}#pass=${link.pass}`, own);
}
