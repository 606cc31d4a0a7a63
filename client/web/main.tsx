import { openPage } from "./page.tsx";

openPage({
  late: () => import("./late-parts.ts"),
  door: () => import("./door-part.ts"),
  home: () => import("./home-part.ts"),
});
