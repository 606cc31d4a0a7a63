import type { Duplex } from "node:stream";
import { cliWords } from "../words/words.ts";
import { askHealth, tryDoor } from "./ask.ts";
import type { Finding } from "./finding.ts";
import { openSocket } from "./open.ts";
import type { Patient } from "./patient.ts";
import { findName, goThrough, reach } from "./reach.ts";
import { shakeHands } from "./secure.ts";

/** Goes the way to a room step by step, as far as it leads. */
export async function* examine(patient: Patient): AsyncGenerator<Finding> {
  const { doctor } = cliWords();
  const { address, proxy } = patient;
  const says = proxy ? doctor.proxied({ variable: proxy.variable, proxy: proxy.host }) : doctor.noProxy;
  yield { step: "proxy", state: "ok", says };

  const name = await findName(patient);
  yield name;
  if (name.state === "failed") return;

  const { socket, ...connection } = await reach(patient);
  yield connection;
  if (socket === undefined) return;

  const isSecure = address.origin.startsWith("https:");
  let way: Duplex | undefined = socket;
  if (proxy !== undefined) {
    socket.destroy();
    const { socket: through, ...tunnel } = await goThrough(patient);
    yield tunnel;
    way = through;
  }
  if (isSecure) {
    if (way === undefined) return;
    const tls = await shakeHands(patient, way);
    yield tls;
    if (tls.state === "failed") return;
  } else {
    way?.destroy();
    yield { step: "tls", state: "skipped", says: doctor.noTls };
  }

  const health = await askHealth(patient);
  yield* health;
  if (health.some(({ step, state }) => step === "http" && state === "failed")) return;

  const door = await tryDoor(patient);
  yield door;
  if (door.isRefused) yield { step: "webSocket", state: "skipped", says: doctor.notTried };
  else yield await openSocket(patient);
}
