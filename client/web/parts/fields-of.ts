/** What is written in the fields of a form that was submitted, by their names; the page stays. */
export function fieldsOf(event: SubmitEvent): Record<string, string> {
  event.preventDefault();
  if (!(event.target instanceof HTMLFormElement)) return {};
  const fields = [...new FormData(event.target)];
  return Object.fromEntries(fields.map(([name, value]) => [name, String(value).trim()]));
}
