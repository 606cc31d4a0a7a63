import type { ClientSettings } from "../shell/settings.ts";
import { stylesFor } from "../text/styles.ts";
import { clockface } from "../text/time.ts";
import { View, type ViewOptions } from "./view.ts";

/** A view as its person wants it. */
export function viewOf({ colorDepth, time, highlight }: ClientSettings, you: ViewOptions["you"]): View {
  return new View({
    styles: stylesFor(colorDepth),
    clockface: clockface({ format: time }),
    now: Date.now,
    highlight,
    you,
  });
}
