import { beforeAll, expect, test } from "vitest";
import * as english from "../../../client/cli/words/english/spoken.ts";
import * as portuguese from "../../../client/cli/words/portuguese/spoken.ts";
import type { Pty } from "../../support/pty.ts";
import { sentencesOf } from "../../support/sample.ts";
import { homeOf, openPapo } from "./support/papo.ts";
import { startServer, type TestServer } from "./support/server.ts";

/** As a machine in Brazil has it. */
const BRAZIL = { PAPO_LANG: undefined, LC_ALL: undefined, LC_MESSAGES: undefined, LANG: "pt_BR.UTF-8" };

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ NICK_HOLD_SECONDS: "0", MESSAGE_BURST: "1000", MESSAGES_PER_SECOND: "1000" });
  return () => server.kill();
});

const saidIn = (words: object) => new Set(Array.from(sentencesOf(words), ([, said]) => said));
const own = saidIn(portuguese);
/** What English says whole, in several words, and Portuguese does not. */
const ENGLISH = [...saidIn(english)].filter(
  (said) => /\w \w/.test(said) && !/[‹\n]/.test(said) && !own.has(said),
);

/** What a terminal has shown in English; its rows are long enough for each. */
function foreignOn(pty: Pty): string[] {
  const shown = pty.log().join("\n");
  return ENGLISH.filter((sentence) => shown.includes(sentence));
}

const inBrazil = (args: readonly string[], cols = 400) =>
  openPapo(args, { cols, rows: 50, env: homeOf(BRAZIL) });

test.each([
  { args: ["--help"], says: "papo: conversa em grupo, em salas." },
  { args: ["help", "--man"], says: "papo COMANDO [ARGUMENTO…] [OPÇÃO…]" },
  { args: ["mcp", "--help"], says: "Exemplos:" },
  { args: ["config"], says: "seu apelido" },
  { args: ["sned"], says: 'Não existe "papo sned". Quis dizer papo send?' },
  { args: ["tail", "lobby"], says: "Qual sala? Escreva depois do host" },
  { args: ["doctor", "http://127.0.0.1:1/x"], says: "FALHOU" },
])("papo $args speaks Portuguese where the machine does", async ({ args, says }) => {
  const papo = inBrazil(args, 160);
  await papo.exit;
  expect(papo.log().join("\n")).toContain(says);
  expect(foreignOn(papo)).toEqual([]);
});

test("somebody who reads no English comes, talks, keeps order and leaves", async () => {
  const url = server.room("conversa");
  const ana = inBrazil([]);
  await ana.waitFor("Convite ou endereço (não aparece):");
  ana.type(`${url}\r`);
  await ana.waitFor(/^Apelido:$/m);
  ana.type("x\r");
  await ana.waitFor("Um apelido tem pelo menos 3 caracteres.");
  ana.press("ctrl-u");
  ana.type("ana\r");
  await ana.waitFor("Você é ana em conversa.");
  const bob = openPapo([url, "--nick", "bob"]);
  await ana.waitFor("bob entrou");
  ana.type("oi, bob\r");
  await bob.waitFor("ana: oi, bob");
  bob.type("hi ana\r");
  await ana.waitFor("bob: hi ana");
  for (const [order, says] of [
    ["/ajuda", "Mostrar o que se pode digitar"],
    ["/nada", "Não existe /nada."],
    ["/names", "2 aqui:"],
    ["/whois bob", "está aqui"],
    ["/msg bob psst", "[privado]"],
    ["/reply sim", "(a bob:"],
    ["/edit claro", "✎ ana mudou"],
    ["/topic praia", "ana definiu o tópico: praia"],
    ["/away praia", "Agora todo mundo vê"],
    ["/slow 30", "ana ligou o modo lento"],
    ["/slow off", "ana desligou o modo lento"],
    // The room knows of it by now.
    ["/away", "Você voltou."],
    ["/kick bob chega", "ana expulsou bob: chega"],
    ["/unban bob", "bob"],
    ["/acts", "ana expulsou bob"],
    ["/lock", "Senha para esta sala:"],
    ["segredo", "ana trancou a sala"],
  ] as const) {
    ana.type(`${order}\r`);
    await ana.waitFor(says);
  }
  expect((await bob.exit).code).toBe(3);
  const eva = inBrazil([url, "--nick", "eva"]);
  await eva.waitFor("Esta sala está trancada. É preciso a senha dela.");
  await eva.waitFor(/^Senha:$/m);
  eva.type("errada\r");
  await eva.waitFor("Essa não é a senha desta sala.");
  await eva.waitFor(/^Senha:$/m);
  eva.type("segredo\r");
  await eva.waitFor("Você é eva em conversa.");
  await ana.waitFor("eva entrou");
  ana.type("/ban eva --for 1d spam\r");
  await ana.waitFor("ana baniu eva: spam");
  expect((await eva.exit).code).toBe(3);
  ana.type("/bans\r");
  await ana.waitFor(/eva \(\S+\), por ana, até/);
  await server.kill();
  await ana.waitFor("— a conexão caiu; o papo continua tentando —");
  await ana.waitFor("[sem conexão há");
  await server.start();
  await ana.waitFor("— conexão de volta —");
  ana.type("/sair até mais\r");
  expect((await ana.exit).code).toBe(0);
  expect([...foreignOn(ana), ...foreignOn(eva)]).toEqual([]);
});
