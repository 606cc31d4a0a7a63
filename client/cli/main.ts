import { languageHere } from "./words/language-here.ts";
import { CLI_LANGUAGES } from "./words/languages.ts";
import { speakAtTerminal } from "./words/words.ts";

// What is spoken is chosen before all else: most modules have something to say.

const args = process.argv.slice(2);

void CLI_LANGUAGES[languageHere({ args, env: process.env, platform: process.platform })]()
  .then(speakAtTerminal)
  .then(() => import("./program.ts"))
  .then(({ runAndExit }) => runAndExit(args));
