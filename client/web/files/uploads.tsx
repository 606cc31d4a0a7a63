import type { SharedFile } from "../../../src/protocol/event.ts";
import type { Names } from "../../../src/protocol/text/mention.ts";
import { ownMessage } from "../log/outgoing.tsx";
import { OwnRow } from "../log/own-row.tsx";
import { rowsOf } from "../model/rows.ts";
import { buttons } from "../panel/actions.tsx";
import type { InRoom } from "../session/in-room.ts";
import { pageWords } from "../words/page-words.ts";
import { panelWords } from "../words/panel-words.ts";
import { type Attached, formOf } from "./attached.ts";
import { stopSending } from "./back-to-tray.ts";
import type { SendingJob } from "./kept-jobs.ts";
import { sendingFiles } from "./of-session.ts";

const { files: words } = panelWords;
const { outgoing } = pageWords;

/** Messages whose files are on their way, as they will look in the log. */
export function Uploads({ session, names }: InRoom & { names: Names }) {
  const { talk } = session;
  const jobs = sendingFiles(session).waiting.filter(({ saying }) => !talk || saying.to === talk.to.uid);
  const all = new Map(jobs.map((job) => [`u${job.key}`, job]));
  const items = [...all].map(([key, job]) => {
    const { message, ...item } = ownMessage({ draft: { type: "say", ...job.saying }, at: job.at }, session);
    return { ...item, key, message: { ...message, files: job.files.map(asShared) } };
  });
  return (
    <>
      {rowsOf(items, { before: session.feed.log.items.at(-1) }).map((row) => {
        const job = all.get(row.key);
        if (row.kind !== "message" || !job) return null;
        return (
          <OwnRow key={row.key} {...{ row, names, session }} marks={{ failed: job.why }}>
            <UploadState job={job} session={session} />
          </OwnRow>
        );
      })}
    </>
  );
}

/** How far it is, and what can be done about it. */
function UploadState({ job, session }: InRoom & { job: SendingJob }) {
  const sending = sendingFiles(session);
  const isOnline = session.chat.state.state === "online";
  const { why } = job;
  const isGoingUp = why === undefined && isOnline && sending.isGoingUp(job);
  const actions =
    why === undefined
      ? ([[words.cancel, () => stopSending(session, job)]] as const)
      : ([
          [outgoing.retry, () => sending.retry(job)],
          [outgoing.revise, () => stopSending(session, job)],
          [outgoing.discard, () => sending.drop(job)],
        ] as const);
  return (
    <p class="state upload">
      {isGoingUp && <progress max={1} value={sending.progress} aria-label={words.progress} />}
      <span>{why ?? (isGoingUp ? words.goingUp : isOnline ? words.waits : words.offline)}</span>
      {buttons(actions)}
    </p>
  );
}

/** A file that is not there yet, as it will be; what this page has of it, it finds by the id. */
function asShared(file: Attached): SharedFile {
  const { name, size, width, height } = formOf(file);
  const isPicture = width !== undefined && height !== undefined;
  return {
    ...{
      id: file.there?.id ?? file.key,
      name,
      size,
      type: isPicture ? "image/png" : "application/octet-stream",
    },
    ...(isPicture && { width, height }),
  };
}

/** The files of a message that waits in the outbox. */
export function filesIn(session: InRoom["session"], ids: readonly string[]): SharedFile[] {
  return sendingFiles(session).filesOf(ids).map(asShared);
}
