import type { RoomEvent, RoomEventOf } from "./types/event.ts";

type Hear = (event: RoomEvent) => unknown;

/** Who listens to some events. Nothing that one does harms another. */
export class Hearers {
  readonly #report: (error: unknown) => void;
  readonly #hearers = new Set<Hear>();

  /** `report` is told what a listener has thrown. */
  constructor(report: (error: unknown) => void) {
    this.#report = report;
  }

  get isEmpty(): boolean {
    return this.#hearers.size === 0;
  }

  add<Type extends RoomEvent["type"]>(
    type: Type,
    listener: (event: RoomEventOf<Type>) => unknown,
  ): () => void {
    const is = (event: RoomEvent): event is RoomEventOf<Type> => event.type === type;
    const hear: Hear = (event) => (is(event) ? listener(event) : undefined);
    this.#hearers.add(hear);
    return () => this.#hearers.delete(hear);
  }

  tell(event: RoomEvent): void {
    for (const hear of [...this.#hearers]) {
      try {
        // One that is asynchronous may fail later.
        Promise.resolve(hear(event)).catch(this.#report);
      } catch (error) {
        this.#report(error);
      }
    }
  }
}
