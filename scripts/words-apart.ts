import type { Plugin } from "esbuild";

const ENGLISH = "english";

/**
 * Leaves the sentences of every language but English out of a bundle: each has a
 * file of its own beside it, for Node reads all of a file before it runs any of
 * it. `found` gets the names of the languages.
 */
export function wordsApart(found: Set<string>): Plugin {
  return {
    name: "words-apart",
    setup({ onResolve }) {
      onResolve({ filter: /^\.\/\w+\/spoken\.ts$/ }, ({ path }) => {
        const [, language = ENGLISH] = path.split("/");
        if (language === ENGLISH) return undefined;
        found.add(language);
        return { path: `./${wordsFile(language)}`, external: true };
      });
    },
  };
}

/** The file with the sentences of a language. */
export function wordsFile(language: string): string {
  return `papo-${language}.js`;
}
