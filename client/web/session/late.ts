/** A part of the page that is not needed to begin with. */
export class Late<Part> {
  /** `missing`: the network is gone, or the server has another version of the page by now. */
  part: Part | "coming" | "missing" = "coming";
  readonly #fetch: () => Promise<Part>;
  #loading: Promise<Part | undefined> | undefined;

  constructor(fetch: () => Promise<Part>) {
    this.#fetch = fetch;
  }

  /** Fetches it, the first time or after that has failed; undefined if it can't be had. */
  load(): Promise<Part | undefined> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<Part | undefined> {
    try {
      const part = await this.#fetch();
      this.part = part;
      return part;
    } catch {
      this.part = "missing";
      this.#loading = undefined;
      return undefined;
    }
  }
}
