import type { CliCatalogue } from "../words.ts";

export const log: CliCatalogue["log"] = {
  deleted: "(apagada)",
  said({ nick, text, isAction, to, re }) {
    const parties = to === undefined ? nick : `[privado] ${nick} → ${to}`;
    const quote = re === undefined ? "" : ` (re #${re})`;
    if (!isAction) return `${parties}${quote}: ${text}`;
    return to === undefined ? `* ${parties}${quote} ${text}` : `${parties}${quote}: * ${text}`;
  },
  edited: ({ by, id, text }) => `✎ ${by} mudou #${id} para: ${text}`,
  deletes: ({ by, id }) => `✎ ${by} apagou #${id}`,
  reacted: ({ by, id, emoji, on }) =>
    on ? `${emoji} ${by} reagiu a #${id}` : `✎ ${by} tirou a reação ${emoji} de #${id}`,
  notKept: (why) => `O registro desta sala não está sendo guardado. ${why}`,
  elsewhere: (path) =>
    `${path} é um link, ou está no caminho: o papo só guarda registros em arquivos e pastas próprios.`,
  cannotWrite: (code) =>
    code === undefined
      ? "Não dá para gravar no arquivo dele."
      : `Não dá para gravar no arquivo dele (${code}).`,
};
