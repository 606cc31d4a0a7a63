import { oneLine } from "../../core/text/one-line.ts";
import { output } from "../end/output.ts";
import { jsonLine } from "../text/json-line.ts";
import { layOut } from "../view/lay-out.ts";
import { sentence } from "../view/log-line.ts";
import { cliWords } from "../words/words.ts";

/** What a gateway tells whoever runs it. Never what is said, nor a secret. */
export type GatewayNews =
  /** Programs can come. */
  | { readonly event: "listening"; readonly at: string }
  | { readonly event: "came"; readonly client: string }
  /** `lost`: messages that it has left behind. */
  | { readonly event: "gone"; readonly client: string; readonly nick?: string; readonly lost?: number }
  /** In a room, by this nickname. */
  | { readonly event: "joined"; readonly client: string; readonly nick: string; readonly room: string }
  /** Turned away, or cut off: there are too many, it reads nothing, it never said who it is, it is a browser. */
  | { readonly event: "cut"; readonly client: string; readonly why: CutReason }
  /** Something went wrong that concerns one program alone. */
  | { readonly event: "trouble"; readonly client: string; readonly says: string };

export type CutReason = "too_many" | "reads_nothing" | "nameless" | "http";

export type Journal = (news: GatewayNews) => void;

/** Writes what happens to standard output: a sentence each, or an object for a program. */
export function journal({ json, now }: { json: boolean; now(): number }): Journal {
  return (news) => {
    const time = new Date(now()).toISOString();
    if (json) output.write(jsonLine({ time, ...news }));
    else output.write(layOut([sentence(oneLine(sentenceOf(news)), `${time} `)], process.stdout));
  };
}

function sentenceOf(news: GatewayNews): string {
  const { gateway } = cliWords();
  switch (news.event) {
    case "listening":
      return gateway.listening(news.at);
    case "came":
      return gateway.came(news.client);
    case "gone":
      return gateway.gone(news);
    case "joined":
      return gateway.joined(news);
    case "cut":
      return gateway.cut[news.why](news.client);
    case "trouble":
      return gateway.trouble(news);
    default:
      return news satisfies never;
  }
}
