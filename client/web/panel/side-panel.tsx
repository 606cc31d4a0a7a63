import { Awaited } from "../parts/awaited.tsx";
import { IconButton } from "../parts/icon-button.tsx";
import { takeFocus } from "../parts/take-focus.ts";
import type { InRoom } from "../session/in-room.ts";
import type { Panel } from "../session/page-ui.ts";
import { pageWords } from "../words/page-words.ts";

/** What is open beside the talk; on a small screen, over it. */
export function SidePanel({ session }: InRoom) {
  const { ui, late } = session;
  const { panel } = ui;
  if (panel === undefined) return null;
  const part = typeof late.part === "string" ? undefined : late.part;
  const Content = part?.panels[panel];
  const titles: Partial<Record<Panel, string>> = { ...pageWords.panels, ...part?.titles };
  return (
    <aside
      class="panel"
      aria-label={titles[panel]}
      onKeyDown={({ key }) => key === "Escape" && ui.open(undefined)}
    >
      <header>
        <h2 key={panel} tabIndex={-1} ref={ui.opened ? takeFocus : null}>
          {titles[panel]}
        </h2>
        <IconButton icon="close" label={pageWords.close} onClick={() => ui.open(undefined)} />
      </header>
      {Content ? <Content session={session} /> : <Awaited late={late} />}
    </aside>
  );
}
