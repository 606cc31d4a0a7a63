import { realpathSync } from "node:fs";
import { isRefusal } from "../../../src/protocol/error.ts";
import { readNickname } from "../../../src/protocol/nickname.ts";
import { readLink } from "../../core/invited.ts";
import { isProblem, refusedHere } from "../../core/problem.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { exclusively, writePrivate } from "../person/private-file.ts";
import { shown } from "../text/shown.ts";
import { cliWords } from "../words/words.ts";
import { type ConfigName, checkConfig, checkedValue, parseJsonOf, readConfig } from "./config.ts";
import { isProfile } from "./profile.ts";

/** Sets a key to what is written behind it, read as what it may be. All else in the file stays. */
export function setInConfig(file: string, key: ConfigName, written: readonly string[]): void {
  const value = checkedValue(key, candidatesOf(written));
  refuse(key, value);
  change(file, (before) => ({ ...before, [key]: value }));
}

/** Whether it was there: one that is unknown, and so a mistake, can be taken away, too. */
export function unsetInConfig(file: string, key: string): boolean {
  const held = looseConfig(file);
  if (!Object.hasOwn(held, key)) return false;
  change(file, (before) => Object.fromEntries(Object.entries(before).filter(([name]) => name !== key)));
  return true;
}

/** Writes the whole file or nothing of it, for its owner alone. Other mistakes in it stay, and are told. */
function change(file: string, act: (before: Readonly<Record<string, unknown>>) => object): void {
  const cannot = cliWords().system.cannotWrite;
  const real = realOf(file);
  const after = exclusively(
    real,
    () => {
      const changed = act(looseConfig(file));
      writePrivate(real, `${JSON.stringify(changed, undefined, 2)}\n`, cannot);
      return changed;
    },
    cannot,
  );
  checkConfig(after, file);
}

function looseConfig(file: string): Readonly<Record<string, unknown>> {
  const text = readConfig(file);
  const json = text === undefined ? {} : parseJsonOf(text, file);
  if (typeof json === "object" && json !== null && !Array.isArray(json)) return { ...json };
  checkConfig(json, file);
  return {};
}

/** Whoever keeps such files elsewhere has a link here, which is to stay. */
function realOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

/** What somebody may have meant, the likeliest first. */
function candidatesOf(written: readonly string[]): unknown[] {
  const text = written.join(" ");
  const yesOrNo = { true: true, yes: true, on: true, false: false, no: false, off: false };
  const meant = Object.entries(yesOrNo).find(([word]) => word === text.toLowerCase());
  const isJson = /^(?:true|false|\d{1,15}|\[.*\])$/s.test(text);
  return [...(isJson ? jsonIn(text) : []), text, ...(meant === undefined ? [] : [meant[1]]), [...written]];
}

function jsonIn(text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
}

/** What has the form of a value, and is none all the same. */
function refuse(key: ConfigName, value: unknown): void {
  if (typeof value !== "string") return;
  if (key === "profile" && !isProfile(value)) throw new Failure(EXIT.usage, cliWords().shell.profile);
  const nick = key === "nick" ? readNickname(value) : value;
  const read = key === "url" ? readLink(value) : isRefusal(nick) ? refusedHere(nick) : undefined;
  if (read !== undefined && isProblem(read)) {
    const told = { written: shown(value), why: sayProblem(read) };
    throw new Failure(EXIT.usage, cliWords().shell.badAddress(told));
  }
}
