import { chosen } from "../../core/words/spoken.ts";
import { pageSpoken } from "./spoken.ts";

export type { PageCatalogue } from "./spoken.ts";

/** What the page says by itself; what all clients say is in core's words. */
export const pageWords = chosen(pageSpoken.page);
