import { inspircd } from "./inspircd.ts";
import { ngircd } from "./ngircd.ts";
import { startNodeScript } from "./node-script.ts";
import { papo } from "./papo.ts";
import type { Peer } from "./peer.ts";
import { plainDo, plainDoStoring } from "./plain-do/index.ts";
import { threads } from "./threads.ts";

const ws: Peer = {
  name: "ws",
  summary: "Node with ws",
  dialect: "plain",
  start: () => startNodeScript("ws-server.ts"),
};

const socketIo: Peer = {
  name: "socket.io",
  summary: "Node with Socket.IO",
  dialect: "socket-io",
  start: () => startNodeScript("socket-io-server.ts"),
};

export const peers: Peer[] = [papo, plainDo, plainDoStoring, ws, socketIo, ngircd, inspircd, threads];
