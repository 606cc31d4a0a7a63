import { fileUrl } from "../../core/http/file-http.ts";
import type { ClientSettings } from "../shell/settings.ts";
import { takesLinks } from "../text/hyperlink.ts";
import { stylesFor } from "../text/styles.ts";
import { clockface } from "../text/time.ts";
import { View, type ViewOptions } from "./view.ts";

/** A view as its person wants it. */
export function viewOf(settings: ClientSettings, you: ViewOptions["you"]): View {
  const { colorDepth, time, highlight, env, address } = settings;
  return new View({
    files: {
      addressOf: (file) => fileUrl(address, file),
      isLinked: process.stdout.isTTY && takesLinks(env),
    },
    styles: stylesFor(colorDepth),
    clockface: clockface({ format: time }),
    now: Date.now,
    highlight,
    you,
  });
}
