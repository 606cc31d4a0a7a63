/** Why the operating system would not do something, as the end of a sentence: nothing but these words is ever shown. */
const WORDS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOENT: "there is no such file",
  ENOTDIR: "what should be a folder is a file",
  EEXIST: "what should be a folder is a file",
  EISDIR: "it is a folder",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file may not grow so large",
  EROFS: "the disk can only be read",
  EIO: "the device has failed",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
  ELOOP: "its links go in a circle",
  ENAMETOOLONG: "its name is too long",
  EBADF: "it is closed",
  EPIPE: "nobody reads it",
};

/** Words for an error of the operating system. */
export function systemTrouble(error: unknown): string {
  const code = codeOf(error);
  return code === undefined ? "unknown error" : (WORDS[code] ?? `error ${code}`);
}

/** The code of an error (`ENOENT`), where it is one; never a text. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" && /^[A-Z][A-Z0-9_]{0,63}$/.test(code) ? code : undefined;
}
