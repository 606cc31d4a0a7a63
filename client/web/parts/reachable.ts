/** What can be scrolled is a stop of the Tab key, for a keyboard scrolls it only then; what can't, is none. */
const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = target;
    target.toggleAttribute("tabindex", scrollWidth > clientWidth || scrollHeight > clientHeight);
    if (target.hasAttribute("tabindex")) target.setAttribute("tabindex", "0");
  }
});

/** A `ref` for what may have to be scrolled. */
export function reachable(element: HTMLElement | null): void {
  if (element) sizes.observe(element);
}
