/** Milliseconds without a key before a question that comes by itself takes the row: who is typing goes on typing. */
export const QUIET = 1_000;

/** Milliseconds in which a terminal that was just taken tells what was typed before. */
export const SETTLING = 100;
