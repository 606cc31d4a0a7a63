import type { RoomReport } from "../room/report.ts";
import { hasNews, reportOf, reportsDue } from "../room/rules/report.ts";
import type { Room } from "../room/state/room.ts";

/** Tells the registry how a room stands: now and then, and never for each message. */
export class Reporter {
  readonly #tell: (report: RoomReport) => void;
  /** How often the rows of the day have come to what is to be reported, as the registry knows. */
  #reported: number;

  constructor(room: Room, tell: (report: RoomReport) => void) {
    this.#tell = tell;
    this.#reported = reportsDue(room);
  }

  report(room: Room): void {
    this.#reported = reportsDue(room);
    const report = reportOf(room);
    if (report) this.#tell(report);
  }

  /** Reports where enough has been written since: now, or by a look at the disk, before which all is stored. */
  reportRows(room: Room): void {
    if (reportsDue(room) !== this.#reported) this.report(room);
  }

  /** Reports at an alarm, if there is anything new. */
  reportNews(room: Room): void {
    if (hasNews(room)) this.report(room);
  }
}
