import { expect, test } from "vitest";
import { doBotCommand, parseBotCommand } from "../../../client/cli/pipe/bot-command.ts";
import { botEvent } from "../../../client/cli/pipe/bot-event.ts";
import { isProblem } from "../../../client/core/problem.ts";
import { Trial } from "../../support/trial.ts";

test("a bot reacts, takes it back, and is told of it", async () => {
  const lobby = new Trial();
  const { chat, told } = lobby.chat("ana");
  lobby.settle();
  chat.say({ text: "one" });
  for (const line of [
    '{"type":"react","id":1,"emoji":"👍"}',
    '{"type":"react","id":1,"emoji":"👍","on":false}',
  ]) {
    const command = parseBotCommand(line);
    if (isProblem(command)) throw new Error(command.message);
    expect(await doBotCommand(chat, command)).toBeUndefined();
  }
  lobby.settle();
  const by = { target: 1, by: "ana", byUid: "ana---------", at: expect.any(Number) };
  const seen = { type: "reacted", emoji: "👍", ...by, own: true, replayed: false };
  const events = told.map((event) => botEvent(event, chat));
  expect(events.filter((event) => event && "emoji" in event)).toEqual([
    { ...seen, id: 2, on: true, count: 1 },
    { ...seen, id: 3, on: false, count: 0 },
  ]);
});

test("what is no emoji is refused before it is sent", () => {
  expect(parseBotCommand('{"type":"react","id":1,"emoji":"ok"}')).toMatchObject({
    problem: "bad_text",
    detail: "not_an_emoji",
  });
});
