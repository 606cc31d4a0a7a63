import { PASSPHRASE_RULE } from "../../../../src/protocol/passphrase.ts";

/** Who one is, and which secrets go where. */
export const person = {
  noHome: "There is no home directory to keep in who you are. Set HOME, or name a folder in XDG_STATE_HOME.",
  damaged: (file: string) =>
    `${file} is damaged, and with it who you are in this room. Restore it; or delete it, to come as a new person.`,
  hereAlready: ({ nick, claimed }: { nick: string; claimed: string }) =>
    `You are here as ${nick} already, so you are not ${claimed}. /nick changes that.`,

  /** `why` a file cannot be read or written, as a sentence. */
  stopNotKept: (why: string) => `Where you stop is not known the next time, for it cannot be kept. ${why}`,
  unsentNotKept: (why: string) =>
    `What waits to be sent is gone if papo ends now, for it cannot be kept. ${why}`,
  sentNotKept: (why: string) => `What you send is not found again by Ctrl-R the next time. ${why}`,
  ignoredUnknown: (why: string) => `Whom you ignored is not known. ${why}`,
  ignoredNotKept: (why: string) => `That holds until you leave, for it cannot be kept. ${why}`,

  secretWithheld: ({
    variable,
    others,
    host,
  }: {
    variable: string;
    others: readonly string[];
    host: string;
  }) =>
    `${variable} is set, but not for this server: PAPO_SECRETS_FOR names ${others.join(", ")}. If it is for ${host} too, add that.`,
  secretForWhom: ({ variable, host }: { variable: string; host: string }) =>
    `${variable} is set, but not for which server. If it is for this one, set PAPO_SECRETS_FOR=${host} too.`,
  noServer:
    "What PAPO_SECRETS_FOR names is no server. Write chat.example.org or http://10.0.0.7:8787, and commas between.",
  noServerAt: (number: number) =>
    `Number ${number} in PAPO_SECRETS_FOR is no server. Write chat.example.org or http://10.0.0.7:8787, and commas between.`,

  noHeader: ({ line, most }: { line: number; most: number }) =>
    `Line ${line} of PAPO_HEADERS is no header that can be sent. Write NAME: VALUE, one a line and ${most} at most, of others than papo's own.`,

  passNotKept: (why: string) => `${why} The invitation is good for this run alone.`,
  passInArguments:
    "Others on this machine can read the arguments of programs, and with them this invitation. papo alone asks for the link, unseen.",
  noInvitation:
    "What PAPO_LINK holds is no invitation. It has the whole link, such as https://HOST/ROOM#pass=….",

  noPassphraseInFile: (file: string) =>
    `What is given in ${file} is no room's passphrase. ${PASSPHRASE_RULE}`,
  noPassphraseInVariable: `What is given in PAPO_KEY is no room's passphrase. ${PASSPHRASE_RULE}`,
  noPassphraseTyped: `What is given here is no room's passphrase. ${PASSPHRASE_RULE}`,
};
