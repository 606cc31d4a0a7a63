interface FoldedNews {
  /** More than one. */
  count: number;
  room: string;
}

interface FromSomebody {
  nick: string;
  room: string;
}

/** What notifications say: apart from all that the page says, for the service worker has nothing else of it. */
export const englishTold = {
  title: ({ nick, room }: FromSomebody) => `${nick} in ${room}`,
  privateTitle: ({ nick, room }: FromSomebody) => `${nick}, privately in ${room}`,
  folded: ({ count, room }: FoldedNews) => `${count} new messages in ${room}`,
  privateFolded: ({ count, nick, room }: FoldedNews & FromSomebody) =>
    `${count} new messages from ${nick}, privately in ${room}`,
  line: ({ nick, text }: { nick: string; text: string }) => `${nick}: ${text}`,
  /** Of what somebody says whom one ignores, where there must be something. */
  ignored: (room: string) => `Something was said in ${room}`,
  /** Of a push that can't be read. */
  something: "Something was said in a room of yours",
  /** The browser takes no pushes any more. */
  ended: "papo can't reach you here any more",
  open: "Open it once, and it can again.",
};

export type ToldCatalogue = typeof englishTold;
