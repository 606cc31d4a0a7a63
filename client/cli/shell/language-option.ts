const OPTION = "--lang";

export interface LanguageTaken {
  /** As it is written behind `--lang`, the last one; undefined where nothing is. */
  readonly language: string | undefined;
  /** Whether `--lang` stands at the very end, with nothing behind it. */
  readonly isCut: boolean;
  readonly rest: readonly string[];
}

/** Takes `--lang` out of arguments, wherever it stands: it counts for `--help`, and for what is wrong with the others. */
export function withoutLanguage(args: readonly string[]): LanguageTaken {
  const end = optionsEnd(args);
  const before = args.slice(0, end);
  const rest: string[] = [];
  let language: string | undefined;
  let isCut = false;
  for (let word = before.shift(); word !== undefined; word = before.shift()) {
    if (word === OPTION) {
      language = before.shift();
      isCut = language === undefined;
    } else if (word.startsWith(`${OPTION}=`)) language = word.slice(OPTION.length + 1);
    else rest.push(word);
  }
  return { language, isCut, rest: [...rest, ...args.slice(end)] };
}

/** Behind `--` no option stands. */
export function optionsEnd(args: readonly string[]): number {
  const end = args.indexOf("--");
  return end < 0 ? args.length : end;
}
