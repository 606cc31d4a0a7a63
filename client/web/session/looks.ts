import { browserShelf } from "./shelf.ts";

/** What somebody may choose; `system`: as everything else on their screen. */
export const THEMES = ["system", "light", "dark"] as const;

/** How the page looks in this browser. */
export interface Looks {
  theme: (typeof THEMES)[number];
  /** More in one sight, with less air. */
  isCompact: boolean;
}

/** As it was chosen here once, in whichever tab. */
export function keptLooks(): Looks {
  const kept = browserShelf.get("theme");
  const theme = THEMES.find((each) => each === kept) ?? "system";
  return { theme, isCompact: browserShelf.get("compact") !== undefined };
}

/** As the page looks now: a choice holds as long as the page where nothing can be kept. */
export function looksNow(): Looks {
  const { theme, compact } = document.documentElement.dataset;
  return { theme: THEMES.find((each) => each === theme) ?? "system", isCompact: compact !== undefined };
}

export function chooseLooks(looks: Looks): void {
  browserShelf.set("theme", looks.theme === "system" ? undefined : looks.theme);
  browserShelf.set("compact", looks.isCompact ? "yes" : undefined);
  show(looks);
}

/** Has the page look as it was chosen; so does what the browser has around it. */
export function show({ theme, isCompact }: Looks): void {
  const { documentElement: root } = document;
  root.dataset.theme = theme;
  root.toggleAttribute("data-compact", isCompact);
  for (const meta of document.querySelectorAll<HTMLMetaElement>("meta[data-scheme]")) {
    const { scheme } = meta.dataset;
    const chosen = theme === scheme ? "all" : "none";
    meta.media = theme === "system" ? `(prefers-color-scheme: ${scheme})` : chosen;
  }
}
