import type { InRoom } from "../session/in-room.ts";
import { chooseNotifications, notificationChoice } from "../session/notifications.ts";
import { panelWords } from "../words/panel-words.ts";

const { notifications } = panelWords;

/** Asks the browser only once somebody has clicked. */
export function NotificationSwitch({ session: { ui } }: InRoom) {
  const choice = notificationChoice();
  return (
    <label class="switch">
      <input
        type="checkbox"
        checked={choice === "on"}
        disabled={choice === "denied"}
        onChange={async ({ currentTarget }) => {
          await chooseNotifications(currentTarget.checked);
          ui.redraw();
        }}
      />
      {choice === "denied" ? notifications.forbidden : notifications.notifyMe}
    </label>
  );
}
