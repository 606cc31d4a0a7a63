// Apart from the rest, so that it is loaded with the first page, or with the list of rooms.

export const englishHome = {
  title: "Talk with a group",
  lead: "From the browser or a terminal. No account, nothing to install.",
  yours: "Where you have been",
  room: "Room",
  makePrivate: "Make a private room",
  privateHint: "Only those who get its link can find a private room.",
  badRoom: "A room's name has 1 to 32 of a-z, 0-9 and inner hyphens.",
  notFound: "There is nothing at this address. A room is behind the first slash: /lobby",
};
