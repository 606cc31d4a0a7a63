import type { InRoom } from "../session/in-room.ts";
import { chooseNotifications, notificationChoice } from "../session/notifications.ts";

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
      {choice === "denied" ? "Your browser forbids notifications here" : "Notify me when I am mentioned"}
    </label>
  );
}
