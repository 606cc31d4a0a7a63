import { enter, type Stage, shown } from "./stage.ts";
import { lines, Talker } from "./talker.ts";
import { Watch, type Work } from "./work.ts";

type Held = Pick<Work, "heap" | "nodes">;

/** What many messages do to a page that nobody looks at. */
export interface Unseen extends Held {
  /** Milliseconds of its main thread. */
  task: number;
  draws: number;
  /** In which all was said. */
  seconds: number;
}

const SEEN = [10_000, 20_000];
export const UNSEEN = 10_000;
const PAGE = 1_000;

/** What a page holds after so many messages. */
export async function measureMany({ browser, url }: Stage): Promise<ReadonlyMap<number, Held>> {
  const held = new Map<number, Held>();
  const talker = await Talker.join(url, "many", "bob");
  const page = await enter(browser, url, "many");
  const watch = await Watch.of(page);
  let said = 0;
  for (const most of SEEN) {
    for (; said < most; said += PAGE) {
      await talker.say(...lines(said, PAGE));
      await shown(page, `line ${said + PAGE - 1} `);
    }
    held.set(most, await watch.held());
    console.error(`${most} messages seen`);
  }
  return held;
}

export async function measureUnseen({ browser, url }: Stage): Promise<Unseen> {
  const talker = await Talker.join(url, "unseen", "bob");
  const page = await enter(browser, url, "unseen");
  const watch = await Watch.of(page);
  await page.evaluate(HIDE);
  const start = performance.now();
  const { task } = await watch.during(async () => {
    for (let said = 0; said < UNSEEN; said += PAGE) await talker.say(...lines(said, PAGE));
    await shown(page, `line ${UNSEEN - 1} `);
  });
  const seconds = (performance.now() - start) / 1_000;
  const draws = await page.evaluate<number>("window.draws");
  return { ...(await watch.held()), task, draws, seconds };
}

/** A browser without windows hides no page by itself. */
const HIDE = `
  Object.defineProperty(document, "hidden", { value: true });
  document.dispatchEvent(new Event("visibilitychange"));
  window.draws = 0;
  new MutationObserver(() => window.draws++)
    .observe(document.querySelector(".log-content"), { childList: true, subtree: true });
`;
