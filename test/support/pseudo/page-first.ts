import * as english from "../../../client/web/words/english-first.ts";
import type { FirstWords } from "../../../client/web/words/spoken.ts";
import { pseudo } from "./pseudo.ts";

export const { shared, page }: FirstWords = pseudo({ ...english });
