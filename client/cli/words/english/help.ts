import { LANGUAGES } from "../../../core/words/languages.ts";

/** `--help`. What is typed (names of commands and options, variables) is the same in every language. */
export const help = {
  /** `commands` are lines of their own. */
  general: (commands: readonly string[]) =>
    [
      "papo: group chat in rooms.",
      "",
      "  papo https://HOST/ROOM             join a room and talk",
      "  papo https://HOST/ROOM ROOM2 …     join several; papo alone comes back to where you were",
      "",
      ...commands,
      "  papo --version",
      "",
      "papo COMMAND --help tells more, papo help --man all of it. In a room, /help does.",
      "",
      "The address may be left out where PAPO_URL or the config file has it. An option comes before its variable, and that before the config file:",
      "  $XDG_CONFIG_HOME/papo/config.json  url, nick, profile, time, bell, color, quiet-hours, notify, highlight, comings, pictures, log, log-days, lang",
      "Who you are is kept in $XDG_STATE_HOME/papo: in each room, one person a nickname.",
      "PAPO_KEY, PAPO_ADMIN_TOKEN and PAPO_HEADERS go to the server of PAPO_URL or the config file, and to those in PAPO_SECRETS_FOR (hosts, separated by commas); to no other.",
      "An invitation is asked for, unseen, by papo alone; or PAPO_LINK has its link. It is kept there, too.",
      "HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY count as for curl.",
    ].join("\n"),

  /** The first line about one command; `call`: how it is written. */
  about: ({ call, summary }: { call: string; summary: string }) => `${call}: ${summary}`,
  examples: "Examples:",

  exitCodes:
    "Exit codes: 0 fine, 1 failure or network, 2 wrong usage, 3 nickname, person or invitation refused, " +
    "4 passphrase, 5 something not sent.",

  /** `usage`: what is written behind the name, options left out. */
  subcommands: {
    join: {
      usage: "[URL…]",
      summary: "talk in a room, or in several; in a pipe, be a bot: lines or JSON commands in, events out",
    },
    send: {
      usage: "[URL] [TEXT…]",
      summary: "send a message, files, or standard input line by line, and wait until it is stored",
    },
    tail: { usage: "[URL]", summary: "show what is said, as it is said" },
    history: { usage: "[URL]", summary: "show what was said" },
    names: { usage: "[URL]", summary: "show who is here" },
    invite: { usage: "[URL]", summary: "make an invitation, as the server's admin; its link comes out" },
    admin: {
      usage: "[URL] rooms | room NAME | erase NAME | door open|invited|closed | invite [NAME…]",
      summary: "see, and keep in order, what is yours",
    },
    mcp: {
      usage: "[URL]",
      summary: "let an agent talk, by the Model Context Protocol on standard input and output",
    },
    irc: { usage: "[URL]", summary: "let clients of IRC into the rooms of a server" },
    lines: {
      usage: "[URL]",
      summary: "let programs that know nothing but a socket talk: nc, telnet, one of your own",
    },
    doctor: { usage: "[URL]", summary: "try each step to a room, and say what stands between" },
    config: { usage: "[KEY [VALUE]]", summary: "show, explain and set what you have chosen for good" },
    completion: {
      usage: "bash|zsh|fish",
      summary: "write what has a shell complete commands, options and rooms",
    },
  },

  /** `papo help`, which has no page of its own. */
  helpCommand: {
    usage: "[COMMAND]",
    summary: "tell of papo, or of one command",
    man: "all of it as a manual page: to read at a terminal, roff in a pipe",
  },

  /** `value`: what stands behind it; "" where nothing does. */
  options: {
    nick: { value: "NAME", help: "your nickname, and with it who you are (or PAPO_NICK)" },
    profile: { value: "NAME", help: "a set of people of its own (or PAPO_PROFILE)" },
    "key-file": {
      value: "FILE",
      help: "the passphrase of a locked room (or PAPO_KEY, see PAPO_SECRETS_FOR)",
    },
    time: { value: "off|hm|hms|iso", help: "how times are shown" },
    "no-bell": { value: "", help: "no bell when somebody mentions you" },
    "quiet-rooms": { value: "", help: "only count what is said in rooms that are not in front" },
    "no-color": { value: "", help: "no colours (or NO_COLOR)" },
    json: { value: "", help: "one JSON object a line" },
    to: { value: "NICK", help: "to this person alone" },
    once: { value: "ID", help: "store it once, however often it is sent with this ID" },
    whole: { value: "", help: "all of standard input as one message" },
    file: {
      value: "FILE",
      help: "send a file, with the text if there is one; up to four times, - for standard input",
    },
    name: { value: "NAME", help: "what the file is called in the room" },
    since: {
      value: "1h|DATE|ID",
      help: "from that long ago (s, m, h, d, w), a date (2026-11-20, 2026-11-20T10:00), or behind a message's id",
    },
    "no-follow": { value: "", help: "only what is there already" },
    limit: { value: "N|all", help: "the newest N messages (50)" },
    days: { value: "N", help: "for how many days the invitation is good (7)" },
    one: { value: "", help: "the invitation is for one person, so that a ban is worth something" },
    make: { value: "", help: "whoever has the invitation may make rooms" },
    all: { value: "", help: "rooms that nobody uses, too" },
    yes: { value: "", help: "erase without asking" },
    listen: {
      value: "[IP:]PORT",
      help: "where to wait for programs (127.0.0.1; 6667 for irc, 12345 for lines)",
    },
    moderate: { value: "", help: "let the agent delete, kick and ban, where the room lets it" },
    unset: { value: "", help: "take a key away" },
    lang: { value: LANGUAGES.join("|"), help: "the language that papo speaks (or PAPO_LANG)" },
    help: { value: "", help: "show this" },
  },
};
