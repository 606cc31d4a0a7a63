/**
 * Stands in for the protocol's sentences in the browser's bundle: those that a
 * client says by itself. All others come from the room with its refusals.
 */
export const ERRORS = {
  bad_room: "A room's name has 1 to 32 of a-z, 0-9 and inner hyphens.",
  bad_text: "That text is empty or has control characters.",
  too_long: "That text is too long.",
} as const;
