/** The secret of somebody who is called by a name, and never of anybody else. */
export const tokenOf = (name: string) => name.padEnd(22, "-");

/** The `uid` of somebody who is called by a name, where it can be read from the token. */
export const uidOf = (name: string) => tokenOf(name).slice(0, 12);
