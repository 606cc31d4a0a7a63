import { sharedEnglish as shared } from "../../core/words/english.ts";
import { addressEnglish as addresses } from "../../core/words/english-addresses.ts";
import { speakWords } from "../../core/words/spoken.ts";

// Comes first wherever the library begins. Programs go by codes; who reads their logs reads English.

speakWords({ shared, addresses });
