import { either } from "./units.ts";

/** What may be in the config file. */
interface ConfigChoices {
  readonly fields: readonly string[];
  readonly times: readonly string[];
  readonly languages: readonly string[];
}

const quoted = (words: readonly string[]) => words.map((word) => `"${word}"`);

/** What is wrong with a field of the config file. */
const WRONG = {
  text: (field: string) => `${field} must be a text`,
  empty: (field: string) => `${field} must not be empty`,
  yes_or_no: (field: string) => `${field} must be true or false`,
  time: (field: string, { times }: ConfigChoices) => `${field} must be one of ${times.join(", ")}`,
  quiet_hours: (field: string) => `${field} must be two times of day, such as "22:00-07:00", or "off"`,
  notify: (field: string) =>
    `${field} must be true, false, or a program, such as "notify-send papo" or ["notify-send", "papo"]`,
  words: (field: string) => `${field} must be a list of words, such as ["deploy", "on call"]`,
  comings: (field: string) => `${field} must be "all", "front" or "none"`,
  log: (field: string) => `${field} must be true, false or "private"`,
  pictures: (field: string) => `${field} must be "auto" or "off"`,
  lang: (field: string, { languages }: ConfigChoices) => `${field} must be ${either(quoted(languages))}`,
  days: (field: string) => `${field} must be a number of days, from 1 to 3650`,
  object: (field: string) => `${field} must hold an object, such as { "nick": "ana" }`,
  unknown: (field: string, { fields }: ConfigChoices) =>
    `${field} is unknown; it may have ${fields.join(", ")}`,
};

/** Of a value that somebody wants to set. */
interface ConfigValue extends ConfigChoices {
  readonly field: string;
  readonly wrong: keyof typeof WRONG;
}

interface ConfigMistakes extends ConfigChoices {
  readonly file: string;
  readonly mistakes: readonly {
    /** Undefined where it is the file as a whole. */
    readonly field: string | undefined;
    readonly wrong: keyof typeof WRONG;
    /** One that may be meant. */
    readonly meant: string | undefined;
  }[];
}

interface UnknownOption {
  readonly option: string;
  readonly meant: string | undefined;
  readonly subcommand: string;
  readonly isMaybeText: boolean;
}

/** `value` names what stands behind it. */
interface OptionUse {
  readonly option: string;
  readonly value: string;
  readonly subcommand: string;
}

interface LanguageMeant {
  readonly written: string;
  readonly languages: readonly string[];
}

interface UnknownShell {
  readonly written: string;
  readonly shells: readonly string[];
  readonly meant: string | undefined;
}

/** How papo is called, and set. */
export const shell = {
  oldNode: ({ version, oldest }: { version: string; oldest: number }) =>
    `This is Node ${version}, and papo needs Node ${oldest} or later: https://nodejs.org.`,
  unexpected: (error: string) =>
    `Something unexpected happened: ${error}. Set PAPO_DEBUG=1 to see what and where.`,
  unexpectedAt: (stack: string) => `Something unexpected happened: ${stack}`,

  noSubcommand: ({ name, meant }: { name: string; meant: string | undefined }) =>
    meant === undefined
      ? `There is no "papo ${name}". See papo --help.`
      : `There is no "papo ${name}". Did you mean papo ${meant}? See papo --help.`,
  /** `isMaybeText`: it may be the beginning of a text. */
  noOption: ({ option, meant, subcommand, isMaybeText }: UnknownOption) =>
    [
      `There is no option ${option}.`,
      ...(meant === undefined ? [] : [`Did you mean ${meant}?`]),
      ...(isMaybeText ? ["A text that looks so is written behind --."] : []),
      `See papo ${subcommand} --help.`,
    ].join(" "),
  tooMuch: ({ subcommand, argument }: { subcommand: string; argument: string }) =>
    `"${argument}" is too much: papo ${subcommand} takes one address. See papo ${subcommand} --help.`,
  noValue: ({ option, subcommand }: OptionUse) => `${option} takes no value. See papo ${subcommand} --help.`,
  valueMissing: ({ option, value, subcommand }: OptionUse) =>
    `${option} is written with a value: ${option} ${value}. See papo ${subcommand} --help.`,

  whichServer: (room: string) =>
    `On which server is ${room}? Write https://HOST/${room}, or see papo --help.`,
  oneRoom: (room: string) =>
    `"${room}" is too much: in a pipe, and with --json, papo join takes one room. See papo join --help.`,
  manyRooms: (most: number) => `papo takes ${most} rooms at most.`,
  whichRoom: "Which room? Write papo https://HOST/ROOM, or see papo --help.",
  /** `why` it is no address, as a sentence. */
  badAddress: ({ written, why }: { written: string; why: string }) => `${written}: ${why}`,
  whichNick: "Under which nickname? Give --nick NAME, or set PAPO_NICK.",
  profile: "The name of a profile has 1 to 32 of A-Z, a-z, 0-9, _ and -.",
  language: ({ written, languages }: LanguageMeant) =>
    written === ""
      ? `--lang is written with a language: ${either(languages)}.`
      : `papo does not speak "${written}": --lang is ${either(languages)}.`,
  languageVariable: ({ written, languages }: LanguageMeant) =>
    `papo does not speak "${written}", which stands in PAPO_LANG. It may be ${either(languages)}.`,
  time: (times: readonly string[]) => `--time is one of ${times.join(", ")}.`,
  since: (written: string) =>
    `--since ${written} is no point in time. Write how long ago (30m, 1h, 2d, 2w), a date (2026-11-20, 2026-11-20T10:00), or a message's id.`,
  limit: (written: string) => `--limit ${written} is neither a number of messages nor "all".`,
  once: "The ID behind --once has 1 to 32 of A-Z, a-z, 0-9, _ and -.",
  onceForOne: "--once is for one message. --whole makes one of many lines.",

  configIsNoJson: (file: string) => `${file} is not JSON.`,
  configIsNoJsonFrom: ({ file, line }: { file: string; line: number }) =>
    `${file} is not JSON, from line ${line} on.`,
  config({ file, mistakes, ...choices }: ConfigMistakes): string {
    const told = mistakes.map(({ field, wrong, meant }) => {
      const sentence = WRONG[wrong](field === undefined ? "it" : `"${field}"`, choices);
      return meant === undefined ? sentence : `${sentence}; did you mean "${meant}"`;
    });
    return `In ${file}, ${told.join("; ")}.`;
  },
  configValue: ({ field, wrong, ...choices }: ConfigValue) => `${WRONG[wrong](`"${field}"`, choices)}.`,

  noShell: ({ written, shells, meant }: UnknownShell) =>
    [
      written === "" ? "For which shell?" : `There is nothing for the shell "${written}".`,
      ...(meant === undefined ? [] : [`Did you mean ${meant}?`]),
      `Write papo completion and one of ${shells.join(", ")}.`,
    ].join(" "),
};
