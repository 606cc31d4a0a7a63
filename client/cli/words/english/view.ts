import { grouped } from "../../../core/words/english.ts";
import { duration, plural, timeLeft } from "./units.ts";

interface Several {
  readonly nicks: readonly string[];
  /** Of whom so many are named. */
  readonly most: number;
}

/** A message that is pointed at, where it is still known. */
interface Target {
  /** Whose it is; undefined where it is one's own who changes it. */
  readonly nick: string | undefined;
  /** Its time, or "" where times are not shown. */
  readonly time: string;
  /** Its beginning, as `quoted`; or "" once it is deleted. */
  readonly quote: string;
}

interface ChangeTold {
  readonly who: string;
  /** Undefined where it has not been shown. */
  readonly target: Target | undefined;
}

interface ReactionTold extends ChangeTold {
  readonly emoji: string;
}

interface Pause {
  readonly isSlowMode: boolean;
  readonly count: number;
  readonly ms: number;
}

/** `time`: since when, or "" where times are not shown. */
interface MissedBrieflyTold extends Pick<MissedTold, "count" | "mentions" | "isMore"> {
  readonly time: string;
}

interface MissedTold {
  readonly count: number;
  readonly mentions: number;
  readonly isMore: boolean;
  /** Whether all of them follow. */
  readonly isWhole: boolean;
}

/** The log, and the label before the draft. Nicknames and quotations come as they are to be shown. */
export const view = {
  newDay: ({ weekday, date }: { weekday: string; date: string }) => `— ${weekday} ${date} —`,
  history: "— said before —",
  found: "— found —",
  /** Between what was found here and there. */
  between: "—",
  mentions: "— to you, among them —",
  unread: "— missed —",
  shown: "— all of it —",
  /** In place of what was said there. */
  onlyIgnored: "All of that was said by people whom you ignore.",
  stoppedHere: "— you stopped here —",
  missed({ count, mentions, isMore, isWhole }: MissedTold): string {
    const many = grouped(count);
    const messages = isMore
      ? `More than ${many} messages since you left`
      : plural(count, { one: "1 message since you left", other: `${many} messages since you left` });
    const to = plural(mentions, {
      one: "1 of them mentions you",
      other: `${grouped(mentions)} of them mention you`,
    });
    const told = mentions === 0 ? messages : `${messages}, ${to}`;
    return isWhole ? `${told}.` : `${told}. The newest follow; /unread shows them from the first on.`;
  },
  /** The same of a room that is not in front. */
  missedBriefly({ count, mentions, isMore, time }: MissedBrieflyTold): string {
    const many = isMore ? `more than ${grouped(count)} new` : `${grouped(count)} new`;
    const since = time === "" ? many : `${many} since ${time}`;
    if (mentions === 0) return `— ${since} —`;
    const to = plural(mentions, { one: "1 mentions you", other: `${grouped(mentions)} mention you` });
    return `— ${since}, ${to} —`;
  },
  untilHere: "— until here —",

  /** In place of what a long message has besides. */
  moreRows: ({ count, id }: { count: number; id: number }) => `… ${grouped(count)} more rows: /show ${id}`,

  private: "[private]",
  edited: "(edited)",
  deleted: "(deleted)",
  noText: "(no text)",
  quoted: (text: string) => `“${text}”`,
  reply: ({ nick, quote }: { nick: string; quote: string }) => `(re ${nick}: “${quote}”)`,
  replyToDeleted: (nick: string) => `(re ${nick}'s deleted message)`,
  replyToOlder: "(re an older message)",
  /** What it says now comes behind it. */
  edits: ({ who, target }: ChangeTold) => `✎ ${who} changed ${told(target)} to: `,
  deletes: ({ who, target }: ChangeTold) => `✎ ${who} deleted ${told(target)}`,
  reacts: ({ who, target, emoji }: ReactionTold) => `${emoji} ${who} reacted to ${told(target)}`,
  takesBack: ({ who, target, emoji }: ReactionTold) =>
    `✎ ${who} took back the reaction ${emoji} to ${told(target)}`,
  // Names of what waits or was not sent and has no text of its own.
  anEdit: (excerpt: string) => `edit to “${excerpt}”`,
  aDeletion: "deletion",
  aReaction: (emoji: string) => `reaction ${emoji}`,
  someFiles: (count: number) => plural(count, { one: "a file", other: `${count} files` }),

  /** Who is writing just now. */
  typing: (nicks: readonly string[]) =>
    nicks.length > 2
      ? "several are typing"
      : plural(nicks.length, { one: `${nicks[0]} is typing`, other: `${nicks.join(" and ")} are typing` }),

  offline: (ms: number) => `offline ${duration(ms)}`,
  waiting: (count: number) => `${count} waiting`,
  states: (states: readonly string[]) => `[${states.join(", ")}] `,

  youAre: ({ nick, room }: { nick: string; room: string }) => `You are ${nick} in ${room}.`,
  here: (people: Several) => `${people.nicks.length} here: ${names(people)}`,
  manyJoined: (people: Several) => `${names(people)} joined`,
  manyLeft: (people: Several) => `${names(people)} left`,
  sentOut: (by: string) => `${by} sent you out of the room`,
  sentOutFor: ({ by, reason }: { by: string; reason: string }) => `${by} sent you out of the room: ${reason}`,
  lost: "— connection lost; papo goes on trying —",
  back: "— connected again —",
  notSent: ({ what, why }: { what: string; why: string }) => `Not sent: ${what} — ${why}`,
  goesOnTrying: (why: string) => `${why} — papo goes on trying.`,
  triesAgain: ({ why, ms }: { why: string; ms: number }) => `${why} — papo tries again in ${timeLeft(ms)}.`,
  paused: ({ isSlowMode, count, ms }: Pause) =>
    isSlowMode
      ? plural(count, {
          one: `Slow mode: 1 line waits, and goes on in ${timeLeft(ms)}.`,
          other: `Slow mode: ${count} lines wait, and go on in ${timeLeft(ms)}.`,
        })
      : plural(count, {
          one: `Too much at once: 1 line waits, and goes on in ${timeLeft(ms)}.`,
          other: `Too much at once: ${count} lines wait, and go on in ${timeLeft(ms)}.`,
        }),
};

/** `ana, bob and 3 more` */
function names({ nicks, most }: Several): string {
  const more = nicks.length - most;
  const named = more > 0 ? [...nicks.slice(0, most), `${more} more`] : nicks;
  return new Intl.ListFormat("en-GB").format(named);
}

function told(target: Target | undefined): string {
  if (target === undefined) return "an older message";
  const whose = target.nick === undefined ? "a" : `${target.nick}'s`;
  const when = target.time === "" ? "" : ` of ${target.time}`;
  return `${whose} message${when}${target.quote === "" ? "" : ` ${target.quote}`}`;
}
