import { retryAfterOf } from "../../../src/protocol/http-answer.ts";
import { readUploaded } from "../../core/http/file-http.ts";
import { isProblem } from "../../core/problem.ts";
import type { UploadOutcome } from "./upload-outcome.ts";

/** A file on its way to a room. */
export interface FileUpload {
  url: string;
  headers: Readonly<Record<string, string>>;
  blob: Blob;
  /** Told how much of it has gone, from 0 to 1. */
  progress(part: number): void;
  /** Ends it. */
  signal: AbortSignal;
}

/** Milliseconds in which nothing has gone or come, after which nobody waits any longer. */
const SILENCE = 60_000;

/** Sends a file: only this way tells a page how far it has come. */
export function uploadFile({ url, headers, blob, progress, signal }: FileUpload): Promise<UploadOutcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let silence = 0;
    const expect = () => {
      clearTimeout(silence);
      silence = setTimeout(() => request.abort(), SILENCE);
    };
    request.upload.onprogress = ({ loaded, total }) => {
      expect();
      progress(loaded / Math.max(1, total));
    };
    request.onloadend = () => {
      clearTimeout(silence);
      signal.removeEventListener("abort", stop);
      resolve(postedBy(request));
    };
    const stop = () => request.abort();
    signal.addEventListener("abort", stop);
    request.open("POST", url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    expect();
    request.send(blob);
    if (signal.aborted) stop();
  });
}

function postedBy(request: XMLHttpRequest): UploadOutcome {
  const { status, responseText } = request;
  const uploaded = readUploaded(status, responseText);
  if (!isProblem(uploaded)) return { id: uploaded.id };
  // Whoever is in trouble, or stands between, may take it another time.
  if (/unreadable|internal/.test(uploaded.problem)) return { status };
  const retryAfter = retryAfterOf(request.getResponseHeader("Retry-After") ?? undefined);
  return { refused: { ...uploaded, ...(retryAfter !== undefined && { retryAfter }) } };
}
