import type { Profile } from "./store.ts";

/** The generation of data that was never copied. Rooms from before generations were told apart are of it, too. */
const ORIGINAL = 1;

/**
 * A stored room as it goes on where the data is of some generation. In another
 * one than its own it may be older than what people have seen of it, so it goes
 * on under another epoch, which tells them to begin anew.
 */
export function goOn(profile: Profile, generation: number | undefined, now: number): Profile {
  if (generation === undefined || generation === profile.generation) return profile;
  if (generation === (profile.generation ?? ORIGINAL)) return { ...profile, generation };
  return { ...profile, generation, epoch: Math.max(profile.epoch + 1, now) };
}
