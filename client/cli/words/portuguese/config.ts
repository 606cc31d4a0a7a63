import { LANGUAGES } from "../../../core/words/languages.ts";
import type { CliCatalogue } from "../words.ts";
import { inList } from "./units.ts";

export const config: CliCatalogue["config"] = {
  keys: {
    url: { value: "URL", help: "a sala, para não precisar dar o endereço" },
    nick: { value: "NOME", help: "seu apelido" },
    profile: { value: "NOME", help: "um conjunto de identidades à parte" },
    time: { value: "off|hm|hms|iso", help: "como as horas aparecem" },
    bell: { value: "true|false", help: "se o que chama você faz som" },
    "quiet-hours": { value: "22:00-07:00|off", help: "quando nada faz som, nem aparece na área de trabalho" },
    color: { value: "true|false", help: "cores" },
    notify: {
      value: "true|false|PROGRAMA",
      help: "se o que chama você aparece na área de trabalho, ou o programa que o recebe",
    },
    highlight: { value: "PALAVRA…", help: "outras palavras que chamam você" },
    comings: {
      value: "all|front|none",
      help: "de quais das suas salas se conta quem chega e quem sai",
    },
    pictures: {
      value: "auto|off",
      help: "se imagens aparecem, nos terminais que se sabe que as mostram (kitty, ghostty, iTerm2, WezTerm)",
    },
    log: {
      value: "true|false|private",
      help: "se o que se diz a todos é guardado em arquivos; private: também o que se diz só a você",
    },
    "log-days": { value: "DIAS", help: "por quantos dias fica guardado" },
    lang: { value: LANGUAGES.join("|"), help: "a língua que o papo fala" },
  },

  list: (file) => `${file}; o que está entre parênteses vale onde nada está definido.`,
  unset: "-",
  usual: (value) => `(${value})`,
  row: ({ help, before }) => (before.length === 0 ? help : `${help} (${before.join(", ")})`),
  explained: ({ key, help, value, before }) =>
    before.length === 0
      ? `papo config ${key} ${value}: ${help}.`
      : `papo config ${key} ${value}: ${help}. ${before.length === 1 ? "Tem" : "Têm"} prioridade ${inList(before)}.`,
  isBehind: ({ key, variable }) => `${variable} está definida, e tem prioridade sobre ${key}.`,
  unsetWhat: "Que chave é para tirar? Escreva papo config --unset CHAVE.",
  unsetTakesOne: ({ key, written }) =>
    `"${written}" está sobrando: papo config --unset ${key} não leva mais nada.`,
  noKey: ({ written, meant, keys }) =>
    meant === undefined
      ? `Não existe "${written}" para definir. Existem ${inList(keys)}.`
      : `Não existe "${written}" para definir. Quis dizer ${meant}? Existem ${inList(keys)}.`,
};
