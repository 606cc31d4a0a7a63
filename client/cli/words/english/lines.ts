/** `papo lines`: to who has come by a socket. */
export const lines = {
  welcome: ({ nick, room }: { nick: string; room: string }) =>
    `Welcome to ${room}, ${nick}. What you send is said; /close leaves, /help tells more.`,
};
