import { MANY_ROOMS } from "../../scripts/box/server.ts";
import { startLocalServer } from "../../scripts/local-server.ts";

const [port, data = "", more = "{}"] = process.argv.slice(2);

/** Days on which everything may be written. */
const ANY_DAY = { ROOM_MESSAGES_PER_DAY: "1000000000", ADDRESS_MESSAGES_PER_DAY: "1000000000" };

/** papo as `npm start` runs it, but for flood control and the bounds of a day: the bench is a flood. */
const server = await startLocalServer({
  host: "127.0.0.1",
  port: Number(port),
  data,
  vars: {
    ...MANY_ROOMS,
    ...ANY_DAY,
    MESSAGE_BURST: "100000",
    MESSAGES_PER_SECOND: "100000",
    FILES_BYTES: "100000000000",
    ...JSON.parse(more),
  },
});
process.once("SIGTERM", async () => {
  await server.stop();
  process.exit();
});
