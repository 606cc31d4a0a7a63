/** Why the operating system would not do something: stands behind a colon. Nothing but these words is ever shown. */
const BECAUSE: Readonly<Record<string, string>> = {
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
  EADDRINUSE: "another program listens there",
  EADDRNOTAVAIL: "this machine has no such address",
};

/** Why bytes are no text, of a file or a line. */
const UNDECODABLE = {
  utf8: (what: string) => `${what} is not UTF-8.`,
  utf16: (what: string) => `${what} is not UTF-16, though it begins so.`,
  unmarked: (what: string) => `${what} is UTF-16 without a byte order mark, or no text; make it UTF-8.`,
  utf32: (what: string) => `${what} is UTF-32, or no text; make it UTF-8.`,
  nul: (what: string) => `${what} has a NUL (the control character U+0000), which is no text.`,
};

type UndecodableFor = keyof typeof UNDECODABLE;

/** `code` is the operating system's, such as `ENOENT`. */
interface FileTrouble {
  readonly file: string;
  readonly code: string | undefined;
}

/** Files, and standard output. */
export const system = {
  cannotRead: ({ file, code }: FileTrouble) => `Cannot read ${file}: ${because(code)}.`,
  cannotReadPrivate: ({ file, code }: FileTrouble) =>
    `Cannot read ${file}: ${because(code)}. XDG_STATE_HOME chooses another folder.`,
  cannotWritePrivate: ({ file, code }: FileTrouble) =>
    `Cannot write ${file}: ${because(code)}. XDG_STATE_HOME chooses another folder.`,
  cannotWrite: ({ file, code }: FileTrouble) => `Cannot write ${file}: ${because(code)}.`,
  cannotReadPassphrase: ({ file, code }: FileTrouble) =>
    `Cannot read the passphrase in ${file}: ${because(code)}.`,
  cannotWriteOutput: (code: string | undefined) =>
    `Cannot write to standard output: ${because(code)}. What has come out is not all.`,

  undecodableFile: ({ file, trouble }: { file: string; trouble: UndecodableFor }) =>
    UNDECODABLE[trouble](file),
  undecodableLine: ({ number, trouble }: { number: number; trouble: UndecodableFor }) =>
    `Line ${number} cannot be sent: ${UNDECODABLE[trouble]("it")}`,
  undecodableLineUnsent: ({ number, trouble }: { number: number; trouble: UndecodableFor }) =>
    `Line ${number} was not sent: ${UNDECODABLE[trouble]("it")}`,
};

/** Behind a colon: why the operating system would not. */
export function because(code: string | undefined): string {
  return code === undefined ? "unknown error" : (BECAUSE[code] ?? `error ${code}`);
}
