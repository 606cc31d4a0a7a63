import { openPage } from "./page.tsx";

openPage(() => import("./late-parts.ts"));
