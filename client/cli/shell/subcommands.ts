import type { OptionName } from "./options.ts";
import type { Subcommand } from "./subcommand.ts";

const PERSON: readonly OptionName[] = ["nick", "profile", "key-file"];
const READER: readonly OptionName[] = ["profile", "key-file"];

/** Every subcommand, in the order of `papo --help`. The first one may be left out. */
export const SUBCOMMANDS: readonly Subcommand[] = [
  {
    name: "join",
    options: [...PERSON, "time", "no-bell", "quiet-rooms", "no-color", "json"],
    takes: "addresses",
    examples: [
      "papo https://chat.example.org/lobby",
      "papo https://chat.example.org/lobby dev ops --quiet-rooms",
      "papo join https://chat.example.org/lobby --nick ana --time hms",
      "papo join https://chat.example.org/lobby --nick echo --json",
    ],
    load: () => import("./join.ts"),
  },
  {
    name: "send",
    options: [...PERSON, "to", "file", "name", "whole", "once"],
    takes: "address and text",
    examples: [
      'papo send https://chat.example.org/lobby --nick ci-bot "build 42 is green"',
      "make 2>&1 | papo send https://chat.example.org/lobby --nick ci-bot",
      "git log -1 | papo send https://chat.example.org/lobby --nick ci-bot --whole",
      'papo send https://chat.example.org/lobby --nick ci-bot --file shot.png "look at this"',
      "make 2>&1 | papo send https://chat.example.org/lobby --nick ci-bot --file - --name make.log",
      "papo send https://chat.example.org/lobby --nick ci-bot --to bob psst",
      'papo send https://chat.example.org/lobby --nick ci-bot --once build-42 "build 42 is green"',
    ],
    load: () => import("../send/send.ts"),
  },
  {
    name: "tail",
    options: [...PERSON, "since", "no-follow", "json", "time", "no-color"],
    takes: "address",
    examples: [
      "papo tail https://chat.example.org/lobby --nick ear",
      "papo tail https://chat.example.org/lobby --nick ear --since 1h --json | jq -r .text",
      "papo tail https://chat.example.org/lobby --no-follow",
    ],
    load: () => import("../read/tail.ts"),
  },
  {
    name: "history",
    options: [...READER, "limit", "since", "json", "time", "no-color"],
    takes: "address",
    examples: [
      "papo history https://chat.example.org/lobby",
      "papo history https://chat.example.org/lobby --limit all --json > lobby.jsonl",
    ],
    load: () => import("../read/history.ts"),
  },
  {
    name: "names",
    options: [...READER, "json"],
    takes: "address",
    examples: ["papo names https://chat.example.org/lobby"],
    load: () => import("../read/names.ts"),
  },
  {
    name: "invite",
    options: ["days", "one", "make", "json"],
    takes: "address",
    examples: [
      "papo invite https://chat.example.org/lobby",
      "papo invite https://chat.example.org/lobby --days 1 --one",
      "papo invite https://chat.example.org --days 365 --make",
    ],
    load: () => import("../admin/invite.ts"),
  },
  {
    name: "admin",
    options: ["all", "yes", "days", "one", "make", "json"],
    takes: "server and order",
    examples: [
      "papo admin https://chat.example.org rooms",
      "papo admin https://chat.example.org rooms --all --json | jq '.rooms[].room'",
      "papo admin https://chat.example.org room lobby",
      "papo admin https://chat.example.org erase lobby",
      "papo admin https://chat.example.org door invited",
      "papo admin https://chat.example.org invite lobby kitchen --days 30 --one",
    ],
    load: () => import("../admin/admin.ts"),
  },
  {
    name: "mcp",
    options: [...PERSON, "moderate"],
    takes: "address",
    examples: [
      "papo mcp https://chat.example.org/lobby --nick helper --profile helper",
      "claude mcp add papo -- papo mcp https://chat.example.org/lobby --nick helper",
    ],
    load: () => import("../mcp/mcp.ts"),
  },
  {
    name: "irc",
    options: ["listen", "key-file", "json"],
    takes: "address",
    examples: ["papo irc https://chat.example.org", "irssi -c 127.0.0.1 -n ana"],
    load: () => import("../irc/irc.ts"),
  },
  {
    name: "lines",
    options: ["listen", "key-file", "profile", "json"],
    takes: "address",
    examples: [
      "papo lines https://chat.example.org/lobby",
      "papo lines https://chat.example.org/lobby --listen 127.0.0.1:4000",
      "nc 127.0.0.1 12345",
    ],
    load: () => import("../lines/lines.ts"),
  },
  {
    name: "doctor",
    options: ["json"],
    takes: "address",
    examples: [
      "papo doctor https://chat.example.org/lobby",
      "papo doctor https://chat.example.org --json | jq -r 'select(.state == \"failed\").says'",
    ],
    load: () => import("../doctor/doctor.ts"),
  },
  {
    name: "config",
    options: ["unset", "json"],
    takes: "words",
    examples: [
      "papo config",
      "papo config nick ana",
      "papo config url https://chat.example.org/lobby",
      "papo config --unset nick",
    ],
    load: () => import("./config-command.ts"),
  },
  {
    name: "completion",
    options: [],
    takes: "words",
    examples: [
      'eval "$(papo completion bash)"',
      "papo completion zsh > ~/.zsh/_papo",
      "papo completion fish > ~/.config/fish/completions/papo.fish",
    ],
    load: () => import("../completion/completion.ts"),
  },
];
