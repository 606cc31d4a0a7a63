import { at, firstLine, joined, list, number, text } from "./fields.ts";
import { cutShort, type HookSaying } from "./hook-saying.ts";

/** Code points of a title, or of the first line of something longer. */
const TITLE = 200;

type Telling = (event: unknown) => { readonly what: string; readonly link: string } | undefined;

/** What only goes with something else that is told, or is told again when it is over. */
const QUIET: ReadonlySet<string> = new Set([
  ...["labeled", "unlabeled", "assigned", "unassigned", "milestoned", "demilestoned"],
  ...["review_requested", "review_request_removed", "auto_merge_enabled", "auto_merge_disabled"],
  // Of a release, beside `published`; of a run, before `completed`.
  ...["released", "prereleased", "requested", "in_progress"],
]);

/**
 * One line for an event of GitHub's: who, what and where. Undefined for what is not told.
 * https://docs.github.com/webhooks/webhook-events-and-payloads
 */
export function fromGitHub(name: string, event: unknown): HookSaying | undefined {
  const tell = Object.hasOwn(TELLINGS, name) ? TELLINGS[name] : undefined;
  if (tell === undefined || QUIET.has(text(event, "action"))) return undefined;
  const told = tell(event);
  const who = text(event, "sender", "login") || text(event, "pusher", "name");
  return told && { text: who === "" ? "" : joined([who, told.what, told.link], " ") };
}

const TELLINGS: Readonly<Record<string, Telling>> = {
  push: pushed,
  pull_request(event) {
    const pull = at(event, "pull_request");
    const isMerged = actionOf(event) === "closed" && at(pull, "merged") === true;
    const what = isMerged ? "merged" : actionOf(event);
    return { what: `${what} pull request ${numbered(event, pull)}`, link: text(pull, "html_url") };
  },
  issues(event) {
    const issue = at(event, "issue");
    return { what: `${actionOf(event)} issue ${numbered(event, issue)}`, link: text(issue, "html_url") };
  },
  issue_comment(event) {
    const [issue, comment] = [at(event, "issue"), at(event, "comment")];
    const verb = actionOf(event) === "created" ? "commented on" : `${actionOf(event)} a comment on`;
    const said = titleOf(text(comment, "body"));
    return {
      what: joined([verb, numbered(event, issue), said && `“${said}”`], " "),
      link: text(comment, "html_url"),
    };
  },
  release(event) {
    const release = at(event, "release");
    // A draft that is made is nobody's news yet.
    if (actionOf(event) === "created") return undefined;
    const name = titleOf(text(release, "name")) || text(release, "tag_name");
    return {
      what: `${actionOf(event)} release ${name} of ${repositoryOf(event)}`,
      link: text(release, "html_url"),
    };
  },
  workflow_run(event) {
    const run = at(event, "workflow_run");
    const ended = text(run, "conclusion") || actionOf(event);
    const where = joined([repositoryOf(event), text(run, "head_branch")], "/");
    return {
      what: `ran ${titleOf(text(run, "name"))} on ${where}: ${spaced(ended)}`,
      link: text(run, "html_url"),
    };
  },
};

function pushed(event: unknown): ReturnType<Telling> {
  const [, kind = "", name = ""] = /^refs\/(heads|tags)\/(.+)$/.exec(text(event, "ref")) ?? [];
  const thing = `${kind === "tags" ? "tag" : "branch"} ${name}`;
  const repository = repositoryOf(event);
  if (name === "") return undefined;
  if (at(event, "deleted") === true)
    return { what: `deleted ${thing} of ${repository}`, link: text(event, "repository", "html_url") };
  const link = text(event, "compare");
  const count = list(event, "commits").length;
  if (count === 0) return { what: `pushed ${thing} to ${repository}`, link };
  const commits = count === 1 ? "1 commit" : `${count} commits`;
  const forced = at(event, "forced") === true ? "force-pushed" : "pushed";
  const title = titleOf(text(event, "head_commit", "message"));
  return { what: joined([`${forced} ${commits} to ${repository}/${name}:`, title], " "), link };
}

/** Actions whose names are no verbs. */
const VERBS: ReadonlyMap<string, string> = new Map([
  ["ready_for_review", "asked for a review of"],
  ["converted_to_draft", "made a draft of"],
  ["synchronize", "pushed to"],
]);

const actionOf = (event: unknown) => {
  const action = text(event, "action");
  return VERBS.get(action) ?? spaced(action);
};
const spaced = (word: string) => word.replaceAll("_", " ");
const repositoryOf = (event: unknown) => text(event, "repository", "full_name");
const titleOf = (title: string) => cutShort(firstLine(title), TITLE);

/** `octo/app#12: Its title` */
function numbered(event: unknown, thing: unknown): string {
  return `${repositoryOf(event)}#${number(thing, "number")}: ${titleOf(text(thing, "title"))}`;
}
