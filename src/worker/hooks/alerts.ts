import { at, joined, list, MOST_ENTRIES, text } from "./fields.ts";
import type { HookSaying } from "./hook-saying.ts";

/** Alerts that are told one by one. */
const TOLD = 10;

/**
 * What Alertmanager posts to a webhook of its own form, and Grafana, which has the same and a text of it:
 * https://prometheus.io/docs/alerting/latest/configuration/#webhook_config
 */
export function fromAlerts(message: unknown): HookSaying {
  const title = text(message, "title");
  const alerts = list(message, "alerts");
  if (alerts.length === 0) return { text: joined([title, text(message, "message")], "\n") };
  const more = alerts.length > TOLD ? `… and ${alerts.length - TOLD} more` : "";
  const head = title || joined([headOf(message, alerts), labelsOf(at(message, "commonLabels"))], " ");
  return { text: joined([head, ...alerts.slice(0, TOLD).map(alertText), more], "\n") };
}

function headOf(message: unknown, alerts: readonly unknown[]): string {
  const status = text(message, "status").toUpperCase();
  const firing = alerts.filter((alert) => text(alert, "status") === "firing").length;
  return `[${status === "FIRING" ? `${status}:${firing}` : status}]`;
}

/** The name of an alert and what tells it apart. */
function labelsOf(labels: unknown): string {
  if (typeof labels !== "object" || labels === null) return "";
  const { alertname = "", ...rest } = Object.fromEntries(
    Object.keys(labels)
      .slice(0, MOST_ENTRIES)
      .map((name) => [name, text(labels, name)]),
  );
  const others = Object.entries(rest).map(([name, value]) => `${name}=${value}`);
  return joined([alertname, others.length === 0 ? "" : `(${others.join(", ")})`], " ");
}

function alertText(alert: unknown): string {
  const said = [text(alert, "annotations", "summary"), text(alert, "annotations", "description")];
  const what = joined(said, " – ") || labelsOf(at(alert, "labels"));
  return joined([`${text(alert, "status")}:`, what, text(alert, "generatorURL")], " ");
}
