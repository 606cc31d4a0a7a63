import type { LateWords } from "./spoken.ts";

export const portugueseHome: LateWords["home"] = {
  title: "Converse com um grupo",
  lead: "No navegador ou no terminal. Sem conta, sem instalar nada.",
  yours: "Onde você já esteve",
  room: "Sala",
  makePrivate: "Criar uma sala privada",
  privateHint: "Só quem recebe o link encontra uma sala privada.",
  badRoom: "O nome de uma sala tem de 1 a 32 caracteres entre a-z, 0-9 e hífens no meio.",
  notFound: "Não há nada neste endereço. Uma sala vem depois da primeira barra: /lobby",
};
