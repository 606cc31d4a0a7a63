import type { CliCatalogue } from "../words.ts";

/** Why the operating system would not do something: stands behind a colon. */
const WHY: Readonly<Record<string, string>> = {
  EACCES: "sem permissão",
  EPERM: "sem permissão",
  ENOENT: "esse arquivo não existe",
  ENOTDIR: "o que devia ser uma pasta é um arquivo",
  EEXIST: "o que devia ser uma pasta é um arquivo",
  EISDIR: "é uma pasta",
  ENOSPC: "o disco está cheio",
  EDQUOT: "a cota do disco acabou",
  EFBIG: "o arquivo não pode crescer tanto",
  EROFS: "só dá para ler o disco",
  EIO: "o dispositivo falhou",
  EMFILE: "há arquivos demais abertos",
  ENFILE: "há arquivos demais abertos",
  ELOOP: "os links dele andam em círculo",
  ENAMETOOLONG: "o nome é longo demais",
  EBADF: "está fechado",
  EPIPE: "ninguém está lendo",
  EADDRINUSE: "outro programa já escuta ali",
  EADDRNOTAVAIL: "esta máquina não tem esse endereço",
};

const UNREADABLE = {
  utf8: (what: string) => `${what} não é UTF-8.`,
  utf16: (what: string) => `${what} não é UTF-16, embora comece assim.`,
  unmarked: (what: string) =>
    `${what} é UTF-16 sem marca de ordem dos bytes, ou não é texto; converta para UTF-8.`,
  utf32: (what: string) => `${what} é UTF-32, ou não é texto; converta para UTF-8.`,
  nul: (what: string) => `${what} tem um NUL (o caractere de controle U+0000), que não é texto.`,
};

export const system: CliCatalogue["system"] = {
  cannotRead: ({ file, code }) => `Não dá para ler ${file}: ${why(code)}.`,
  cannotReadPrivate: ({ file, code }) =>
    `Não dá para ler ${file}: ${why(code)}. XDG_STATE_HOME escolhe outra pasta.`,
  cannotWritePrivate: ({ file, code }) =>
    `Não dá para gravar ${file}: ${why(code)}. XDG_STATE_HOME escolhe outra pasta.`,
  cannotWrite: ({ file, code }) => `Não dá para gravar ${file}: ${why(code)}.`,
  cannotReadPassphrase: ({ file, code }) => `Não dá para ler a senha em ${file}: ${why(code)}.`,
  cannotWriteOutput: (code) => `Não dá para escrever na saída padrão: ${why(code)}. O que saiu não é tudo.`,

  undecodableFile: ({ file, trouble }) => UNREADABLE[trouble](file),
  undecodableLine: ({ number, trouble }) =>
    `Não dá para enviar a linha ${number}: ${UNREADABLE[trouble]("ela")}`,
  undecodableLineUnsent: ({ number, trouble }) =>
    `A linha ${number} não foi enviada: ${UNREADABLE[trouble]("ela")}`,
};

/** Behind a colon: why the operating system would not. */
export function why(code: string | undefined): string {
  return code === undefined ? "erro desconhecido" : (WHY[code] ?? `erro ${code}`);
}
