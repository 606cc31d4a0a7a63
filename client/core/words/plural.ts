/** The forms that a word takes with a number: `other` where a language has no form of its own for it. */
type PluralForms = { readonly other: string } & { readonly [Rule in Intl.LDMLPluralRule]?: string };

/** Chooses among the forms of one language. Its rules are read when the first number is told: no start waits for them. */
export function pluralOf(language: string): (count: number, forms: PluralForms) => string {
  let rules: Intl.PluralRules | undefined;
  return (count, forms) => {
    rules ??= new Intl.PluralRules(language);
    return forms[rules.select(count)] ?? forms.other;
  };
}
