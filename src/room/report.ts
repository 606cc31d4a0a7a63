/** How far the rows that a deployment may write on one day are used up. */
export interface Used {
  /** Per cent, as far as it makes a difference: see budget.ts. */
  readonly share: 0 | 80 | 100 | 110;
  /** The day that it is true of: whole days (UTC) since 1970. */
  readonly day: number;
}

/** What a room tells the deployment's registry: as it stands, so that a report that is lost or comes twice does no harm. */
export interface RoomReport {
  readonly room: string;
  /** Whole days (UTC) since 1970. */
  readonly day: number;
  /** People who are here or held. */
  readonly members: number;
  /** Messages of that day so far, and rows written. */
  readonly messages: number;
  readonly rows: number;
  /** When the room was made, and when it reports, in ms since 1970. */
  readonly created: number;
  readonly active: number;
}

/** Milliseconds of a day. */
export const DAY = 86_400_000;

/** The day of a time in ms since 1970. */
export function dayOf(at: number): number {
  return Math.floor(at / DAY);
}

/** The name of the one registry of a deployment. */
export const REGISTRY_NAME = "registry";

/** By what push services know a deployment (RFC 8292): an uncompressed point of P-256, and what it is signed with, as base64url. */
export interface VapidKeys {
  readonly key: string;
  readonly secret: string;
}
