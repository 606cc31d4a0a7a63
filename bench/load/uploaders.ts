import { setTimeout as sleep } from "node:timers/promises";

const [port, rate] = process.argv.slice(2);
const PEOPLE = 10;
const FILE = 2_500_000;
const PIECE = 50_000;

const bytesPerSecond = Number(rate);
const bytes = new Uint8Array(PIECE).map((_, index) => Math.imul(index, 2_654_435_761) >>> 24);

/** A file that comes at a pace. */
function paced(): ReadableStream<Uint8Array> {
  let left = FILE / PIECE;
  const begun = performance.now();
  return new ReadableStream({
    async pull(controller) {
      if (left === 0) return controller.close();
      if (bytesPerSecond > 0) {
        const due = begun + ((FILE - left * PIECE) / bytesPerSecond) * 1_000;
        await sleep(Math.max(0, due - performance.now()));
      }
      left--;
      controller.enqueue(bytes);
    },
  });
}

/** One file after the other, each by somebody else: nobody may leave more than a few unsaid, and what is said would count as talk. */
async function uploadOn(number: number): Promise<never> {
  for (let files = 0; ; files++) {
    const headers = {
      Authorization: `Bearer bench-token-of-uploader-${number}-${files}`,
      "CF-Connecting-IP": `10.99.${files % 256}.${number}`,
    };
    const sent = { method: "POST", headers, body: paced(), duplex: "half" } as const;
    const url = `http://127.0.0.1:${port}/api/rooms/room0/files?name=a.bin`;
    const answer = await fetch(url, sent).catch(() => undefined);
    await answer?.arrayBuffer();
    // Nobody has made the room yet.
    if (answer?.status !== 201) await sleep(100);
  }
}

for (let number = 1; number <= PEOPLE; number++) void uploadOn(number);
