import { SUBPROTOCOL } from "../../../src/protocol/limits.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { nodeSocket } from "../net/socket.ts";
import { cliWords } from "../words/words.ts";
import type { Finding } from "./finding.ts";
import { inTime } from "./in-time.ts";
import type { Patient } from "./patient.ts";

/** Opens a room's WebSocket, says nothing, and closes it: so nobody joins. Plain HTTP has worked before. */
export async function openSocket(patient: Patient): Promise<Finding> {
  const { address } = patient;
  const { doctor } = cliWords();
  const start = performance.now();
  const socket = nodeSocket(address, patient);
  const opened = new Promise<Finding>((resolve) => {
    const connection = socket.connect((event) => {
      if (event.type === "open") {
        connection.close();
        const ms = Math.round(performance.now() - start);
        resolve({ step: "webSocket", state: "ok", says: doctor.opened({ protocol: SUBPROTOCOL, ms }) });
      } else if (event.type === "closed") {
        const { refusal } = event;
        const isPapo = refusal !== undefined && refusal.problem !== "upgrade_required";
        const says = isPapo ? sayProblem(refusal) : doctor.swallowed(new URL(address.origin).host);
        resolve({ step: "webSocket", state: "failed", says, ...(isPapo && { isRefused: true as const }) });
      }
    });
  });
  const says = doctor.swallowed(new URL(address.origin).host);
  return (await inTime(opened)) ?? { step: "webSocket", state: "failed", says };
}
