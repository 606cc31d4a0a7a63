import { roomOfPath } from "../../../src/protocol/room-name.ts";

/** The window that can show a room: one that shows it, else any that shows a room of papo's; those looked at last come first. */
export function windowFor<Window extends { readonly url: string }>(
  windows: readonly Window[],
  room: string,
): Window | undefined {
  const roomIn = ({ url }: Window) => roomOfPath(new URL(url).pathname);
  return windows.find((each) => roomIn(each) === room) ?? windows.find((each) => roomIn(each) !== undefined);
}
