// Apart from the rest, so that the page can load it later.

/** What is wrong with an address or a code of `/link`. */
export const addressEnglish = {
  slipInCode: "There is a slip in that code. Compare it with the other screen.",
  address: {
    scheme: "An address begins with https:// or http://.",
    secret: "Secrets have no place in an address; leave out what is before the @.",
    cutPass: "That invitation is not whole. Copy all of its link, from https:// to its very end.",
    noRoom: (host: string) => `Which room? Write it behind the host: ${host}/lobby.`,
    badRoom: "A room's name has 1 to 32 of a-z, 0-9 and inner hyphens, and nothing comes behind it.",
  },
};
