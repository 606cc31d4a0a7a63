/** `2026-11-26 16:05`, in the local time. */
export const moment = (ms: number) =>
  new Date(ms).toLocaleString("sv", { dateStyle: "short", timeStyle: "short" });
