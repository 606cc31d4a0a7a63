import { CopyLine } from "./copy-line.tsx";

/** How to get into a room from a terminal, and, for those who are in it, what to send to others. */
export function Invitation({ room, link }: { room: string; link?: boolean }) {
  const { origin } = location;
  return (
    <section>
      {link && (
        <>
          <h3>Invite others with this link</h3>
          <CopyLine text={`${origin}/${room}`} label="Copy the link" />
        </>
      )}
      <h3>From a terminal, with nothing installed</h3>
      <CopyLine text={`npx ${origin}/papo.tgz ${origin}/${room}`} label="Copy the command" />
    </section>
  );
}
