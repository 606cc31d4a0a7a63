import type { CliCatalogue } from "../words.ts";
import { eitherOf } from "./units.ts";

type MistakenConfig = Parameters<CliCatalogue["shell"]["config"]>[0];
type ConfigMistake = MistakenConfig["mistakes"][number]["wrong"];

const quoted = (words: readonly string[]) => words.map((word) => `"${word}"`);

/** What is wrong with a field of the config file; `it` is the file as a whole. */
const WRONG: Readonly<
  Record<ConfigMistake, (field: string, choices: Omit<MistakenConfig, "file" | "mistakes">) => string>
> = {
  text: (field) => `${field} deve ser um texto`,
  empty: (field) => `${field} não pode ser vazio`,
  yes_or_no: (field) => `${field} deve ser true ou false`,
  time: (field, { times }) => `${field} deve ser ${eitherOf(times)}`,
  notify: (field) =>
    `${field} deve ser true, false, ou um programa, como "notify-send papo" ou ["notify-send", "papo"]`,
  words: (field) => `${field} deve ser uma lista de palavras, como ["deploy", "plantão"]`,
  comings: (field) => `${field} deve ser "all", "front" ou "none"`,
  log: (field) => `${field} deve ser true, false ou "private"`,
  pictures: (field) => `${field} deve ser "auto" ou "off"`,
  quiet_hours: (field) => `${field} deve ser dois horários, como "22:00-07:00", ou "off"`,
  lang: (field, { languages }) => `${field} deve ser ${eitherOf(quoted(languages))}`,
  days: (field) => `${field} deve ser um número de dias, de 1 a 3650`,
  object: (field) => `${field} deve conter um objeto, como { "nick": "ana" }`,
  unknown: (field, { fields }) => `${field} não existe; pode haver ${fields.join(", ")}`,
};

export const shell: CliCatalogue["shell"] = {
  oldNode: ({ version, oldest }) =>
    `Este é o Node ${version}, e o papo precisa do Node ${oldest} ou mais novo: https://nodejs.org.`,
  unexpected: (error) => `Aconteceu algo inesperado: ${error}. Defina PAPO_DEBUG=1 para ver o quê e onde.`,
  unexpectedAt: (stack) => `Aconteceu algo inesperado: ${stack}`,

  noSubcommand: ({ name, meant }) =>
    meant === undefined
      ? `Não existe "papo ${name}". Veja papo --help.`
      : `Não existe "papo ${name}". Quis dizer papo ${meant}? Veja papo --help.`,
  noOption: ({ option, meant, subcommand, isMaybeText }) =>
    [
      `Não existe a opção ${option}.`,
      ...(meant === undefined ? [] : [`Quis dizer ${meant}?`]),
      ...(isMaybeText ? ["Um texto parecido com isso vem depois de --."] : []),
      `Veja papo ${subcommand} --help.`,
    ].join(" "),
  tooMuch: ({ subcommand, argument }) =>
    `"${argument}" está sobrando: papo ${subcommand} leva um endereço. Veja papo ${subcommand} --help.`,
  noValue: ({ option, subcommand }) => `${option} não leva valor. Veja papo ${subcommand} --help.`,
  valueMissing: ({ option, value, subcommand }) =>
    `${option} se escreve com um valor: ${option} ${value}. Veja papo ${subcommand} --help.`,

  whichServer: (room) => `Em que servidor está ${room}? Escreva https://HOST/${room}, ou veja papo --help.`,
  oneRoom: (room) =>
    `"${room}" está sobrando: num pipe, e com --json, papo join leva uma sala. Veja papo join --help.`,
  manyRooms: (most) => `O papo leva no máximo ${most} salas.`,
  whichRoom: "Qual sala? Escreva papo https://HOST/SALA, ou veja papo --help.",
  badAddress: ({ written, why }) => `${written}: ${why}`,
  whichNick: "Com que apelido? Use --nick NOME, ou defina PAPO_NICK.",
  profile: "O nome de um perfil tem de 1 a 32 caracteres entre A-Z, a-z, 0-9, _ e -.",
  language: ({ written, languages }) =>
    written === ""
      ? `--lang se escreve com uma língua: ${eitherOf(languages)}.`
      : `O papo não fala "${written}": --lang é ${eitherOf(languages)}.`,
  languageVariable: ({ written, languages }) =>
    `O papo não fala "${written}", que está em PAPO_LANG. Pode ser ${eitherOf(languages)}.`,
  time: (times) => `--time é ${eitherOf(times)}.`,
  since: (written) =>
    `--since ${written} não é um momento. Escreva há quanto tempo (30m, 1h, 2d, 2w), uma data (2026-11-20, 2026-11-20T10:00), ou o id de uma mensagem.`,
  limit: (written) => `--limit ${written} não é um número de mensagens, nem "all".`,
  once: "O ID depois de --once tem de 1 a 32 caracteres entre A-Z, a-z, 0-9, _ e -.",
  onceForOne: "--once é para uma mensagem só. --whole faz uma de muitas linhas.",

  configIsNoJson: (file) => `${file} não é JSON.`,
  configIsNoJsonFrom: ({ file, line }) => `${file} não é JSON, da linha ${line} em diante.`,
  config({ file, mistakes, ...choices }) {
    const told = mistakes.map(({ field, wrong, meant }) => {
      const sentence = WRONG[wrong](field === undefined ? "ele" : `"${field}"`, choices);
      return meant === undefined ? sentence : `${sentence}; talvez seja "${meant}"`;
    });
    return `Em ${file}, ${told.join("; ")}.`;
  },
  configValue: ({ field, wrong, ...choices }) => `${WRONG[wrong](`"${field}"`, choices)}.`,

  noShell: ({ written, shells, meant }) =>
    [
      written === "" ? "Para que shell?" : `Não há nada para o shell "${written}".`,
      ...(meant === undefined ? [] : [`Quis dizer ${meant}?`]),
      `Escreva papo completion e ${eitherOf(shells)}.`,
    ].join(" "),
};
