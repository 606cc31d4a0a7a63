import type { ComponentChildren } from "preact";

/** A page with one card on it. */
export function Gate({ children }: { children: ComponentChildren }) {
  return (
    <main class="gate">
      <div class="card">
        <a href="/" class="logo">
          <img src="/icon.svg" alt="" width="32" height="32" />
          papo
        </a>
        {children}
      </div>
    </main>
  );
}
