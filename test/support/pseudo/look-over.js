// Evaluated in the page by look-over.ts: what somebody sees and hears of it, and where that stands.

/** Attributes that are read aloud, or shown in time. */
const READ = ["title", "aria-label", "aria-description", "aria-valuetext", "placeholder", "alt"];
const REACHED = "a[href], button, input, select, textarea, summary";
const LETTER = /\p{L}/u;
/** Pixels by which nobody sees that something is off. */
const SLACK = 1.5;

const shows = (element) => element.checkVisibility({ visibilityProperty: true });
/** Only read aloud. */
const isUnseen = (element) => element.closest(".unseen") !== null;
const shortly = (element) => `${element.localName}.${element.className?.baseVal ?? element.className}`;

function textsIn(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    const { parentElement: parent } = node;
    const isOption = parent.closest("option") !== null && shows(parent.closest("select"));
    if (node.data.trim() !== "" && (isOption || shows(parent))) texts.push(node);
  }
  return texts;
}

/** What stands in no ⟦ ⟧: texts one after another, for a sentence may have parts with a look of their own. */
function unmarkedTexts(root, { isOthers, isKnown }) {
  const found = [];
  let depth = 0;
  let block;
  for (const node of textsIn(root)) {
    const { parentElement: parent } = node;
    let around = parent;
    while (/^inline$|^contents$/.test(getComputedStyle(around).display) && around !== root)
      around = around.parentElement;
    if (depth !== 0 && !block.contains(around)) {
      found.push(`${shortly(block)}: a sentence of which not all is there: ${block.textContent}`);
      depth = 0;
    }
    if (depth === 0) block = around;
    let rest = "";
    for (const character of node.data) {
      if (character === "⟦") depth++;
      else if (character === "⟧") depth--;
      else if (depth === 0) rest += character;
    }
    if (LETTER.test(rest) && !isOthers(parent) && !isKnown(rest.trim()))
      found.push(`${shortly(parent)}: ${node.data}`);
  }
  return found;
}

function unmarkedAttributes(root, { isOthers, isKnown }) {
  const found = [];
  for (const element of root.querySelectorAll("*")) {
    if (!shows(element)) continue;
    for (const name of READ) {
      const value = element.getAttribute(name) ?? "";
      if (LETTER.test(outside(value)) && !isOthers(element) && !isKnown(value))
        found.push(`${shortly(element)} ${name}: ${value}`);
    }
    for (const side of ["::before", "::after"]) {
      const { content } = getComputedStyle(element, side);
      if (LETTER.test(outside(content)) && !/^(none|normal|counter|url|attr)/.test(content))
        found.push(`${shortly(element)} ${side}: ${content}`);
    }
  }
  return found;
}

function outside(text) {
  let depth = 0;
  let rest = "";
  for (const character of text) {
    if (character === "⟦") depth++;
    else if (character === "⟧") depth--;
    else if (depth === 0) rest += character;
  }
  return rest;
}

/** Texts that go beyond what shows them. */
function cutOff(root, isOthers) {
  const found = new Set();
  for (const node of textsIn(root)) {
    const { parentElement: parent } = node;
    if (isUnseen(parent) || parent.closest("option") || isOthers(parent)) continue;
    const range = document.createRange();
    // Word by word: a blank at the end of a row is nobody's loss.
    for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      for (const rect of range.getClientRects()) {
        const why = beyond(rect, parent);
        if (why) found.add(`${why}: ${node.data}`);
      }
    }
  }
  for (const field of root.querySelectorAll("input[placeholder], select")) {
    if (!shows(field)) continue;
    const style = getComputedStyle(field);
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = style.font;
    const text = field.selectedOptions?.[0]?.text ?? field.placeholder;
    const room =
      field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    if (pen.measureText(text).width > room + SLACK && style.textOverflow !== "ellipsis")
      found.add(`${shortly(field)} is too narrow: ${text}`);
  }
  return [...found];
}

