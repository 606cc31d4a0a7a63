import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import * as englishFirst from "../../../client/web/words/english-first.ts";
import * as englishLate from "../../../client/web/words/english-late.ts";
import * as portugueseFirst from "../../../client/web/words/portuguese-first.ts";
import * as portugueseLate from "../../../client/web/words/portuguese-late.ts";
import { describeInBrowser, drawn, say } from "../../support/browser.ts";
import { sentencesOf } from "../../support/sample.ts";

const BRAZIL = { locale: "pt-BR" };

const saidIn = (words: object) => new Set(Array.from(sentencesOf(words), ([, said]) => said));
const portuguese = saidIn({ ...portugueseFirst, ...portugueseLate });
/** Sentences that English has whole, and Portuguese does not. */
const ENGLISH = [...saidIn({ ...englishFirst, ...englishLate })].filter(
  (said) => said.length > 3 && !said.includes("‹") && !portuguese.has(said),
);

/** What a page says in English: as a text of its own, or to be read aloud. */
async function foreignOn(page: Page): Promise<string[]> {
  await drawn(page);
  const said: string[] = await page.evaluate(`[
    document.title,
    ...[...document.querySelectorAll("body *")].flatMap((each) => [
      ...[...each.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ data }) => data.trim()),
      ...["title", "aria-label", "placeholder", "alt"].map((name) => each.getAttribute(name) ?? ""),
    ]),
  ]`);
  return ENGLISH.filter((sentence) => said.includes(sentence));
}

