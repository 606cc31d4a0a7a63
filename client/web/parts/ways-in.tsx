import { pageWords } from "../words/page-words.ts";
import { CopyLine } from "./copy-line.tsx";

const { invitation } = pageWords;

/** How to get into a room from a terminal. */
export function WaysIn({ room }: { room: string }) {
  const { origin } = location;
  return (
    <section class="ways">
      <h3>{invitation.terminal}</h3>
      <CopyLine text={`npx ${origin}/papo.tgz ${origin}/${room}`} label={invitation.copyCommand} />
    </section>
  );
}
