/** A string from elsewhere in one line. Who shows it makes it safe. */
export function unbroken(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+/g, " ");
}
