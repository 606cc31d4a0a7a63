import { expect, test } from "vitest";
import { fromDiscord } from "../../../src/worker/hooks/discord.ts";

test.each<[what: string, message: unknown, text: string]>([
  ["a text", { content: "hello" }, "hello"],
  ["a link without a preview", { content: "see <https://x.example/1>" }, "see https://x.example/1"],
  ["emoji of a server", { content: "<:yes:123> <a:no:456>" }, ":yes: :no:"],
  [
    "an embed",
    { embeds: [{ title: "Build", description: "is green", url: "https://x.example/7" }] },
    "Build https://x.example/7\nis green",
  ],
  [
    "text and embeds",
    {
      content: "News",
      embeds: [
        { author: { name: "ana" }, title: "One", fields: [{ name: "Branch", value: "main", inline: true }] },
        { description: "two" },
        {},
      ],
    },
    "News\nana\nOne\nBranch: main\ntwo",
  ],
  ["nothing", {}, ""],
  ["what is none", "content", ""],
  ["fields of other kinds", { content: ["no"], embeds: [7, null, { title: {} }] }, ""],
])("§12.7 Discord: %s", (_, message, text) => {
  expect(fromDiscord(message).text).toBe(text);
});

test("§12.7 Discord: how the sender calls itself", () => {
  expect(fromDiscord({ content: "x", username: "Spidey Bot" }).nick).toBe("Spidey Bot");
});
