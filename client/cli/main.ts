import { languageHere } from "./words/language-here.ts";
import { CLI_LANGUAGES } from "./words/languages.ts";
import { speakAtTerminal } from "./words/words.ts";

// What is spoken is chosen before all else: most modules have something to say.

const args = process.argv.slice(2);
const language = languageHere({ args, env: process.env, platform: process.platform });

void CLI_LANGUAGES[language]()
  // Whoever has taken this file alone with them has English.
  .catch(() => CLI_LANGUAGES.en())
  .then(speakAtTerminal)
  .then(() => import("./program.ts"))
  .then(({ runAndExit }) => runAndExit(args));
