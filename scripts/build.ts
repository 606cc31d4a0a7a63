import { buildAll } from "./bundles.ts";

const { written } = await buildAll();
if (!process.argv.includes("--quiet")) for (const line of written) console.log(line);
