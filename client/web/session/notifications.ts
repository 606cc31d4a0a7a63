import type { Message } from "../../../src/protocol/event.ts";
import { beginning } from "../text/beginning.ts";
import { pageText } from "../text/page-text.ts";
import { panelWords } from "../words/panel-words.ts";
import { browserShelf } from "./shelf.ts";

const { notifications } = panelWords;

export type NotificationChoice = "on" | "off" | "denied";

export function notificationChoice(): NotificationChoice {
  const permission = "Notification" in window ? Notification.permission : "denied";
  if (permission === "denied") return "denied";
  return permission === "granted" && browserShelf.get("notify") === "on" ? "on" : "off";
}

/** Only to be called when somebody has clicked: browsers ask the person. */
export async function chooseNotifications(on: boolean): Promise<void> {
  if (on) await Notification.requestPermission();
  browserShelf.set("notify", on ? "on" : undefined);
}

/** Tells of a message while the page is out of sight; `open` shows it. */
export function notify(room: string, message: Message, open: () => void): void {
  if (!document.hidden || notificationChoice() !== "on") return;
  const { nick, to } = message;
  try {
    const title = to ? notifications.privateTitle({ nick, room }) : notifications.title({ nick, room });
    const notification = new Notification(pageText(title), {
      body: beginning(message),
      tag: `papo:${room}`,
    });
    notification.onclick = () => {
      window.focus();
      open();
    };
  } catch {
    // Android's Chromium has the constructor, and throws.
  }
}
