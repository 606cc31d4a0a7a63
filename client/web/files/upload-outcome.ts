import type { Problem } from "../../core/problem.ts";

/** What came of it: the `id` by which a message takes it up; why it was refused; or the status of an answer that says neither, 0 where none came. */
export type UploadOutcome = { id: string } | { refused: Problem } | { status: number };
