/** The languages that papo speaks, as tags begin that name one. */
export const LANGUAGES = ["en", "pt"] as const;

export type Language = (typeof LANGUAGES)[number];

/** What a tag names, such as `pt-PT` or `pt_BR.UTF-8`, among some languages. */
export function languageOf<Among extends string>(
  tag: string,
  languages: readonly Among[],
): Among | undefined {
  const [code] = tag.toLowerCase().split(/[^a-z]/);
  return languages.find((each) => each === code);
}
