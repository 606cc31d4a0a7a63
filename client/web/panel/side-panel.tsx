import { Awaited } from "../parts/awaited.tsx";
import { IconButton } from "../parts/icon-button.tsx";
import { takeFocus } from "../parts/take-focus.ts";
import type { InRoom } from "../session/in-room.ts";
import { pageWords } from "../words/page-words.ts";

const { panels } = pageWords;

/** What is open beside the talk; on a small screen, over it. */
export function SidePanel({ session }: InRoom) {
  const { ui, late } = session;
  const { panel } = ui;
  if (panel === undefined) return null;
  const Content = typeof late.part === "string" ? undefined : late.part.panels[panel];
  return (
    <aside
      class="panel"
      aria-label={panels[panel]}
      onKeyDown={({ key }) => key === "Escape" && ui.open(undefined)}
    >
      <header>
        <h2 key={panel} tabIndex={-1} ref={ui.opened ? takeFocus : null}>
          {panels[panel]}
        </h2>
        <IconButton icon="close" label={pageWords.close} onClick={() => ui.open(undefined)} />
      </header>
      {Content ? <Content session={session} /> : <Awaited late={late} />}
    </aside>
  );
}
