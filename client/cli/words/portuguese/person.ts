import type { CliCatalogue } from "../words.ts";
import { inList } from "./units.ts";

const RULE = "Uma senha é uma linha de 4 a 64 caracteres, sem espaço no começo nem no fim.";

export const person: CliCatalogue["person"] = {
  noHome:
    "Não há uma pasta pessoal em que guardar quem você é. Defina HOME, ou indique uma pasta em XDG_STATE_HOME.",
  damaged: (file) =>
    `${file} está danificado, e com ele quem você é nesta sala. Restaure-o; ou apague-o, para entrar como outra pessoa.`,
  hereAlready: ({ nick, claimed }) =>
    `Você já está aqui como ${nick}, então não é ${claimed}. /nick muda isso.`,

  stopNotKept: (why) => `Onde você parou não se saberá da próxima vez, pois não dá para guardar. ${why}`,
  unsentNotKept: (why) =>
    `O que espera para ser enviado se perde se o papo terminar agora, pois não dá para guardar. ${why}`,
  sentNotKept: (why) => `O que você envia não vai aparecer com Ctrl-R da próxima vez. ${why}`,
  ignoredUnknown: (why) => `Não se sabe quem você ignorava. ${why}`,
  ignoredNotKept: (why) => `Isso vale até você sair, pois não dá para guardar. ${why}`,

  secretWithheld: ({ variable, others, host }) =>
    `${variable} está definida, mas não para este servidor: PAPO_SECRETS_FOR indica ${inList(others)}. Se também é para ${host}, acrescente-o.`,
  secretForWhom: ({ variable, host }) =>
    `${variable} está definida, mas sem dizer para qual servidor. Se é para este, defina também PAPO_SECRETS_FOR=${host}.`,
  noServer:
    "O que PAPO_SECRETS_FOR indica não é um servidor. Escreva chat.example.org ou http://10.0.0.7:8787, com vírgulas no meio.",
  noServerAt: (number) =>
    `O número ${number} em PAPO_SECRETS_FOR não é um servidor. Escreva chat.example.org ou http://10.0.0.7:8787, com vírgulas no meio.`,

  noHeader: ({ line, most }) =>
    `A linha ${line} de PAPO_HEADERS não é um cabeçalho que se possa enviar. Escreva NOME: VALOR, um por linha e no máximo ${most}, que não sejam os do próprio papo.`,

  passNotKept: (why) => `${why} O convite só vale para esta vez.`,
  passInArguments:
    "Outras pessoas nesta máquina podem ler os argumentos dos programas, e com eles este convite. O papo sem mais nada pergunta pelo link, sem mostrá-lo.",
  noInvitation:
    "O que está em PAPO_LINK não é um convite. Ali vai o link inteiro, como https://HOST/SALA#pass=….",

  noPassphraseInFile: (file) => `O que está em ${file} não é a senha de uma sala. ${RULE}`,
  noPassphraseInVariable: `O que está em PAPO_KEY não é a senha de uma sala. ${RULE}`,
  noPassphraseTyped: `Isso não é a senha de uma sala. ${RULE}`,
};
