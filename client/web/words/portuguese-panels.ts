import { grouped, inList, inPlural } from "../../core/words/portuguese.ts";
import { bytes } from "../../core/words/portuguese-refusals.ts";
import type { LateWords } from "./spoken.ts";

const DIAS: Readonly<Record<number, string>> = { 1: "1 dia", 7: "7 dias", 30: "30 dias", 365: "um ano" };

/** Bytes as a person reads them, in steps of 1,024. */
function sizeOf(count: number): string {
  if (count < 1_024) return bytes(count);
  const [amount, unit] = count < 1_023_488 ? [count / 1_024, "KB"] : [count / 1_048_576, "MB"];
  return `${grouped(amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount))} ${unit}`;
}

export const portuguesePanels: LateWords["panels"] = {
  titles: {
    ban: "Expulsar ou banir",
    bans: "Banimentos",
    acts: "O que a moderação fez",
    tidy: "Apagar mensagens",
  },

  empty: "Tudo quieto por aqui: dê um oi, ou convide alguém.",

  tools: {
    title: "Esta mensagem",
    showAll: "Mostrar tudo",
    reply: "Responder",
    copy: "Copiar",
    copyLink: "Copiar o link",
    edit: "Editar",
    delete: "Apagar",
    keep: "Manter",
    pick: "Apagar várias…",
    ban: "Expulsar ou banir quem escreveu…",
  },

  moves: {
    sum: ({ came, went }) => {
      if (went === 0)
        return inPlural(came, { one: `${came} pessoa entrou`, other: `${came} pessoas entraram` });
      if (came === 0) return inPlural(went, { one: `${went} pessoa saiu`, other: `${went} pessoas saíram` });
      return inList([
        inPlural(came, { one: `${came} pessoa entrou`, other: `${came} pessoas entraram` }),
        inPlural(went, { one: `${went} saiu`, other: `${went} saíram` }),
      ]);
    },
    before: (count) => `mais ${count} antes`,
  },

  missed: {
    since: ({ count, more, since }) =>
      more
        ? `Mais de ${count} mensagens novas desde ${since}`
        : inPlural(count, {
            one: `${count} mensagem nova desde ${since}`,
            other: `${count} mensagens novas desde ${since}`,
          }),
    toFirst: "Ir para a primeira",
    forYou: (count) => `${count} para você`,
  },

  people: {
    you: "você",
    bring: "Convidar alguém",
    groups: {
      owner: (count) => inPlural(count, { one: "Responsável", other: `Responsáveis, ${count}` }),
      mod: (count) => inPlural(count, { one: "Mod", other: `Mods, ${count}` }),
      member: (count) => `Membros, ${count}`,
    },
    ignored: "você ignora",
    makeRole: { member: "Tornar membro", mod: "Tornar mod", owner: "Tornar responsável" },
    sureRole: {
      member: (node) => ["Tornar ", node, " membro comum, como as outras pessoas?"],
      mod: (node) => ["Tornar ", node, " mod? Mods apagam o que outras pessoas dizem, e podem expulsar."],
      owner: (node) => [
        "Tornar ",
        node,
        " responsável pela sala? Não dá para desfazer: responsáveis podem tudo o que você pode.",
      ],
    },
    more: (count) => `e mais ${count}`,
    rename: "Mudar de apelido…",
    newNickname: "Seu novo apelido",
    write: "Escrever em particular",
    mention: "Mencionar",
    ignore: "Ignorar",
    stopIgnoring: "Deixar de ignorar",
    tidy: "Apagar mensagens…",
    kick: "Expulsar…",
    kickWhy: (nick) => `Expulsar ${nick}? Diga o motivo, se quiser:`,
    ban: "Banir…",
  },

  reactions: {
    add: "Reagir",
    choose: "Reagir com",
    more: "Outro emoji…",
    nothing: "Não há mensagem de outra pessoa a que reagir.",
    list: "Reações",
    you: "você",
    who: ({ names, others }) => {
      if (names.length === 0)
        return inPlural(others, { one: `${others} pessoa`, other: `${others} pessoas` });
      const more = inPlural(others, { one: `mais ${others} pessoa`, other: `mais ${others} pessoas` });
      return inList(others > 0 ? [...names, more] : names);
    },
  },

  completion: {
    title: "Sugestões",
    count: (count) => inPlural(count, { one: `${count} sugestão`, other: `${count} sugestões` }),
  },

  emoji: {
    open: "Emoji",
    title: "Escolher um emoji",
    search: "Buscar emoji",
    found: (count) => inPlural(count, { one: `${count} encontrado`, other: `${count} encontrados` }),
    none: "Nenhum emoji se chama assim.",
    lately: "Usados há pouco",
    parts: "Tipos de emoji",
    groups: [
      "Carinhas e sentimentos",
      "Pessoas e corpo",
      "Animais e natureza",
      "Comida e bebida",
      "Viagens e lugares",
      "Atividades",
      "Objetos",
      "Símbolos",
      "Bandeiras",
    ],
    tone: "Tom de pele",
    tones: ["Nenhum", "Claro", "Meio claro", "Médio", "Meio escuro", "Escuro"],
  },

  files: {
    attach: "Anexar arquivos",
    takePhoto: "Tirar uma foto",
    choose: "Escolher arquivos",
    dropAll: (room) => `Solte aqui: vai com sua mensagem a ${room}`,
    dropOne: (nick) => `Solte aqui: vai com sua mensagem só a ${nick}`,
    dropNot: "Não dá para enviar arquivos aqui",

    tray: "Arquivos que vão com sua mensagem",
    count: (count) =>
      inPlural(count, { one: `${count} arquivo anexado`, other: `${count} arquivos anexados` }),
    preparing: "Preparando…",
    remove: (name) => `Tirar ${name}`,
    original: (size) => `Enviar o original, ${size}: ele pode dizer onde e quando foi feito`,
    describe: (count) =>
      inPlural(count, {
        one: "Diga na mensagem o que ele mostra, para quem não pode ver.",
        other: "Diga na mensagem o que eles mostram, para quem não pode ver.",
      }),

    none: "Esta sala não aceita arquivos.",
    notToEdit: "Uma mensagem editada fica com seus arquivos, e não aceita novos. Antes, saia da edição.",
    tooMany: (most) => `Uma mensagem tem no máximo ${most} arquivos. Os outros ficaram de fora.`,
    tooLarge: ({ name, size, most }) => `${name} tem ${size}. Aqui um arquivo tem no máximo ${most}.`,
    empty: (name) => `${name} está vazio.`,
    folder: (name) => `${name} é uma pasta. Envie os arquivos dela, ou junte tudo num só.`,
    unreadable: (name) => `Não dá para ler ${name}.`,
    tooManyWait: "Mensagens demais com arquivos esperam o envio. Espere algumas irem.",
    lost: (name) => `${name} não está mais guardado neste navegador. Descarte e anexe de novo.`,
    notTaken: "Algo entre você e a sala não aceita este arquivo.",

    goingUp: "Enviando arquivos…",
    waits: "Esperando a vez.",
    offline: "Esperando a conexão.",
    progress: "Quanto já foi enviado",
    cancel: "Cancelar",
    noPlace: "Antes, envie ou tire o que está anexado: estes arquivos não cabem.",

    size: sizeOf,
    bytes,
    pixels: ({ width, height }) => `${width} × ${height}`,
    show: (alt) => `Mostrar ${alt}`,
    download: ({ name, size }) => `Baixar ${name}, ${size}`,
    gone: "não existe mais",
    broken: "não dá para carregar agora",
    again: "Tentar de novo",

    viewer: "Imagens",
    about: ({ nick, when, size, at, of }) =>
      of > 1 ? `${nick}, ${when}, ${size}, ${at} de ${of}` : `${nick}, ${when}, ${size}`,
    before: "Anterior",
    next: "Próxima",
    actual: "No tamanho real",
    save: "Baixar",
  },

  away: {
    now: (node) => ["Você se ausentou: ", node],
    back: "Voltei",
    set: "Ficar ausente…",
    change: "Mudar onde estou…",
    where: "Onde você está?",
  },

  search: {
    text: "Texto",
    find: "Buscar",
    further: "Buscar mais para trás",
    searching: "Buscando…",
    found: (count) => inPlural(count, { one: `${count} encontrada`, other: `${count} encontradas` }),
    foundSoFar: ({ count, among }) =>
      count === 0
        ? `Nada encontrado entre as ${among} mais novas. Busque mais para trás.`
        : inPlural(count, {
            one: `${count} encontrada entre as ${among} mais novas. Há mais para trás.`,
            other: `${count} encontradas entre as ${among} mais novas. Há mais para trás.`,
          }),
  },

  looks: {
    title: "Aparência neste navegador",
    theme: "Cores",
    themes: { system: "Como no meu sistema", light: "Claras", dark: "Escuras" },
    compact: "Compacto: cabe mais na tela",
    language: "Idioma / Language",
    asBrowser: "Como no navegador",
  },

  telling: {
    title: "Quando você não está olhando",
    tellMe: "Avisar neste navegador",
    states: {
      install: "No iPhone ou iPad: toque em Compartilhar, Adicionar à Tela de Início, e abra o papo por lá.",
      missing: "Este navegador não consegue mostrar avisos aqui.",
      denied:
        "Seu navegador não deixa mostrar avisos aqui. Permita ao lado do endereço ou nas configurações, e recarregue a página.",
      off: "O que escrevem a você nas suas salas aparece neste aparelho, mesmo com o papo fechado, pelo serviço de push do seu navegador, criptografado só para ele. Seu navegador vai perguntar antes.",
      offHere:
        "O que escrevem a você nas suas salas aparece neste aparelho, com o papo aberto. Seu navegador vai perguntar antes.",
      here: "Enquanto o papo estiver aberto neste navegador.",
      away: "Mesmo com o papo fechado, pelo serviço de push do seu navegador, criptografado só para ele.",
    },
    hindrance: "Este navegador ainda não avisa de nada: escolha isso em Ajustes.",
    wants: (room) => `Avisos de ${room}`,
    choices: {
      all: "Tudo",
      calls: "Só o que me chama",
      nothing: "Nada",
    },
    calls: "Chamam você: seu nome, uma resposta, uma mensagem só para você.",
    mute: "Silenciar por uma hora",
    unmute: "Não silenciar mais",
    quietHours: "Horas de silêncio, em todas as salas: nada toca",
    from: "Das",
    to: "Às",
    sound: "Um som suave, enquanto o papo estiver aberto",
  },

  rooms: {
    states: {
      idle: "",
      connecting: "conectando…",
      online: "",
      waiting: "sem conexão",
      refused: "ainda sem acesso",
    },
    banned: "baniram você",
    kicked: "expulsaram você",
    closed: "fechada",
    muted: "silenciada",
    draft: "com rascunho",
    last: ({ nick, text }) => `${nick}: ${text}`,
    label: ({ name, unread, calls, more }) =>
      [
        name,
        ...(unread > 0
          ? [inPlural(unread, { one: `${unread} não lida`, other: `${unread} não lidas` })]
          : []),
        ...(calls > 0 ? [inPlural(calls, { one: `${calls} menção`, other: `${calls} menções` })] : []),
        ...more.filter((each) => each !== ""),
      ].join(", "),
    talkIn: ({ nick, room }) => `${nick} em ${room}`,
    privateTalk: (nick) => `privada, ${nick}`,
    open: (unread) =>
      unread > 0
        ? inPlural(unread, {
            one: `Salas, ${unread} não lida em outra`,
            other: `Salas, ${unread} não lidas em outras`,
          })
        : "Salas",
    fold: "Esconder a lista de salas",
    arrange: (room) => `Organizar ${room}`,
    up: "Para cima",
    down: "Para baixo",
    leave: "Sair",
    none: "Ainda não há salas.",
    add: "Adicionar uma sala…",
    placeLabel: "Nome de uma sala, ou um link",
    go: "Ir para lá",
    elsewhere: "Esse link é de outro servidor.",
    switchLabel: "Ir para uma sala ou uma pessoa",
    switchHint: "Digite um nome",
    nothing: "Nada se chama assim.",
    newRoom: (room) => `Ir para a sala ${room}`,
  },

  writing: {
    editing: "Você está editando sua mensagem",
    leave: "Deixar como estava",
    privateTo: (node) => ["Privada, para ", node, ". Ninguém mais vê."],
    privateToAbsent: (node) => ["Privada, para ", node, ", que não está aqui."],
    toEveryone: "Voltar a escrever a todos",
    replyTo: (node) => ["Responder a ", node],
    someMessage: "uma mensagem",
    noReply: "Não responder",
  },

  ended: {
    left: (room) => `Você saiu de ${room}`,
    replaced: "Esta sala está aberta em outro lugar",
    replacedWhy: "Outra janela tomou o lugar desta.",
    kicked: (room) => `Expulsaram você de ${room}`,
    banned: (room) => `Baniram você de ${room}`,
    mayComeBack: (why) => `${why} A moderação pode deixar você entrar de novo.`,
    erased: (room) => `${room} foi apagada`,
    erasedWhy: "Quem cuida deste servidor removeu a sala, com tudo o que foi dito nela.",
    flooding: "Foi muita coisa de uma vez",
    floodingWhy: "A sala encerrou a conexão.",
    other: "A conexão foi encerrada",
    moderator: "alguém da moderação",
    doneBy: (by) => `Quem fez isso foi ${by}.`,
    doneFor: ({ by, reason }) => `Quem fez isso foi ${by}: “${reason}”.`,
    useHere: "Usar aqui também",
    joinAgain: "Entrar de novo",
    otherRoom: "Escolher outra sala",
  },

  shut: {
    invitedOnly: "Aqui só entra quem recebeu convite",
    ask: "Peça um link de convite a alguém que está aqui. Abra o link, ou cole aqui.",
    damaged: "O convite desse link está danificado ou cortado. Copie o link inteiro, ou peça outro.",
    link: "Link de convite",
    noLink: "Não há um convite inteiro nisso. Copie o link todo.",
    elsewhere: "Esse convite é de outro servidor.",
    code: "Já entrou em outro lugar? Código do /link",
    comeIn: "Entrar",
    goTo: (node) => ["Ir para ", node],
    noRoom: "Essa sala não existe",
    noRoomWhy: "Ninguém criou essa sala ainda, e você não pode criar salas aqui.",
    closed: "Este servidor está fechado por enquanto",
    closedWhy: "Quem cuida dele o fechou. Volte mais tarde.",
    kept: "O que você escreveu fica guardado.",
    again: "Tentar de novo",
  },

  about: {
    yours: "Você cuida desta sala",
    setTopic: "Definir o tópico…",
    whatTopic: "Do que se fala nesta sala?",
    clearTopic: "Tirar o tópico",
    slow: "Modo lento…",
    howSlow: "Segundos entre duas mensagens de um membro; 0 para nenhum",
    order: "Moderação",
    tidy: "Apagar mensagens…",
    bans: "Banimentos",
    acts: "O que a moderação fez",
    lock: "Trancar…",
    changeLock: "Mudar a senha…",
    unlock: "Destrancar",
    otherDevice: "Estar aqui em outro aparelho",
    copyCode: "Copiar o código",
    codeHint: "Lá, escolha “Já estou aqui como…” ou digite /link enter. Quem tem este código é você.",
    leave: "Sair da sala",
  },

  invite: {
    open: "Quem tem este endereço pode entrar.",
    openLocked: "Quem tem este endereço e a senha da sala pode entrar.",
    copyAddress: "Copiar o endereço",
    showQr: "Mostrar como código QR",
    qrOfAddress: "Código QR do endereço da sala",
    ownersInvite: "Aqui se entra com convite, e quem é responsável por esta sala pode fazer um.",
    ownersHere: (nicks) => `Aqui agora: ${inList(nicks.slice(0, 10))}.`,
    noOwnerHere: "Ninguém que possa está aqui agora.",
    invited: "Aqui se entra com convite. Crie um link, e dê a quem você quer aqui.",
    invitedLocked:
      "Aqui se entra com convite e com a senha da sala. Crie um link, e dê os dois a quem você quer aqui.",
    byInvitation: "Com convite…",
    whyInvite:
      "A entrada é livre: por ora ninguém precisa de convite. Ele vale quando este servidor pedir um.",
    goodFor: "Vale por",
    days: (days) => DIAS[days] ?? inPlural(days, { one: `${days} dia`, other: `${days} dias` }),
    forOne: "Para uma só pessoa",
    forOneHint: "É de quem chegar primeiro com ele. Se você banir essa pessoa, ela fica de fora.",
    make: "Criar o link",
    made: "Seu link de convite",
    madeForOne: "Seu link de convite, para uma só pessoa",
    copyLink: "Copiar o link",
    qrOfLink: "Código QR do link de convite",
    good: (until) => `Quem tem este link pode entrar até ${until}.`,
    goodForOne: (until) => `Quem chegar primeiro com ele pode entrar até ${until}.`,
    another: "Criar outro",
  },
  qr: { missing: "Não dá para carregar o código QR agora. O link também serve." },

  ban: {
    howLong: "Por quanto tempo",
    spans: {
      kick: "Só expulsar: pode voltar",
      "1": "1 hora",
      "24": "1 dia",
      "168": "1 semana",
      "": "Para sempre",
    },
    network: "A rede também: ninguém novo entra de lá",
    next: "Continuar",
    back: "Voltar",
    sure: {
      kick: (node) => ["Expulsar ", node, "? Dá para voltar logo em seguida."],
      "1": (node) => ["Banir ", node, " por 1 hora?"],
      "24": (node) => ["Banir ", node, " por 1 dia?"],
      "168": (node) => ["Banir ", node, " por 1 semana?"],
      "": (node) => ["Banir ", node, " para sempre?"],
    },
    allRead: (node) => ["Todos leem o motivo: “", node, "”."],
    networkToo: "Ninguém novo entra da mesma rede.",
    hideToo: "O que disse nas últimas 24 horas é apagado.",
    doKick: (nick) => `Expulsar ${nick}`,
    why: "Um motivo, se quiser",
    whyHint: "Essa pessoa pode ler, e todos aqui também.",
    hide: "Apagar o que disse nas últimas 24 horas",
    do: (nick) => `Banir ${nick}`,
    worth:
      "Um banimento vale mais onde se entra por convite para uma só pessoa: voltar com outro nome exige outro convite.",
  },
  tidy: {
    whose: "Mensagens de",
    everybody: "Todos",
    all: "Marcar todas",
    none: "Desmarcar todas",
    do: (count) =>
      count === 0
        ? "Apagar as marcadas"
        : inPlural(count, { one: `Apagar ${count} mensagem`, other: `Apagar ${count} mensagens` }),
    sure: (count) =>
      inPlural(count, {
        one: "Apagar esta mensagem para todos? Não dá para desfazer.",
        other: `Apagar estas ${count} mensagens para todos? Não dá para desfazer.`,
      }),
    back: "Voltar",
    done: (count) =>
      inPlural(count, { one: `${count} mensagem apagada.`, other: `${count} mensagens apagadas.` }),
    most: (count) => `Dá para apagar no máximo ${count} por vez.`,
    nothing: "Não há nada para apagar.",
  },
  bans: {
    nobody: "Não há banimentos.",
    until: (until) => `até ${until}`,
    forGood: "para sempre",
    by: ({ by, at }) => `por ${by}, ${at}`,
    letIn: "Deixar entrar",
    letInAgain: (nick) => `Deixar ${nick} entrar`,
    kept: "De fora só por causa da rede",
    keptHint: "Quem espera lá fora pode usar qualquer nome: confira quem é.",
  },
  acts: {
    none: "Nada ainda.",
    older: "Mostrar os mais antigos",
  },
};
