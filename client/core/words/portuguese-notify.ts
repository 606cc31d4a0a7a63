import { moment } from "./portuguese.ts";
import type { NotifyCatalogue } from "./spoken.ts";

const EXAMPLES = "/notify all, calls ou nothing; mute 1h ou unmute; quiet 22:00-07:00; sound on";

export const notifyPortuguese: NotifyCatalogue = {
  command: {
    usage: "[all|calls|nothing|mute|unmute|quiet|sound]",
    help: `Escolher o que desta sala chega até você (${EXAMPLES}); sem mais nada: o que você escolheu.`,
  },
  wants: {
    all: "Desta sala, você recebe aviso de tudo.",
    calls:
      "Desta sala, você recebe aviso do que chama você: seu nome, uma resposta, uma mensagem só para você.",
    nothing: "Desta sala, você não recebe aviso de nada; tudo só é contado.",
  },
  muted: (until) =>
    until === undefined
      ? "Esta sala não está silenciada."
      : `Esta sala está silenciada, e só é contada, até ${moment(until)}; /notify unmute acaba com isso.`,
  quietHours: (hours) =>
    hours === undefined
      ? "Não há horas de silêncio."
      : `Das ${hours.replace("-", " às ")} nada toca nem pisca, em sala nenhuma; /notify quiet off acaba com isso.`,
  sound: (isOn) => (isOn ? "Os avisos fazem som." : "Os avisos não fazem som."),
  unknown: ({ word, meant }) =>
    meant === undefined
      ? `Não existe /notify ${word}. Escreva ${EXAMPLES}.`
      : `Não existe /notify ${word}. Quis dizer /notify ${meant}? Escreva ${EXAMPLES}.`,
  alone: (word) => `Escreva só /notify ${word}, sem mais nada.`,
  muteHow:
    "Escreva por quanto tempo: /notify mute 30m, 1h, 2d ou 1w, no máximo um ano; sem mais nada, é uma hora.",
  quietHow: "Escreva dois horários: /notify quiet 22:00-07:00, ou /notify quiet off.",
  soundHow: "Escreva /notify sound on, ou /notify sound off.",
};
