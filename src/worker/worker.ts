import { env } from "cloudflare:workers";
import { log } from "../object/log.ts";
import { readSettings, type Settings, SettingsError } from "../settings/settings.ts";
import { frontDoor } from "./front-door.ts";

export { FileStore } from "../object/files/file-store.ts";
export { RoomObject as Room } from "../object/room-object.ts";
export { Registry } from "../registry/registry.ts";

/** The settings, or what is wrong with them: logged at the start, and told by every answer until it is mended. */
function checkSettings(): Settings | SettingsError {
  try {
    return readSettings({ ...env });
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    log("error", { error });
    return error;
  }
}

export default frontDoor(checkSettings(), () => Date.now());
