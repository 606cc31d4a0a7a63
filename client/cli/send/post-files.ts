import type { Letter } from "../../../src/protocol/http.ts";
import type { RoomHttp } from "../../core/http/room-http.ts";
import type { Unmet } from "../../core/http/unmet.ts";
import type { ChosenFile } from "../files/chosen-file.ts";
import { type Requester, tellDelay } from "../net/api.ts";
import { bringFile } from "../net/bring-file.ts";
import type { Posting } from "./unanswered-posts.ts";

export interface FilePost {
  readonly room: Pick<RoomHttp, "post">;
  readonly requester: Requester;
  readonly credentials: { readonly token: string; readonly key: string | undefined };
  readonly letter: Letter;
  readonly files: readonly ChosenFile[];
  readonly posting: Posting;
}

/** Posts a message, behind its files. Those that an earlier run has brought are taken, unless the room has given them up. */
export async function postWithFiles(post: FilePost): Promise<Unmet | undefined> {
  const { posting } = post;
  const isOfEarlier = posting.files.length > 0;
  const answer = await postOnce(post);
  // Then nothing of this message is stored.
  const isGivenUp = answer?.unmet === "request" && answer.refusal?.problem === "no_such_file";
  if (!isOfEarlier || !isGivenUp) return answer;
  posting.hasUploaded([]);
  return postOnce(post);
}

async function postOnce({
  room,
  requester,
  credentials,
  letter,
  files,
  posting,
}: FilePost): Promise<Unmet | undefined> {
  if (files.length === 0) return room.post(letter, posting.key);
  const { host } = new URL(requester.address.origin);
  const ids = [...posting.files];
  for (const file of files.slice(ids.length)) {
    const { id } = await bringFile({
      requester,
      credentials,
      file,
      signal: new AbortController().signal,
      sent: () => {},
      waits: (delay) => tellDelay(delay, host),
    });
    ids.push(id);
    posting.hasUploaded(ids);
  }
  posting.sends();
  return room.post({ ...letter, files: ids }, posting.key);
}
