import { count, percent } from "../report/format.ts";
import type { Measured, Minute } from "./measure.ts";
import { dayOf, hourly, sharesOf } from "./reckon.ts";

const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

/** What was measured, by the hour, and what of the free plan's day that comes to. */
export function abuseTables(all: readonly Measured[]): string {
  return [
    line([
      "an hour of it",
      "rooms made",
      "messages, edits",
      "rows written",
      "object requests",
      "of the registry",
      "GB-s",
    ]),
    line(["---", ...Array<string>(6).fill("---:")]),
    ...all.flatMap(({ setup, minutes }) =>
      minutes.flatMap((minute, index) =>
        index === 0 || index === minutes.length - 1 ? [hourLine(label(setup.name, index), minute)] : [],
      ),
    ),
    "",
    line([
      "a day of it",
      "rows, of 100,000",
      "object requests, of 100,000",
      "GB-s, of 13,000",
      "the free plan",
    ]),
    line(["---", ...Array<string>(3).fill("---:"), "---"]),
    ...all.map(dayLine),
  ].join("\n");
}

function label(name: string, index: number): string {
  return index === 0 ? name : `${name}, minute ${index + 1}`;
}

function hourLine(name: string, minute: Minute): string {
  const { rooms, events, rows, objects, registry, awake } = hourly(minute);
  return line([name, ...[rooms, events, rows, objects + registry, registry, awake * 0.128].map(count)]);
}

function dayLine(measured: Measured): string {
  const day = dayOf(measured);
  const shares = Object.values(sharesOf(day));
  const most = Math.max(...shares);
  const verdict = most < 1 ? "survives" : `used up after ${lasting(24 / most)}`;
  const cells = [day.rows, day.objects, day.duration].map(
    (value, index) => `${count(value)} (${percent(shares[index] ?? 0)})`,
  );
  return line([measured.setup.name, ...cells, verdict]);
}

function lasting(hours: number): string {
  return hours >= 1 ? `${hours.toFixed(1)} h` : `${Math.round(hours * 60)} min`;
}

/** One line about a run that has just ended. */
export function abuseProgress({ minutes, rows, knownRows }: Measured): string {
  const each = minutes.map((minute) => `${count(minute.rows)} rows, ${count(minute.objects)} requests`);
  return `${each.join("; ")}; the registry knows of ${count(knownRows)} of ${count(rows)} rows`;
}
