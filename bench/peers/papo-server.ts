import { MANY_ROOMS } from "../../scripts/box/server.ts";
import { startLocalServer } from "../../scripts/local-server.ts";

const [port, data = ""] = process.argv.slice(2);

/** papo as `npm start` runs it, but for flood control: the bench is one. */
const server = await startLocalServer({
  host: "127.0.0.1",
  port: Number(port),
  data,
  vars: { ...MANY_ROOMS, MESSAGE_BURST: "100000", MESSAGES_PER_SECOND: "100000" },
});
process.once("SIGTERM", async () => {
  await server.stop();
  process.exit();
});
