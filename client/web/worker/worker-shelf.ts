import { answered, BrowserRows } from "../session/browser-rows.ts";

/** What the worker keeps by names, for its lives are short. Where the browser keeps nothing, it knows nothing. */
export class WorkerShelf {
  readonly #rows = new BrowserRows("papo-told");

  async get(name: string): Promise<unknown> {
    let value: unknown;
    await this.#rows.within("readonly", async (rows) => {
      value = (await answered(rows.get(name)))?.value;
    });
    return value;
  }

  set(name: string, value: unknown): Promise<void> {
    return this.#rows.within("readwrite", async (rows) => {
      rows.put({ key: name, value });
    });
  }
}
