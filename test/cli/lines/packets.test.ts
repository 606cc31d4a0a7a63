import { expect, test } from "vitest";
import { Packets } from "../../../client/cli/lines/packets.ts";
import { FakeClock } from "../../support/fake-clock.ts";

/** A pause between two packets, in ms. */
type Pause = number;

const bytes = (text: string) => Buffer.from(text, "latin1");

/** What is taken of packets, each with what stands in it, byte by byte. */
async function taken(...packets: readonly (string | Uint8Array | Pause)[]): Promise<string[]> {
  const clock = new FakeClock();
  const texts: string[] = [];
  const reader = new Packets(clock, (text) => {
    texts.push(text);
    return Promise.resolve();
  });
  for (const packet of packets) {
    if (typeof packet === "number") clock.advance(packet);
    else await reader.read(Buffer.from(packet));
  }
  await reader.close();
  return texts;
}

const LONG = "x".repeat(70_000);

test.each<[string, (string | Uint8Array | Pause)[], string[]]>([
  ["what one packet brings is one message", ["hello", "there"], ["hello", "there"]],
  ["a line is one", ["hello\n"], ["hello"]],
  ["a line may have come in pieces", ["one\ntw", "o\n"], ["one", "two"]],
  ["several lines are several", ["one\ntwo\nthree\n"], ["one", "two", "three"]],
  ["the last of them needs no end", ["one\ntwo", 100, "three\n"], ["one", "two", "three"]],
  ["nor does it at the end of all", ["one\ntwo"], ["one", "two"]],
  ["lines of telnet", ["one\r\ntwo\r\0"], ["one", "two"]],
  ["a return alone ends a line", ["one\rtwo\r"], ["one", "two"]],
  ["nothing is said of nothing", ["\n\n \n", "\r\n"], []],
  ["half a character waits for the other", [bytes("ol\xc3"), bytes("\xa1")], ["olá"]],
  ["however late that comes", [bytes("na\xc3"), 1_900, bytes("\xafve")], ["naïve"]],
  ["but not for ever", [bytes("ol\xc3"), 2_000, bytes("\xa1")], ["ol\ufffd", "\ufffd"]],
  ["and what is no half of one is the next message", [bytes("caf\xe9"), "x"], ["caf\ufffd", "x"]],
  ["and no longer than a moment", [bytes("ol\xc3"), 100, "x"], ["ol\ufffd", "x"]],
  ["a picture in three packets", [bytes("\xf0\x9f"), bytes("\x91"), bytes("\x8d")], ["👍"]],
  ["what is no UTF-8 shows it", [bytes("caf\xe9 x")], ["caf\ufffd x"]],
  ["no NUL", ["a\0b"], ["ab"]],
  ["no word between telnets", [bytes("\xff\xfd\x03\xff\xf6hi\n")], ["hi"]],
  ["a text that is too long is cut where it may be long", [`${LONG}`], [LONG.slice(0, 65_536)]],
])("%s", async (_name, packets, texts) => {
  expect(await taken(...packets)).toEqual(texts);
});

test("one is taken after the other, however long that takes", async () => {
  const order: string[] = [];
  let go = () => {};
  const first = new Promise<void>((resolve) => {
    go = resolve;
  });
  const reader = new Packets(new FakeClock(), async (text) => {
    order.push(`${text} begins`);
    if (text === "one") await first;
    order.push(`${text} ends`);
  });
  const done = reader.read(Buffer.from("one\ntwo\n"));
  go();
  await done;
  expect(order).toEqual(["one begins", "one ends", "two begins", "two ends"]);
});
