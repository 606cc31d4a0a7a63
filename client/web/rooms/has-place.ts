/** Where the list has its place beside the talk: as in rooms.css. */
export const HAS_PLACE = matchMedia("(min-width: 64rem)");
