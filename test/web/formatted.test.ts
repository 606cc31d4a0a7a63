import fc from "fast-check";
import { expect, test } from "vitest";
import { formatted, type Shape } from "../../client/web/text/formatted.ts";
import { cut } from "../../client/web/text/pieces.ts";

const NAMES = { you: "ana", others: new Set(["bob", "ana"]) };

const shapesOf = (text: string) => formatted(cut(text, NAMES));

/** Shapes in short: `strong(…)`, `link(…)`, texts as they are. */
function short(shapes: readonly Shape[]): string {
  return shapes
    .map((shape) => {
      if (shape.kind === "mark") return "";
      if (shape.kind === "text") return shape.text;
      return `${shape.kind}(${"pieces" in shape ? short(shape.pieces) : shape.text})`;
    })
    .join("");
}

/** What was written. */
function written(shapes: readonly Shape[]): string {
  return shapes
    .map((shape) => {
      if ("pieces" in shape) return written(shape.pieces);
      return "source" in shape ? shape.source : shape.text;
    })
    .join("");
}

test.each<[text: string, shown: string]>([
  ["*yes*", "strong(yes)"],
  ["_yes_", "em(yes)"],
  ["~no~", "s(no)"],
  ["so *this one*, then", "so strong(this one), then"],
  ["(*this*) \"_that_\" 'x'", "(strong(this)) \"em(that)\" 'x'"],
  ["*_both_* and _*both*_", "strong(em(both)) and em(strong(both))"],
  ["*a _b* c_", "strong(a _b) c_"],
  ["*one* *two*", "strong(one) strong(two)"],
  ["5 *a *b*", "5 *a strong(b)"],
  ["*a* b*", "strong(a) b*"],
  ["*a\nb*", "*a\nb*"],
  ["*a*\n_b_", "strong(a)\nem(b)"],
  ["*don't!* Really?", "strong(don't!) Really?"],
  ["*well*-known", "strong(well)-known"],
  // Nothing within words, and nothing that is arithmetic, a name of a file or a face.
  ["snake_case_name and _snake_case_", "snake_case_name and em(snake_case)"],
  ["2*3*4 and 2 * 3 * 4", "2*3*4 and 2 * 3 * 4"],
  ["rm *.o foo/*.c and src/*/x", "rm *.o foo/*.c and src/*/x"],
  ["**twice** and __init__ and ~~no~~", "**twice** and __init__ and ~~no~~"],
  ["^_^ and ^_^, >_< and >_<, -_- -_-", "^_^ and ^_^, >_< and >_<, -_- -_-"],
  ["¯\\_(ツ)_/¯", "¯\\_(ツ)_/¯"],
  ["*_* and *_*, ~_~", "*_* and *_*, ~_~"],
  ["*** --- ___ * _ ~", "*** --- ___ * _ ~"],
  ["~5 or ~6", "~5 or ~6"],
  ["*️⃣ and *️⃣", "*️⃣ and *️⃣"],
  // All scripts.
  ["*ура* и _да_", "strong(ура) и em(да)"],
  ["имя_с_чертой", "имя_с_чертой"],
  ["这是*重点*吗？", "这是strong(重点)吗？"],
  ["「*強調*」と_斜体_。", "「strong(強調)」とem(斜体)。"],
  ["*강조*는", "strong(강조)는"],
  ["ก็*สำคัญ*มาก", "ก็strong(สำคัญ)มาก"],
  ["*مهم* جدا، _نعم_؟", "strong(مهم) جدا، em(نعم)؟"],
  ["¿*qué*? ¡_sí_!", "¿strong(qué)? ¡em(sí)!"],
  ["_é_ and _e\u0301_", "em(é) and em(é)"],
  ["*🎉*", "strong(🎉)"],
  // What stands within is what it is elsewhere.
  ["*see https://a.example/b_c_d*", "strong(see link(https://a.example/b_c_d))"],
  ["https://a.example/*x*/_y_z", "link(https://a.example/*x*/_y_z)"],
  ["*@bob* and _ana_", "strong(mention(@bob)) and em(mention(ana))"],
  ["*`x`* and `*x*`", "strong(code(x)) and code(*x*)"],
  ["```js\n*x*\n> y\n```", "fence(*x*\n> y)"],
  // Quotations.
  ["> one\n> *two*\nthree", "quote(one\nstrong(two)\n)three"],
  ["a\n> b\n>\n> c", "a\nquote(b\n\nc)"],
  ["> `x` and www.a.example", "quote(code(x) and link(www.a.example))"],
  ["> > twice", "quote(> twice)"],
  [">_< and\n>:( and 2 > 1", ">_< and\n>:( and 2 > 1"],
  [">", ">"],
  // Lists stay as they were typed.
  ["* one\n* two *three*\n 7. seven\n- x", "* one\n* two strong(three)\n 7. seven\n- x"],
])("%j is shown as %s", (text, shown) => {
  expect(short(shapesOf(text))).toBe(shown);
  expect(written(shapesOf(text))).toBe(text.normalize());
});

test.each([
  ["```ts\nlet a;\n```", "ts"],
  ["~~~c++\nx\n~~~", "c++"],
  ["so ```js\nx``` and", "js"],
  ["```\nx\n```", undefined],
  ["```let a = 1```", undefined],
])("the language of %j is %s", (text, language) => {
  expect(shapesOf(text).find(({ kind }) => kind === "fence")).toMatchObject({ language });
});

const MARKUP = fc.constantFrom(
  ..."*_~`> \n.,:;!?()[]/\\@\"'-",
  "ana",
  "é",
  "字",
  "한",
  "ก",
  "🎉",
  "\u200d",
  "https://a.b/",
  "```",
);

test("whatever is written is shown, with nothing lost but marks", () => {
  const texts = fc.oneof(
    fc.array(MARKUP, { maxLength: 60 }).map((all) => all.join("")),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(written(shapesOf(text)).normalize()).toBe(text.normalize());
    }),
    { numRuns: 500 },
  );
});

test.each(["*", "_", "~", "*a ", " *a", "*a_b~", "*_~", "> ", ">\n", "*a*", "_a* ", "*字", "(*", "*\u0301"])(
  "64,000 characters of %j take time that goes by their number",
  (piece) => {
    // A quadratic one would take minutes.
    const text = piece.repeat(64_000 / piece.length);
    expect(written(shapesOf(text)).normalize()).toBe(text.normalize());
  },
);
