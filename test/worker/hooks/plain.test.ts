import { expect, test } from "vitest";
import { fromPlain } from "../../../src/worker/hooks/plain.ts";

const alert = (name: string, status = "firing") => ({
  status,
  labels: { alertname: "HighLoad", instance: name },
  annotations: { summary: `Load of ${name}`, description: "It is above 5." },
  startsAt: "2026-11-26T10:00:00Z",
  endsAt: "0001-01-01T00:00:00Z",
  generatorURL: `http://prometheus.example/graph?${name}`,
  fingerprint: "c1",
});

/** As Alertmanager posts to a webhook of its own form. */
const ALERTMANAGER = {
  version: "4",
  groupKey: '{}:{alertname="HighLoad"}',
  truncatedAlerts: 0,
  status: "firing",
  receiver: "papo",
  groupLabels: { alertname: "HighLoad" },
  commonLabels: { alertname: "HighLoad", severity: "page" },
  commonAnnotations: {},
  externalURL: "http://alertmanager.example",
  alerts: [alert("web-1"), alert("web-2", "resolved")],
};

test.each<[what: string, message: unknown, text: string, nick?: string]>([
  ["a text", { text: "hello <b> &amp;" }, "hello <b> &amp;"],
  ["a text and a nickname", { text: "hello", nick: "ci-bot" }, "hello", "ci-bot"],
  ["as Slack's senders write it", { text: "hello", username: "Grafana" }, "hello", "Grafana"],
  ["as Discord's senders write it", { content: "hello", username: "Spidey" }, "hello", "Spidey"],
  ["Slack's without a text", { attachments: [{ fallback: "one" }] }, "one"],
  ["Discord's without a text", { embeds: [{ title: "one" }] }, "one"],
  [
    "Alertmanager's",
    ALERTMANAGER,
    "[FIRING:1] HighLoad (severity=page)\n" +
      "firing: Load of web-1 – It is above 5. http://prometheus.example/graph?web-1\n" +
      "resolved: Load of web-2 – It is above 5. http://prometheus.example/graph?web-2",
  ],
  [
    "Alertmanager's when all is well, without annotations",
    {
      ...ALERTMANAGER,
      status: "resolved",
      alerts: [{ status: "resolved", labels: { alertname: "Up", job: "a" } }],
    },
    "[RESOLVED] HighLoad (severity=page)\nresolved: Up (job=a)",
  ],
  [
    "Grafana's",
    {
      ...ALERTMANAGER,
      version: "1",
      title: "[FIRING:1] HighLoad",
      state: "alerting",
      alerts: [alert("web-1")],
    },
    "[FIRING:1] HighLoad\nfiring: Load of web-1 – It is above 5. http://prometheus.example/graph?web-1",
  ],
  ["Grafana's without alerts", { title: "Test", message: "It works", alerts: [] }, "Test\nIt works"],
  ["nothing", {}, ""],
  ["what is none", 7, ""],
])("§12.5 a body: %s", (_, message, ...[text, nick = ""]) => {
  expect(fromPlain(message)).toEqual({ text, nick });
});

test("§12.5 of many alerts, ten are told", () => {
  const alerts = Array.from({ length: 40 }, (_, at) => alert(`web-${at}`));
  const lines = fromPlain({ ...ALERTMANAGER, alerts }).text.split("\n");
  expect(lines).toHaveLength(12);
  expect(lines[0]).toBe("[FIRING:40] HighLoad (severity=page)");
  expect(lines.at(-1)).toBe("… and 30 more");
});
