import { expect, test } from "vitest";
import { stylesFor } from "../../../client/cli/text/styles.ts";
import { clockface, TIME_FORMATS } from "../../../client/cli/text/time.ts";
import { Teller } from "../../../client/cli/view/teller.ts";
import { View } from "../../../client/cli/view/view.ts";
import { wrap } from "../../../client/cli/view/wrap.ts";
import { createChat } from "../../../client/core/create-chat.ts";
import { damagedEvents, FOREIGN_FRAMES } from "../../support/damaged-frames.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { messageOf, ScriptedRoom, welcome } from "../../support/room/scripted-room.ts";

test.each(TIME_FORMATS)("§8 nothing in a frame ends the terminal client, whose times are %s", (format) => {
  const clock = new FakeClock(0);
  const room = new ScriptedRoom();
  const chat = createChat({
    connect: room.network.connect,
    clock,
    random: () => 0.5,
    nick: "ana",
    token: "ana-------------------",
    client: "one",
  });
  const lines: string[] = [];
  const teller = new Teller({
    chat,
    view: new View({
      files: { addressOf: ({ name }) => `https://host/${name}`, isLinked: false },
      styles: stylesFor("none"),
      clockface: clockface({ format }),
      now: () => clock.now(),
      you: () => chat.room.you,
    }),
    clock,
    ignored: new Map(),
    talk: (shown) => lines.push(...shown.lines.flatMap((line) => wrap(line, 80))),
    status: (shown) => lines.push(...shown.lines.flatMap((line) => wrap(line, 80))),
  });
  chat.subscribe((event) => teller.tell(event));
  chat.start();
  room.tell(welcome());
  let id = 2;
  for (const frame of [...FOREIGN_FRAMES, ...damagedEvents(2).map((event) => JSON.stringify([event]))]) {
    room.end.send(frame);
    room.network.run();
    clock.advance(10_000);
    room.end.send("pong");
    id += 2;
    room.tell(messageOf(id));
    expect(lines.at(-1), frame.slice(0, 500)).toContain(`bob: text ${id}`);
    lines.length = 0;
  }
});
