import { expect, test } from "vitest";
import { fromGitHub } from "../../../src/worker/hooks/github.ts";

const R = "https://github.com/octo/app";
const common = {
  sender: { login: "octocat" },
  repository: { full_name: "octo/app", html_url: R },
};
const pull = { number: 2, title: "Update the README", html_url: `${R}/pull/2`, merged: false };
const issue = { number: 1, title: "Spelling error", html_url: `${R}/issues/1` };
const push = {
  ...common,
  ref: "refs/heads/main",
  pusher: { name: "octocat" },
  ...{ created: false, deleted: false, forced: false },
  compare: `${R}/compare/6113728f27ae...7d2f4a1b`,
  commits: [{ id: "1" }, { id: "2" }],
  head_commit: { message: "Mend the door\n\nIt was open." },
};

test.each<[name: string, event: object, text: string | undefined]>([
  ["push", push, `octocat pushed 2 commits to octo/app/main: Mend the door ${push.compare}`],
  [
    "push",
    { ...push, forced: true, commits: [{}], sender: undefined },
    `octocat force-pushed 1 commit to octo/app/main: Mend the door ${push.compare}`,
  ],
  // As it is documented: a tag goes.
  [
    "push",
    { ...push, ref: "refs/tags/simple-tag", deleted: true, commits: [], head_commit: null },
    `octocat deleted tag simple-tag of octo/app ${R}`,
  ],
  [
    "push",
    { ...push, ref: "refs/heads/a/b", created: true, commits: [] },
    `octocat pushed branch a/b to octo/app ${push.compare}`,
  ],
  ["push", { ...push, ref: "refs/notes/x" }, undefined],
  [
    "pull_request",
    { ...common, action: "opened", pull_request: pull },
    `octocat opened pull request octo/app#2: Update the README ${R}/pull/2`,
  ],
  [
    "pull_request",
    { ...common, action: "closed", pull_request: pull },
    `octocat closed pull request octo/app#2: Update the README ${R}/pull/2`,
  ],
  [
    "pull_request",
    { ...common, action: "closed", pull_request: { ...pull, merged: true } },
    `octocat merged pull request octo/app#2: Update the README ${R}/pull/2`,
  ],
  [
    "pull_request",
    { ...common, action: "ready_for_review", pull_request: pull },
    `octocat asked for a review of pull request octo/app#2: Update the README ${R}/pull/2`,
  ],
  ["pull_request", { ...common, action: "labeled", pull_request: pull }, undefined],
  [
    "issues",
    { ...common, action: "edited", issue },
    `octocat edited issue octo/app#1: Spelling error ${R}/issues/1`,
  ],
  [
    "issue_comment",
    {
      ...common,
      action: "created",
      issue,
      comment: { body: "Me too.\r\nThanks", html_url: `${R}/issues/1#issuecomment-9` },
    },
    `octocat commented on octo/app#1: Spelling error “Me too.” ${R}/issues/1#issuecomment-9`,
  ],
  [
    "issue_comment",
    { ...common, action: "deleted", issue, comment: { html_url: `${R}/issues/1#issuecomment-9` } },
    `octocat deleted a comment on octo/app#1: Spelling error ${R}/issues/1#issuecomment-9`,
  ],
  [
    "release",
    {
      ...common,
      action: "published",
      release: { name: null, tag_name: "0.0.1", html_url: `${R}/releases/tag/0.0.1` },
    },
    `octocat published release 0.0.1 of octo/app ${R}/releases/tag/0.0.1`,
  ],
  ["release", { ...common, action: "created", release: { tag_name: "0.0.1" } }, undefined],
  ["release", { ...common, action: "released", release: { tag_name: "0.0.1" } }, undefined],
  [
    "workflow_run",
    {
      ...common,
      action: "completed",
      workflow_run: {
        name: "CI",
        head_branch: "main",
        conclusion: "timed_out",
        html_url: `${R}/actions/runs/3`,
      },
    },
    `octocat ran CI on octo/app/main: timed out ${R}/actions/runs/3`,
  ],
  ["workflow_run", { ...common, action: "requested", workflow_run: { name: "CI" } }, undefined],
  ["ping", { ...common, zen: "Keep it logically awesome." }, undefined],
  ["star", { ...common, action: "created" }, undefined],
  ["toString", common, undefined],
  // Of an event that is none.
  ["issues", {}, ""],
  ["issues", [], ""],
])("§12.8 GitHub's %s %#", (name, event, text) => {
  expect(fromGitHub(name, event)?.text).toBe(text);
});

test("§12.8 one line, however long a title is", () => {
  const title = `${"very ".repeat(200)}\nlong`;
  const text = fromGitHub("issues", { ...common, action: "opened", issue: { ...issue, title } })?.text ?? "";
  expect(text).not.toContain("\n");
  expect(text.length).toBeLessThan(300);
  expect(text.endsWith(`… ${R}/issues/1`)).toBe(true);
});
