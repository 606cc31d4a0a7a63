import * as english from "../../client/cli/words/english/spoken.ts";
import { speakAtTerminal } from "../../client/cli/words/words.ts";
import * as first from "../../client/web/words/english-first.ts";
import * as late from "../../client/web/words/english-late.ts";
import { speakPage } from "../../client/web/words/spoken.ts";

// As both clients do before they load anything that has something to say.

speakAtTerminal(english);
speakPage(first);
speakPage(late);
