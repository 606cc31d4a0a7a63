/** A row of the log, and how many of the events up to it are reactions. */
export interface Counted {
  readonly id: number;
  readonly reacted: number;
}

/**
 * Where events stand among those that are no reactions. Ids count all of them,
 * and history does not; so each row knows how many reactions there were up to
 * it. Old reactions may be gone from the log, other events only from its end:
 * whatever is missing between two rows is reactions.
 */
export class Places {
  readonly #rowUpTo: (id: number) => Counted | undefined;
  #newest: Counted = { id: 0, reacted: 0 };
  /** What is before all that the log has. */
  #base: Counted = { id: 0, reacted: 0 };

  /** `rowUpTo` finds the newest row up to an id. */
  constructor(rowUpTo: (id: number) => Counted | undefined) {
    this.#rowUpTo = rowUpTo;
  }

  /** Takes the log up as it stands. `base`: what is before its oldest row. */
  begin(newest: Counted, base: Counted): void {
    this.#newest = newest;
    this.#base = base;
  }

  /** Reactions so far. */
  get reacted(): number {
    return this.#newest.reacted;
  }

  /** The place of the newest event that is no reaction. */
  get last(): number {
    return placeIn(this.#newest);
  }

  /** The place of the newest one that is gone. */
  get removed(): number {
    return placeIn(this.#base);
  }

  append(id: number, isReaction: boolean): Counted {
    this.#newest = { id, reacted: this.reacted + (isReaction ? 1 : 0) };
    return this.#newest;
  }

  /** All up to an id is about to go. */
  remove(id: number): void {
    this.#base = { id, reacted: id - this.of(id) };
  }

  /** The place of the newest event up to an id that is no reaction. */
  of(id: number): number {
    if (this.reacted === this.#base.reacted) return id - this.reacted;
    return placeIn(this.#rowUpTo(id) ?? this.#base);
  }

  /** The id of the event at a place. Where there are reactions, it takes some twenty looks at a row. */
  idAt(place: number): number {
    let least = place + this.#base.reacted;
    let most = place + this.reacted;
    while (least < most) {
      const middle = Math.floor((least + most) / 2);
      if (this.of(middle) >= place) most = middle;
      else least = middle + 1;
    }
    return least;
  }
}

function placeIn({ id, reacted }: Counted): number {
  return id - reacted;
}
