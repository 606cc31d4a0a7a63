import { withdrawRequest } from "../../core/http/file-http.ts";
import { passes } from "../session/passes.ts";
import type { RoomSession } from "../session/room-session.ts";
import { apiUrlOf } from "./api-url.ts";
import type { Attached } from "./attached.ts";

/** Takes back what has gone up and will not be said. What fails goes by itself within the hour. */
export function withdraw(
  { room, token }: Pick<RoomSession, "room" | "token">,
  files: readonly Attached[],
): void {
  for (const { there } of files) {
    if (!there) continue;
    const keys = { token, pass: passes.for(room) };
    const { url, headers } = withdrawRequest({ apiUrl: apiUrlOf(room) }, there.id, keys);
    fetch(url, { method: "DELETE", headers, keepalive: true }).catch(() => {});
  }
}
