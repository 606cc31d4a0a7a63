import { heedPage } from "./heed-page.ts";

declare const self: ServiceWorkerGlobalScope;

heedPage(self);
