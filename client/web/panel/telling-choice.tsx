import { readQuietHours, writtenHours } from "../../core/notify/quiet-hours.ts";
import type { InRoom } from "../session/in-room.ts";
import { tellingState } from "../told/means.ts";
import { wishesIn } from "../told/own-wishes.ts";
import { canPush, isPushed, isTold, letTell, wish } from "../told/pushing.ts";
import { ring } from "../told/tone.ts";
import { panelWords } from "../words/panel-words.ts";
import { WishFields } from "./wish-fields.tsx";

const { telling: words } = panelWords;

/** What stands in one field once somebody has filled in the other. */
const [USUAL_FROM, USUAL_TO] = ["22:00", "07:00"];

/** Whether this browser tells what is said while nobody looks, what of it, and when not. It asks the browser only once somebody has clicked. */
export function TellingChoice({ session }: InRoom) {
  const { room, ui } = session;
  const { quietHours, sound } = wishesIn(room);
  const [from = "", to = ""] = quietHours ? writtenHours(quietHours).split("-") : [];
  const state = tellingState({
    canShow: "Notification" in window && "serviceWorker" in navigator,
    canPush: "PushManager" in window,
    isInstalled: "standalone" in navigator ? navigator.standalone === true : undefined,
    isDenied: "Notification" in window && Notification.permission === "denied",
    isTold: isTold(),
    isPushed: isPushed(session),
    roomPushes: canPush(session),
  });
  const timeField = (label: string, value: string, hours: (value: string) => string) => (
    <label class="field">
      {label}
      <input
        type="time"
        value={value}
        onChange={({ currentTarget }) => {
          wish(room, {
            quietHours: currentTarget.value ? readQuietHours(hours(currentTarget.value)) : undefined,
          });
          ui.redraw();
        }}
      />
    </label>
  );
  return (
    <section>
      <h3>{words.title}</h3>
      {!/install|missing|denied/.test(state) && (
        <label class="switch">
          <input
            type="checkbox"
            checked={isTold()}
            onChange={async ({ currentTarget }) => {
              await letTell(currentTarget.checked);
              ui.redraw();
            }}
          />
          {words.tellMe}
        </label>
      )}
      <p class="hint">{words.states[state]}</p>
      <WishFields room={room} name="wants" changed={ui.redraw} />
      <p class="hint">{words.calls}</p>
      <fieldset class="choices">
        <legend>{words.quietHours}</legend>
        <div class="inline">
          {timeField(words.from, from, (value) => `${value}-${to || USUAL_TO}`)}
          {timeField(words.to, to, (value) => `${from || USUAL_FROM}-${value}`)}
        </div>
      </fieldset>
      <label class="switch">
        <input
          type="checkbox"
          checked={sound}
          onChange={({ currentTarget: { checked } }) => {
            wish(room, { sound: checked });
            if (checked) ring();
          }}
        />
        {words.sound}
      </label>
    </section>
  );
}
