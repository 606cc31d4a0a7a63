/** What TypeScript does not know of Trusted Types: what a policy makes passes for a string. */
interface TrustedTypes {
  createPolicy(
    name: "papo",
    rules: { createScriptURL(): string },
  ): { createScriptURL(input: string): string };
}

declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypes;
  }
}

const WORKER = "/sw.js";

/** Has the browser keep the page, where it can. To be called once: the page's policy allows for one maker of addresses of scripts, and that knows one. */
export async function registerWorker(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const policy = window.trustedTypes?.createPolicy("papo", { createScriptURL: () => WORKER });
  try {
    await navigator.serviceWorker.register(policy?.createScriptURL(WORKER) ?? WORKER);
  } catch {
    // Private windows, or the network is gone.
  }
}