describeInBrowser("somebody who reads no English", (house) => {
  test("comes, talks, keeps order and leaves", async () => {
    expect(ENGLISH.length).toBeGreaterThan(200);
    const bob = await house.join("bob", "praia");
    const page = await house.open("/", BRAZIL);
    await page.getByRole("heading", { name: "Converse com um grupo" }).waitFor();
    await expect
      .poll(() => page.evaluate("[document.documentElement.lang, document.documentElement.dir]"))
      .toEqual(["pt-BR", "ltr"]);
    await page.getByText("Só quem recebe o link encontra uma sala privada.").waitFor();
    expect(await foreignOn(page)).toEqual([]);
    await page.getByLabel("Seu apelido").fill("x");
    await page.getByLabel("Sala").fill("conversa");
    await page.getByRole("button", { name: "Entrar", exact: true }).click();
    await page.getByText("Um apelido tem pelo menos 3 caracteres.").waitFor();
    expect(await foreignOn(page)).toEqual([]);
    await page.getByLabel("Seu apelido").fill("ana");
    await page.getByRole("button", { name: "Entrar", exact: true }).click();
    await page.getByRole("log", { name: "Mensagens em conversa" }).waitFor();
    await page.getByText("De um terminal, sem instalar nada").first().waitFor();

    await bob.goto("/conversa");
    await bob.getByLabel("Your nickname").fill("bob");
    await bob.getByRole("button", { name: "Join", exact: true }).click();
    await page.getByText("bob entrou").waitFor();
    await page.getByPlaceholder("Mensagem a todos em conversa").fill("oi, bob");
    await page.getByRole("button", { name: "Enviar a todos" }).click();
    await bob.locator("article", { hasText: "oi, bob" }).waitFor();
    await say(bob, "hi ana");
    await page.locator("article", { hasText: "hi ana" }).hover();
    await page.getByRole("button", { name: "Responder" }).click();
    await page.getByText("Responder a bob").waitFor();
    await say(page, "tudo bem?");
    await say(page, "/ajuda");
    await page.getByText("Mostrar o que se pode digitar").waitFor();
    await page.locator(".note").getByRole("button", { name: "Fechar" }).click();
    await say(page, "/nada");
    await page.getByRole("alert").getByText("/nada").waitFor();
    expect(await foreignOn(page)).toEqual([]);

    await page.locator("summary", { hasText: "bob" }).click();
    await page.getByRole("button", { name: "Escrever em particular" }).click();
    await page.getByText("Ninguém mais vê.").waitFor();
    await page.getByRole("button", { name: "Voltar a escrever a todos" }).click();
    await page.getByRole("button", { name: "Ajustes" }).click();
    for (const said of ["Você cuida desta sala", "Aparência neste navegador", "Quando você não está olhando"])
      await page.getByRole("heading", { name: said }).waitFor();
    expect(await foreignOn(page)).toEqual([]);
    await page.getByRole("button", { name: "Definir o tópico…" }).click();
    await page.getByLabel("Do que se fala nesta sala?").fill("praia");
    await page.keyboard.press("Enter");
    await page.getByText("ana definiu o tópico: praia").waitFor();
    await page.getByRole("button", { name: "Buscar" }).click();
    await page.getByLabel("Texto").fill("hi ana");
    await page.keyboard.press("Enter");
    await page.getByText("1 encontrada", { exact: true }).waitFor();
    expect(await foreignOn(page)).toEqual([]);

    await page.getByRole("button", { name: "Pessoas" }).click();
    await page.locator("summary", { hasText: "bob" }).click();
    await page.getByRole("button", { name: "Banir…" }).click();
    await page.getByLabel("Um motivo, se quiser").fill("spam");
    await page.getByLabel("Por quanto tempo").selectOption({ label: "1 dia" });
    await page.getByRole("button", { name: "Continuar" }).click();
    await page.getByText("Banir bob por 1 dia?").waitFor();
    expect(await foreignOn(page)).toEqual([]);
    await page.getByRole("button", { name: "Banir bob" }).click();
    await page.getByText("ana baniu bob: spam").waitFor();
    await page.locator(".badge", { hasText: /^até / }).waitFor();
    await bob.getByText("You are banned from conversa").waitFor();
    await page.getByRole("button", { name: "Ajustes" }).click();
    await page.getByRole("button", { name: "O que a moderação fez" }).click();
    await page.locator(".deeds", { hasText: "ana definiu o tópico" }).waitFor();
    expect(await foreignOn(page)).toEqual([]);

    await house.server.crash();
    await page.getByText("Sem conexão. O que você escrever fica guardado, e segue depois.").waitFor();
    await page.getByRole("button", { name: /^Tentar agora/ }).waitFor();
    expect(await foreignOn(page)).toEqual([]);
    await house.server.start();
    await page.getByPlaceholder("Mensagem a todos em conversa").fill("/sair até mais");
    await page.locator(".banner").waitFor({ state: "detached" });
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Você saiu de conversa" }).waitFor();
    await page.getByRole("link", { name: "Escolher outra sala" }).waitFor();
    expect(await foreignOn(page)).toEqual([]);
  });

  test("chooses another language, and finds the way back", async () => {
    const page = await house.join("ana", "idioma");
    await page.getByRole("button", { name: "Settings" }).click();
    await page.getByLabel("Language / Idioma").selectOption({ label: "Português" });
    await page.getByRole("log", { name: "Mensagens em idioma" }).waitFor();
    await expect.poll(() => page.evaluate("document.documentElement.lang")).toBe("pt");
    await page.getByRole("button", { name: "Ajustes" }).click();
    await page.getByLabel("Idioma / Language").selectOption({ label: "Como no navegador" });
    await page.getByRole("log", { name: "Messages in idioma" }).waitFor();
    await expect.poll(() => page.evaluate("document.documentElement.lang")).toBe("en-US");
  });

  test.each([
    // As a Chromium has it where the system's language is C.
    {
      room: "posix",
      has: "Object.defineProperty(navigator, 'languages', { value: ['en-US@posix'] })",
      lang: "en-US",
    },
    { room: "pt-br", has: "localStorage.setItem('papo:language', 'pt_BR')", lang: "pt" },
    { room: "elsewhere", has: "localStorage.setItem('papo:language', '../../x')", lang: "pt-BR" },
  ])("meets a page, and dates on it, in $lang where $has", async ({ room, has, lang }) => {
    const page = await house.open("about:blank", BRAZIL);
    await page.addInitScript(has);
    await page.goto(`/${room}`);
    await page.getByRole("textbox").first().fill("ana");
    await page.keyboard.press("Enter");
    await page.getByRole("log").waitFor();
    await expect.poll(() => page.evaluate("document.documentElement.lang")).toBe(lang);
  });
});
