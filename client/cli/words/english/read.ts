/** `papo tail`, `history` and `names`. */
export const read = {
  nowhere:
    "The server's pages lead nowhere: it says that there are older messages, and does not come to them. It may be broken.",
  tooMuch: "That is more than papo reads at once. Ask for less with --limit.",
  neverUsed: (room: string) =>
    `There is no room ${room} yet: nobody is there, and nothing was ever said. It begins with whoever joins first. Is the name right?`,
  nobody: (room: string) => `Nobody is in ${room} now.`,
  nothing: (room: string) => `${room} has nothing to show here.`,
  /** `why` who reads is not known, as a sentence. */
  withoutYou: (why: string) => `${why} It goes on without who you are.`,
  retention: "Something older is gone from the room.",
  erased: "The room begins anew: it was erased, or restored from a backup.",
};
