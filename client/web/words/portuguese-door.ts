import type { LateWords } from "./spoken.ts";

export const portugueseDoor: LateWords["door"] = {
  title: (node) => ["Entrar em ", node],
  nickHint: "De 3 a 10 letras ou dígitos.",
  passphrase: "Senha",
  iAmHereAs: "Já estou aqui como…",
  code: "Código do /link",
  codeHint: "Digite /link onde você já está.",
};
