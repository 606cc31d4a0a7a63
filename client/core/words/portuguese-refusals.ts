import type { Params } from "../../../src/protocol/detail.ts";
import { grouped, inPlural, midnightThere } from "./portuguese.ts";
import type { ProgramRefusal, Refusals } from "./refusals.ts";

/** A sentence that names numbers; none where a room of another version leaves one out, and its own is shown. */
export function withNumbers(
  names: readonly string[],
  say: (...numbers: number[]) => string,
): (named: Params) => string {
  return (named) => {
    const numbers = names.map((name) => named[name]).filter((each) => typeof each === "number");
    return numbers.length === names.length ? say(...numbers) : "";
  };
}

/** The same of a text. */
export function withText(name: string, say: (text: string) => string): (named: Params) => string {
  return (named) => (named[name] === undefined ? "" : say(`${named[name]}`));
}

export const bytes = (count = 0) =>
  inPlural(count, { one: `${count} byte`, other: `${grouped(count)} bytes` });
const characters = (count = 0) =>
  inPlural(count, { one: `${count} caractere`, other: `${grouped(count)} caracteres` });

/** What rooms refuse to people, as it is said in Brazilian Portuguese. */
export const refusalsPortuguese: Omit<Refusals, ProgramRefusal> = {
  bad_room: () => "O nome de uma sala tem de 1 a 32 caracteres entre a-z, 0-9 e hífens no meio.",
  bad_nick: () => "Um apelido tem até 10 letras de um só alfabeto, dígitos, _ ou -, e começa com uma letra.",
  nick_taken: () => "Outra pessoa já usa esse apelido.",
  bad_text: () => "Esse texto não mostra nada, ou tem caracteres de controle.",
  too_long: () => "Esse texto é longo demais.",
  locked: () => "Esta sala está trancada. É preciso a senha dela.",
  bad_key: () => "Essa não é a senha desta sala.",
  banned: () => "Baniram você desta sala.",
  forbidden: () => "Você não pode fazer isso aqui.",
  no_such_nick: () => "Ninguém aqui tem esse apelido.",
  no_such_message: () => "Essa mensagem não existe.",
  rate_limited: () => "Vá um pouco mais devagar.",
  room_full: () => "Esta sala está cheia.",
  no_pass: () => "Neste servidor só entra quem recebeu convite. Peça um.",
  no_such_room: () => "Essa sala não existe, e você não pode criar uma aqui.",
  no_such_file: () => "Esse arquivo não existe.",
  closed: () => "Este servidor está fechado por enquanto.",
  full: () => "Não cabe mais disso aqui.",
  over_budget: () => "Não dá para escrever mais aqui hoje.",
  internal: () => "Algo deu errado do nosso lado.",

  text_too_long: withNumbers(
    ["length", "most"],
    (length, most = 0) =>
      `Esse texto é longo demais: ${characters(length)}, e aqui cabem no máximo ${grouped(most)}.`,
  ),
  text_shows_nothing: () => "Esse texto não mostra nada.",
  text_has_controls: () => "Esse texto tem caracteres de controle.",
  not_an_emoji: () => "Isso não é um emoji.",

  file_too_large: withNumbers(["most"], (most) => `Um arquivo tem no máximo ${bytes(most)} aqui.`),
  file_empty: () => "Esse arquivo está vazio.",
  file_deleted: () => "Esse arquivo foi apagado.",
  file_not_yours: () =>
    "Uma mensagem leva arquivos que quem a envia mandou para esta sala na última hora, cada um uma vez.",
  too_many_unclaimed: withNumbers(
    ["most"],
    (most) =>
      `Há arquivos seus que nenhuma mensagem usou, e ${most} é o máximo. Primeiro diga algo com eles.`,
  ),
  network_unclaimed: () =>
    "Arquivos demais da sua rede ainda não estão em mensagem nenhuma. Espere um pouco.",
  room_unclaimed: () => "Arquivos demais desta sala ainda não estão em mensagem nenhuma. Espere um pouco.",
  room_files_full: withNumbers(
    ["most"],
    (most) =>
      `Esta sala guarda ${bytes(most)} de arquivos, e já os tem. Os antigos vão embora com as mensagens deles.`,
  ),
  no_files_here: () => "Este servidor não aceita arquivos.",

  bad_hook_name: () =>
    "O nome de um hook tem de 1 a 32 letras e dígitos, com espaços, pontos, _ e - entre eles.",
  no_such_hook: () => "Esta sala não tem um hook com esse nome.",
  too_many_hooks: withNumbers(
    ["most"],
    (most) => `Esta sala não aceita mais hooks: ${most} é o máximo. Encerre um primeiro.`,
  ),

  push_elsewhere: () => "Este servidor só envia avisos pelos serviços dos navegadores conhecidos.",
  too_many_subscriptions: withNumbers(
    ["most"],
    (most) => `Esta sala não avisa mais aparelhos: ${most} é o máximo.`,
  ),

  banned_because: withText("reason", (reason) => `Baniram você desta sala: “${reason}”.`),
  network_banned: () =>
    "Baniram desta sala alguém da sua rede, e por enquanto gente nova dela fica de fora. A moderação pode deixar você entrar.",
  too_many_wrong_keys: () => "Senhas erradas demais. Tente de novo mais tarde.",
  too_many_clients: () => "Você já está aqui com dez clientes.",
  network_full: () => "Conexões demais desta sala vêm da sua rede.",

  pass_missing: () => "Neste servidor só entra quem recebeu convite. Peça um link de convite.",
  pass_forged: () => "Esse convite está danificado, ou não foi feito por este servidor.",
  pass_expired: () => "Esse convite venceu. Peça um novo.",
  pass_other_room: () => "Esse convite é para outra sala.",
  pass_taken: () => "Esse convite é para uma só pessoa, e outra já o usou.",
  rooms_made_in_haste: () => "Salas novas demais foram criadas da sua rede.",

  nick_too_short: ({ least = 1 }) =>
    least === 1 ? "Um apelido não pode ser vazio." : `Um apelido tem pelo menos ${least} caracteres.`,
  nick_too_long: withNumbers(
    ["most", "bytes"],
    (most, limit) => `Um apelido tem no máximo ${characters(most)}, e ${bytes(limit)} em UTF-8.`,
  ),
  nick_first_character: () => "Um apelido começa com uma letra.",
  nick_bad_character: () => "Um apelido tem letras, dígitos, _ e -, e nada mais.",
  nick_too_many_marks: withNumbers(
    ["most"],
    (most) => `Num apelido, ${most} é o máximo de acentos numa letra.`,
  ),
  nick_invisible: () => "Um apelido não tem caracteres que não se veem.",
  nick_mixed_scripts: () => "Um apelido tem letras e dígitos de um só alfabeto.",
  nick_unused_script: () => "Um apelido se escreve num alfabeto que ainda se usa.",
  nick_reserved: () => "Com esse apelido, pareceria que é a própria sala que fala.",
  nick_look_alike: withText("nick", (nick) => `Esse apelido parece o de ${nick}, que está aqui.`),

  not_a_mod: () => "Só mods da sala podem fazer isso.",
  not_an_owner: () => "Só quem é responsável pela sala pode fazer isso.",
  same_or_higher_role: () => "Você não pode fazer isso com quem tem um papel igual ao seu, ou acima.",
  last_owner: () => "Só você é responsável por esta sala. Passe antes esse papel a mais alguém.",
  too_many_roles: withNumbers(
    ["most"],
    (most = 0) => `Esta sala já tem ${most} responsáveis e mods. Tire o papel de alguém primeiro.`,
  ),
  not_your_edit: () => "Você só pode editar suas próprias mensagens.",
  not_your_deletion: () => "Você só pode apagar suas próprias mensagens.",
  reply_elsewhere: () => "A resposta a uma mensagem privada vai para a outra pessoa dela.",
  too_many_emojis: withNumbers(
    ["most"],
    (most = 0) => `Essa mensagem tem ${most} emojis diferentes, e não cabem mais.`,
  ),
  too_many_reactions: withNumbers(
    ["most"],
    (most = 0) => `Essa mensagem tem ${grouped(most)} reações, e não cabem mais.`,
  ),
  not_banned: () => "Não há banimento de ninguém com esse nome.",
  not_kept_out: () => "Ninguém com esse nome ficou de fora ultimamente.",
  several_kept_out: () => "Mais de uma pessoa ficou de fora com esse nome. Diga o uid.",

  slow_mode: () => "A sala está em modo lento. Espere um momento.",
  network_hurries: () => "Pedidos demais vêm da sua rede.",

  room_budget: withNumbers(
    ["most"],
    (most = 0) =>
      `Esta sala aceita ${grouped(most)} mensagens por dia, e já as tem. Continua às ${midnightThere()}.`,
  ),
  address_budget: withNumbers(
    ["most"],
    (most = 0) =>
      `Sua rede pode escrever ${grouped(most)} mensagens por dia aqui, e já escreveu. Continua às ${midnightThere()}.`,
  ),
  address_file_budget: withNumbers(
    ["most"],
    (most) =>
      `Sua rede pode enviar ${bytes(most)} de arquivos por dia aqui, e já enviou. Continua às ${midnightThere()}.`,
  ),
  deployment_budget: () =>
    `Este servidor já gravou tudo o que um dia permite, e agora só mods e responsáveis podem escrever. Continua às ${midnightThere()}.`,
  day_used_up: () =>
    `Este servidor já gastou o dia dele. Continua às ${midnightThere()}; até lá, é só de quem o administra.`,
  no_more_rooms: () =>
    `Este servidor já gastou quase todo o dia dele, e não cria mais salas. Continua às ${midnightThere()}.`,

  no_pass_secret: () => "Este servidor não faz convites: quem cuida dele não definiu PASS_SECRET.",
  try_again: () => "A sala não consegue responder agora. Tente de novo daqui a pouco.",
};
