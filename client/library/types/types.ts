// All that a program sees, but for what it calls.

export type * from "./answer.ts";
export type * from "./event.ts";
export type * from "./join.ts";
export type * from "./message.ts";
export type * from "./problem.ts";
export type * from "./room.ts";
export type * from "./saved.ts";