function beyond(rect, from) {
  let isSideways = false;
  let isDeep = false;
  for (let element = from; element !== null; element = element.parentElement) {
    const { overflowX, overflowY, textOverflow, webkitLineClamp, display, position } =
      getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const isWide = rect.left < box.left - SLACK || rect.right > box.right + SLACK;
    const isLong = rect.bottom > box.bottom + SLACK || rect.top < box.top - SLACK;
    if (textOverflow === "ellipsis" || webkitLineClamp !== "none") return undefined;
    const isBox = element === from && !/^inline$|^contents$/.test(display);
    if (isWide && !isSideways && isBox) return `${shortly(element)} is narrower than its text`;
    if (isWide && !isSideways && overflowX !== "visible") return `${shortly(element)} cuts to its width`;
    if (isLong && !isDeep && /hidden|clip/.test(overflowY)) return `${shortly(element)} cuts to its height`;
    if (/auto|scroll/.test(overflowX) && element.matches("pre, table")) isSideways = true;
    if (/auto|scroll/.test(overflowY)) isDeep = true;
    if (position === "fixed") break;
  }
  if (rect.left < -SLACK || rect.right > innerWidth + SLACK) return `${shortly(from)} is beyond the window`;
  return undefined;
}

/** What can be pressed, of which one lies over another. */
function overlapping(root, mayLie) {
  const shown = [...root.querySelectorAll(REACHED)].filter((element) => shows(element) && isOnTop(element));
  const found = [];
  for (const [index, one] of shown.entries()) {
    for (const other of shown.slice(index + 1)) {
      if (one.contains(other) || other.contains(one) || mayLie(one) || mayLie(other)) continue;
      const [a, b] = [seen(one), seen(other)];
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (width > SLACK && height > SLACK)
        found.push(`${shortly(one)} and ${shortly(other)}: ${one.textContent} / ${other.textContent}`);
    }
  }
  return found;
}

/** Whether a pointer in its middle meets it, and nothing over it. */
function isOnTop(element) {
  const { left, right, top, bottom } = seen(element);
  if (right - left < 2 || bottom - top < 2) return false;
  const met = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return (
    met !== null &&
    (element.contains(met) || met.contains(element) || met.closest("label")?.contains(element))
  );
}

/** What of its box is not scrolled away. */
function seen(element) {
  let { left, right, top, bottom } = element.getBoundingClientRect();
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    if (getComputedStyle(around).overflow === "visible") continue;
    const box = around.getBoundingClientRect();
    left = Math.max(left, box.left);
    right = Math.min(right, box.right);
    top = Math.max(top, box.top);
    bottom = Math.min(bottom, box.bottom);
  }
  return { left, right, top, bottom };
}

globalThis.lookOver = ({ others, known, over }) => {
  const isOthers = (element) => others !== "" && element.closest(others) !== null;
  const isKnown = (text) => new RegExp(known, "u").test(text);
  const { body, documentElement: html } = document;
  const shape = () => [
    ...cutOff(body, isOthers).map((each) => `cut: ${each}`),
    ...overlapping(body, (element) => over !== "" && element.closest(over) !== null).map(
      (each) => `over: ${each}`,
    ),
    ...(html.scrollWidth > innerWidth ? [`scrolls sideways: ${html.scrollWidth} px`] : []),
  ];
  const found = [
    ...unmarkedTexts(body, { isOthers, isKnown }).map((each) => `unmarked: ${each}`),
    ...unmarkedAttributes(body, { isOthers, isKnown }).map((each) => `unmarked: ${each}`),
    ...(LETTER.test(outside(document.title)) && !isKnown(document.title)
      ? [`unmarked title: ${document.title}`]
      : []),
    ...shape(),
  ];
  const { dir } = html;
  html.dir = "rtl";
  found.push(...shape().map((each) => `mirrored, ${each}`));
  html.dir = dir;
  return [...new Set(found)];
};
