/** What programs are told besides what all clients say. Programs go by the code; this is for whoever reads a log. */
export const libraryEnglish = {
  problems: {
    offline: (host: string) => `${host} can't be reached.`,
    page: (host: string) =>
      `${host} can't be reached, or lets in no pages of this origin (its setting ALLOWED_ORIGINS).`,
    badSaved: "What was saved can't be read.",
    unsure: "The connection was lost, and nobody knows whether that was done.",
    gone: "That was stored, and is gone already.",
    left: "You have left the room.",
  },
  noAgent: "An agent is an http.Agent.",
  ends: {
    kicked: "You were kicked.",
    kickedBy: (by: string) => `You were kicked by ${by}.`,
    banned: "You are banned from this room.",
    bannedBy: (by: string) => `You were banned by ${by}.`,
    erased: "The room was erased.",
    closed: "The server is closed.",
    replaced: "Another run of the same client has joined in your place.",
    flooding: "The room has cut you off for too many refusals.",
    tooBig: "The room has cut you off for a frame that is too big.",
    ended: (code: number) => `The room has ended the connection (${code}).`,
  },
};
