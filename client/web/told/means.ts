/** What a browser and its room can do to tell somebody, and what they may. */
export interface Means {
  /** It can show notifications, and has a service worker for them. */
  readonly canShow: boolean;
  readonly canPush: boolean;
  /** On an iPhone or iPad: whether the page was opened from the Home Screen. */
  readonly isInstalled: boolean | undefined;
  /** The person has said no. */
  readonly isDenied: boolean;
  readonly isTold: boolean;
  /** The room pushes what is wanted of it to this browser. */
  readonly isPushed: boolean;
  /** The room can push. */
  readonly roomPushes: boolean;
}

/**
 * `install`: only from the Home Screen. `missing`: not in this browser. `denied`:
 * the person must change their mind. `off` and `offHere`: they may let it tell,
 * always or while papo is open. `here` and `away`: they do.
 */
export type TellingState = "install" | "missing" | "denied" | "off" | "offHere" | "here" | "away";

/** How it stands with telling somebody. */
export function tellingState(means: Means): TellingState {
  if (means.isInstalled === false && !(means.canShow && means.canPush)) return "install";
  if (!means.canShow) return "missing";
  if (means.isDenied) return "denied";
  if (!means.isTold) return means.canPush && means.roomPushes ? "off" : "offHere";
  return means.isPushed ? "away" : "here";
}
