import { pageWords } from "../words/page-words.ts";
/** What is to become of a line when Enter is pressed. */
export type Route =
  | { kind: "say"; text: string; me?: true }
  | { kind: "command" }
  | { kind: "refused"; why: string };

/** Commands that would speak to everyone. */
const TO_ALL = /^\/(reply|r)$/i;

/**
 * Commands go to the table, words to whom the composer shows. `directed`: to
 * one person, or in reply to something; then a command may not say anything to
 * everyone instead.
 */
export function routeOf(text: string, directed: boolean): Route {
  if (text.startsWith("//")) return { kind: "say", text: text.slice(1) };
  if (!text.startsWith("/")) return { kind: "say", text };
  const [word = ""] = text.split(/\s/, 1);
  const rest = text.slice(word.length).trim();
  if (!directed) return { kind: "command" };
  if (word.toLowerCase() === "/me" && rest !== "") return { kind: "say", text: rest, me: true };
  if (!TO_ALL.test(word)) return { kind: "command" };
  return { kind: "refused", why: pageWords.composer.toAllOnly(word) };
}
