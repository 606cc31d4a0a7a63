import { enter, type Stage, shown } from "./stage.ts";
import { lines, Talker } from "./talker.ts";
import { Watch, type Work } from "./work.ts";

type Held = Pick<Work, "heap" | "nodes">;

export interface Many {
  /** What a page holds after so many messages. */
  held: ReadonlyMap<number, Held>;
  /** Of a page that nobody sees: the same, milliseconds of its main thread, times that it drew, and the seconds in which all was said. */
  hidden: Held & { task: number; draws: number; seconds: number };
}

const SEEN = [10_000, 20_000];
const UNSEEN = 10_000;
const PAGE = 200;

/** What a page holds after many messages, and what many do to a page that nobody looks at. */
export async function measureMany({ browser, url }: Stage): Promise<Many> {
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
  await page.context().close();
  const unseen = await enter(browser, url, "many");
  const unseenWatch = await Watch.of(unseen);
  await unseen.evaluate(HIDE);
  const start = performance.now();
  const { task } = await unseenWatch.during(async () => {
    for (let more = 0; more < UNSEEN; more += PAGE) await talker.say(...lines(said + more, PAGE));
    await shown(unseen, `line ${said + UNSEEN - 1} `);
  });
  const seconds = (performance.now() - start) / 1_000;
  const draws = await unseen.evaluate<number>("window.draws");
  return { held, hidden: { ...(await unseenWatch.held()), task, draws, seconds } };
}

/** A browser without windows hides no page by itself. */
const HIDE = `
  Object.defineProperty(document, "hidden", { value: true });
  document.dispatchEvent(new Event("visibilitychange"));
  window.draws = 0;
  new MutationObserver(() => window.draws++).observe(document.querySelector(".log-content"), { childList: true, subtree: true });
`;
