import { expect, test } from "vitest";
import { fromSlack } from "../../../src/worker/hooks/slack.ts";

/** As Alertmanager's Slack receiver sends it. */
const ALERTMANAGER = {
  channel: "#ops",
  username: "Alertmanager",
  attachments: [
    {
      title: "[FIRING:1] HighLoad (web-1)",
      title_link: "http://alertmanager.example/#/alerts?receiver=ops",
      text: "*Load* is &gt; 5",
      fallback: "[FIRING:1] HighLoad (web-1) | http://alertmanager.example/#/alerts?receiver=ops",
      callback_id: "",
      footer: "",
      color: "danger",
      mrkdwn_in: ["fallback", "pretext", "text"],
    },
  ],
};

/** As Grafana's Slack contact point sends it. */
const GRAFANA = {
  channel: "#ops",
  text: "[FIRING:1] Disk full ",
  attachments: [
    {
      title: "[FIRING:1] Disk full ",
      title_link: "http://grafana.example/alerting/list",
      text: "**Firing**\n\nValue: A=97\nLabels:\n - alertname = Disk full\n",
      fallback: "[FIRING:1] Disk full ",
      footer: "Grafana v10.2",
      ts: 1_700_000_000,
      color: "#D63232",
    },
  ],
};

test.each<[what: string, message: unknown, text: string]>([
  ["a text", { text: "hello" }, "hello"],
  [
    "a link with a label",
    { text: "see <https://x.example/1|the build>" },
    "see the build (https://x.example/1)",
  ],
  ["a link alone", { text: "<https://x.example/a?b=1&amp;c=2>" }, "https://x.example/a?b=1&c=2"],
  ["a link that is its label", { text: "<https://x.example|https://x.example>" }, "https://x.example"],
  ["an address", { text: "<mailto:ana@x.example|ana@x.example>" }, "ana@x.example"],
  ["everybody", { text: "<!here> <!channel> <!everyone|everyone>" }, "@here @channel everyone"],
  ["a group", { text: "<!subteam^S1|@ops>" }, "@ops"],
  ["a date", { text: "<!date^1392734382^{date}|18 Feb>" }, "18 Feb"],
  ["people and channels", { text: "<@U1> <@U1|ana> <#C1|general>" }, "@U1 @ana #general"],
  ["the three escapes", { text: "1 &lt; 2 &amp;&amp; 3 &gt; 2" }, "1 < 2 && 3 > 2"],
  ["each once", { text: "&amp;lt; &amp;amp;" }, "&lt; &amp;"],
  ["what is no markup", { text: "if a < b and c > d" }, "if a < b and c > d"],
  ["nothing but brackets", { text: "<".repeat(1_000) }, "<".repeat(1_000)],
  [
    "blocks",
    {
      blocks: [
        { type: "header", text: { type: "plain_text", text: "Deploy" } },
        { type: "divider" },
        {
          type: "section",
          text: { type: "mrkdwn", text: "*web* is up" },
          fields: [{ type: "mrkdwn", text: "took 3 s" }],
        },
        { type: "context", elements: [{ type: "image" }, { type: "mrkdwn", text: "by <@U1|ana>" }] },
      ],
    },
    "Deploy\n*web* is up\ntook 3 s\nby @ana",
  ],
  [
    "blocks with their text besides",
    { text: "*web* is up", blocks: [{ type: "section", text: { text: "*web* is up" } }] },
    "*web* is up",
  ],
  [
    "attachments",
    {
      attachments: [
        {
          pretext: "News",
          title: "Build 7",
          title_link: "https://x.example/7",
          text: "failed",
          fallback: "no",
        },
        { fallback: "only this" },
        { fields: [{ title: "Branch", value: "main" }, { title: "Tests", value: 7 }, { value: "alone" }] },
      ],
    },
    "News\nBuild 7 https://x.example/7\nfailed\nonly this\nBranch: main\nTests: 7\nalone",
  ],
  [
    "Alertmanager's",
    ALERTMANAGER,
    "[FIRING:1] HighLoad (web-1) http://alertmanager.example/#/alerts?receiver=ops\n*Load* is > 5",
  ],
  [
    "Grafana's",
    GRAFANA,
    "[FIRING:1] Disk full\n[FIRING:1] Disk full http://grafana.example/alerting/list\n**Firing**\n\nValue: A=97\nLabels:\n - alertname = Disk full",
  ],
  ["nothing", {}, ""],
  ["what is none", null, ""],
  ["a list", [{ text: "no" }], ""],
  [
    "fields of other kinds",
    { text: 7, attachments: { text: "no" }, blocks: ["no", null, { text: "no" }] },
    "",
  ],
  ["what is inherited", JSON.parse('{"__proto__":{"text":"no"}}'), ""],
])("§12.6 Slack: %s", (_, message, text) => {
  expect(fromSlack(message).text).toBe(text);
});

test("§12.6 Slack: how the sender calls itself", () => {
  expect(fromSlack(ALERTMANAGER).nick).toBe("Alertmanager");
  expect(fromSlack({ text: "x", username: 7 }).nick).toBe("");
});
