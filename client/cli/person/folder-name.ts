/** What Windows takes for devices, whatever stands behind a dot. No disk of it has a file that is called so. */
export const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])(?=\s*(?:\.|$))/i;
/** What Windows has in no name, or leaves away at its end. */
const FORBIDDEN = /[<>:"/\\|?*]|[. ]$/g;

/** The folder of something on this machine's disk: a room may be called `con`. Two names are never one folder. */
export function folderName(name: string, platform: NodeJS.Platform = process.platform): string {
  if (platform !== "win32") return name;
  // No room and no profile has one of these signs in its name, and an origin has its own as `%25`.
  return name.replace(DEVICE, "$&~").replace(FORBIDDEN, (sign) => `%${hex(sign)}`);
}

function hex(sign: string): string {
  return sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");
}
