/** Where a room's files are, on the page's own server. */
export function apiUrlOf(room: string): string {
  return `/api/rooms/${room}`;
}
