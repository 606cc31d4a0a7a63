import { LANGUAGES } from "../../../core/words/languages.ts";

/** The manual page, besides what `--help` has. */
export const man = {
  /** Titles of its sections, as manual pages have them. */
  titles: {
    name: "NAME",
    synopsis: "SYNOPSIS",
    description: "DESCRIPTION",
    commands: "COMMANDS",
    options: "OPTIONS",
    keys: "KEYS",
    config: "CONFIGURATION",
    environment: "ENVIRONMENT",
    files: "FILES",
    exit: "EXIT STATUS",
    examples: "EXAMPLES",
  },
  synopsis: ["papo [URL] [OPTION…]", "papo COMMAND [ARGUMENT…] [OPTION…]"],
  kind: "User Commands",
  about: "group chat in rooms",
  description: [
    "papo talks in the rooms of a papo server: at a terminal with a row to write in, in a pipe as a bot. " +
      "Without a command it joins the room of the address, or asks for an invitation's link.",
    "In a room, /help lists what can be typed.",
  ],
  takes: (options: readonly string[]) => `Options: ${options.join(", ")}.`,
  config:
    "The config file is a JSON object with these keys; papo config shows and sets them. An option comes before its variable, and that before the file.",
  environment: {
    PAPO_URL: "the room, so that its address can be left out",
    PAPO_NICK: "your nickname",
    PAPO_PROFILE: "a set of people of its own",
    "PAPO_LANG, LC_ALL, LC_MESSAGES, LANG": `the language that papo speaks (${LANGUAGES.join("|")}); of the last three, the first that is set`,
    PAPO_LINK: "an invitation's link: the room, and the pass for its server",
    PAPO_KEY: "the passphrase of a locked room",
    PAPO_ADMIN_TOKEN: "the deployment's admin token",
    PAPO_HEADERS: "headers for what stands in front of the server, NAME: VALUE, one a line",
    PAPO_SECRETS_FOR:
      "the servers that PAPO_KEY, PAPO_ADMIN_TOKEN and PAPO_HEADERS are for besides that of PAPO_URL or of the config file; they go to no other",
    "HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY": "proxies, and what goes past them, as for curl",
    NODE_EXTRA_CA_CERTS: "a file with the certificates of authorities of your own",
    "VISUAL, EDITOR": "the editor that Ctrl-X Ctrl-E opens; no shell reads it",
    "NO_COLOR, FORCE_COLOR": "no colours, or colours in any case",
    PAPO_DEBUG: "says where something unexpected has happened",
  },
  files: {
    "$XDG_CONFIG_HOME/papo/config.json": "the config file (~/.config; on Windows %APPDATA%)",
    "$XDG_STATE_HOME/papo":
      "who you are, what waits to be sent, what you have sent, and the log of who wants one (~/.local/state; on Windows %LOCALAPPDATA%)",
  },
  exit: {
    "0": "fine",
    "1": "the network or the server failed, or something on this machine",
    "2": "wrong usage",
    "3": "the nickname, the person or the invitation is refused",
    "4": "the passphrase is missing or wrong",
    "5": "something was not sent",
    "129, 130, 143": "ended by SIGHUP, SIGINT or SIGTERM",
  },
};
