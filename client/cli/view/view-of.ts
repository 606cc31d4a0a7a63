import type { Settings } from "../settings.ts";
import { stylesFor } from "../styles.ts";
import { clockface } from "../time.ts";
import { View, type ViewOptions } from "./view.ts";

/** A view as its person wants it. */
export function viewOf({ colorDepth, time }: Settings, you: ViewOptions["you"]): View {
  return new View({
    styles: stylesFor(colorDepth),
    clockface: clockface({ format: time }),
    now: Date.now,
    you,
  });
}
