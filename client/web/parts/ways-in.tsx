import { pageWords } from "../words/page-words.ts";
import { CopyLine } from "./copy-line.tsx";

const { invitation } = pageWords;

/** How to get into a room from a terminal, and, for those who are in it, what to send to others. */
export function WaysIn({ room, link }: { room: string; link?: boolean }) {
  const { origin } = location;
  return (
    <section>
      {link && (
        <>
          <h3>{invitation.link}</h3>
          <CopyLine text={`${origin}/${room}`} label={invitation.copyLink} />
        </>
      )}
      <h3>{invitation.terminal}</h3>
      <CopyLine text={`npx ${origin}/papo.tgz ${origin}/${room}`} label={invitation.copyCommand} />
    </section>
  );
}
