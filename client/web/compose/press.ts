/** Whether a key sends what was written, which then breaks no line. While an input method composes, keys are its own. */
export function isEnter(event: KeyboardEvent): boolean {
  // Safari ends a composition before it tells of the key that ended it: 229.
  const sends = event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229;
  if (sends) event.preventDefault();
  return sends;
}
