import { MANY_ROOMS } from "../../../../scripts/box/server.ts";
import { startLocalServer } from "../../../../scripts/local-server.ts";

/** A server in a process of its own, so that it can be killed: `serve.ts PORT DATA VARS-AS-JSON`. */
const [port = "0", data = "", vars = "{}"] = process.argv.slice(2);
const { url, stop } = await startLocalServer({
  host: "127.0.0.1",
  port: Number(port),
  data,
  vars: { ...MANY_ROOMS, ...JSON.parse(vars) },
});
process.stdout.write(`${url.origin}\n`);
// Its standard input ends with the tests, however they end.
process.stdin.resume().on("end", () => void stop().then(() => process.exit(0)));
