import type { Dialect } from "../dialect.ts";
import { irc } from "./irc.ts";
import { lines } from "./lines.ts";
import { papo } from "./papo.ts";
import { plain } from "./plain.ts";
import { socketIo } from "./socket-io.ts";

export const dialects = { papo, plain, "socket-io": socketIo, irc, lines } satisfies Record<string, Dialect>;

export type DialectName = keyof typeof dialects;
