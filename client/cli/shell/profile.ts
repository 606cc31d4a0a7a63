const PROFILE = /^[A-Za-z0-9_-]{1,32}$/;

/** Whether a set of people can be called so: it names a folder. */
export function isProfile(name: string): boolean {
  return PROFILE.test(name);
}
