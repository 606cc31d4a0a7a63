/** What `Intl` takes of a tag. A browser may have `en-US@posix`, and what was kept here may be anything; the page would stay empty. */
export const localeOf = (tag: string) => /^[a-z]+(-[a-z]{2}\b|-\d{3}\b)?/i.exec(tag)?.[0];
