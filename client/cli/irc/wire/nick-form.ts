/** What IRC parts words, masks and channels by, in a nickname; and what no line can carry. */
const UNFIT = /[\s\p{Cc}!@:,*?#&~%+.$[\]]/gu;
const WRITTEN = /\[([\da-f]{0,6})\]/g;
const LAST_CODE_POINT = 0x10_ff_ff;

/** A nickname as IRC can carry it: what it can't stands as a number in brackets, which no nickname of papo's has. */
export function ircNick(nick: string): string {
  return ircWord(nick).replace(/^[\d-]/, written);
}

/** The same for a word that is none: what stands in a mask. */
export function ircWord(word: string): string {
  return word === "" ? "[]" : word.replace(UNFIT, written);
}

/** A person, as a list of bans has them. */
export function banMask({ nick, uid }: { readonly nick: string; readonly uid: string }): string {
  return `${ircNick(nick)}!${ircWord(uid)}@*`;
}

function written(letter: string): string {
  return `[${letter.codePointAt(0)?.toString(16)}]`;
}

/** The nickname that is meant by one of IRC. */
export function papoNick(shown: string): string {
  return shown.replace(WRITTEN, (whole, hex: string) => {
    if (hex === "") return "";
    const code = Number.parseInt(hex, 16);
    return code > LAST_CODE_POINT ? whole : String.fromCodePoint(code);
  });
}
