/** The rows that begin or end below an edge, in pixels of the window: the first that does, and those near it. Blocks that are out of sight are not looked into, which would lay them out. */
export function rowsBelow(box: Element, edge: number): HTMLElement[] {
  const isBelow = (each: Element) => each.getBoundingClientRect().bottom > edge;
  const blocks = [...box.querySelectorAll(".block")];
  const at = blocks.findIndex(isBelow);
  if (at < 0) return [];
  const near = blocks.slice(at, at + 2);
  return near.flatMap((block) => [...block.querySelectorAll<HTMLElement>(".row")]).filter(isBelow);
}
