import { heedPage } from "./heed-page.ts";
import { heedNews } from "./worker-herald.ts";

declare const self: ServiceWorkerGlobalScope;

heedPage(self);
heedNews(self);
