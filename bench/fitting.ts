import { readFileSync } from "node:fs";
import type { Scenario } from "./scenarios.ts";

/** Files that a server and its databases open besides its sockets. */
const OTHER_FILES = 300;
/** workerd opens two files per socket. */
const FILES_PER_SOCKET = 2;

/** The scenario with as many members as this machine lets a process have sockets. */
export function fitting(scenario: Scenario): Scenario {
  const limit = /^Max open files\s+\d+\s+(\d+)/m.exec(readFileSync("/proc/self/limits", "utf8"));
  const sockets = limit ? (Number(limit[1]) - OTHER_FILES) / FILES_PER_SOCKET : scenario.members;
  const perRoom = Math.floor(Math.min(scenario.members, sockets) / scenario.rooms);
  return { ...scenario, members: perRoom * scenario.rooms };
}
