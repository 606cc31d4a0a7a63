/** Strings that outlive the page. Where storage is switched off or full, nothing is remembered and nothing breaks. */
export interface Shelf {
  get(key: string): string | undefined;
  /** Undefined takes it away. */
  set(key: string, value: string | undefined): void;
}

function shelf(storage: () => Storage): Shelf {
  return {
    get(key) {
      try {
        return storage().getItem(PREFIX + key) ?? undefined;
      } catch {
        return undefined;
      }
    },
    set(key, value) {
      try {
        if (value === undefined) storage().removeItem(PREFIX + key);
        else storage().setItem(PREFIX + key, value);
      } catch {
        // Then it lasts as long as the page.
      }
    },
  };
}

export const PREFIX = "papo:";

/** Shared by all tabs, for good. */
export const browserShelf = shelf(() => localStorage);
/** This tab's own; survives a reload. */
export const tabShelf = shelf(() => sessionStorage);
