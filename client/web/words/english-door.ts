import type { SentencePart } from "./english.ts";

// Apart from the rest, so that it is loaded where somebody stands at a door.

export const englishDoor = {
  title: <Node extends SentencePart>(node: Node) => ["Join ", node],
  nickHint: "3 to 10 letters or digits.",
  passphrase: "Passphrase",
  iAmHereAs: "I'm already here as…",
  code: "Code of /link",
  codeHint: "Type /link where you are already.",
};
