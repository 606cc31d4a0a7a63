import { openPage } from "./page.tsx";

openPage({
  late: () => import("./late-parts.ts"),
  gate: () => import("./gate-part.ts"),
});
