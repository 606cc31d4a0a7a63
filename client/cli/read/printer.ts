import type { DurableEvent } from "../../../src/protocol/event.ts";
import { output } from "../end/output.ts";
import type { ClientSettings } from "../shell/settings.ts";
import { jsonLine } from "../text/json-line.ts";
import { layOut } from "../view/lay-out.ts";
import { viewOf } from "../view/view-of.ts";

/** Writes messages to standard output: a line for a person, or an object for a program. */
export function printer(settings: ClientSettings, json: boolean): (event: DurableEvent) => void {
  if (json) return (event) => output.write(jsonLine(event));
  const view = viewOf(settings, () => undefined);
  return (event) => {
    const { lines } = view.seen({ ...event, own: false, replayed: true });
    output.write(layOut(lines, process.stdout));
  };
}
