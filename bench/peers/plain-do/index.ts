import { startNodeScript } from "../node-script.ts";
import type { Peer } from "../peer.ts";
import { withTemporaryDirectory } from "../temporary.ts";

const start = (exportName: string) =>
  withTemporaryDirectory((directory) =>
    startNodeScript("plain-do/server.ts", { args: [exportName, directory], counted: "workerd" }),
  );

export const plainDo: Peer = {
  name: "plain-do",
  summary: "plain Durable Object",
  dialect: "plain",
  start: () => start("Room"),
};

export const plainDoStoring: Peer = {
  name: "plain-do-storing",
  summary: "plain Durable Object that stores",
  dialect: "plain",
  scenarios: ["quiet", "lively"],
  start: () => start("StoringRoom"),
};
