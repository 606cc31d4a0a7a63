/** Milliseconds that leaving a room may take: Ctrl-C is to end within a second. */
export const LEAVE_WITHIN = 700;
