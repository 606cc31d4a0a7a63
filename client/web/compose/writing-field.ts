import type { ComponentProps, TargetedEvent } from "preact";
import { emojiNamed } from "../emoji/emojis.ts";
import { closedCode } from "../model/shortcodes.ts";
import { textOf } from "../model/writing.ts";
import type { RoomSession } from "../session/room-session.ts";
import { completerOf } from "./completer.ts";
import { pressKey } from "./keys.ts";
import { putIn } from "./put-in.ts";

type FieldEvent<Kind extends Event = Event> = TargetedEvent<HTMLTextAreaElement, Kind>;

/** What the field in which one writes can do once it is here, besides sending. */
export function fieldOf(session: RoomSession): ComponentProps<"textarea"> {
  const completer = completerOf(session);
  completer.follow(textOf(session.desk.composer));
  const look = ({ currentTarget }: FieldEvent) => completer.look(currentTarget);
  // Only who types wants something completed; a cursor that goes elsewhere ends that.
  const follow = (event: FieldEvent) => {
    if (completer.options.length > 0) look(event);
  };
  const isOpen = completer.options.length > 0;
  return {
    "aria-autocomplete": "list",
    "aria-haspopup": "listbox",
    "aria-controls": isOpen ? "completions" : undefined,
    "aria-activedescendant": completer.at === undefined ? undefined : `completion-${completer.at}`,
    onInput(event: FieldEvent<InputEvent>) {
      const { currentTarget: field, data, isComposing } = event;
      session.desk.write(field.value);
      // What an input method is at is its own.
      if (isComposing) return;
      if (data !== ":" || !closeCode(field)) completer.look(field);
    },
    onKeyDown(event: FieldEvent<KeyboardEvent>) {
      // Safari ends a composition before it tells of the key that ended it: 229.
      if (event.isComposing || event.keyCode === 229) return;
      if (completer.press(event, event.currentTarget) || pressKey(session, event)) event.preventDefault();
    },
    onKeyUp: (event: FieldEvent<KeyboardEvent>) => event.isComposing || follow(event),
    onClick: follow,
    onCompositionEnd: look,
    onBlur: () => completer.leave(),
  };
}

/** The colon that ends a shortcode makes an emoji of it; tells whether it did. */
function closeCode(field: HTMLTextAreaElement): boolean {
  const end = field.selectionEnd;
  const closed = closedCode(field.value.slice(0, end));
  const emoji = closed && emojiNamed(closed.code);
  if (!emoji) return false;
  putIn(field, { start: closed.start, end, text: emoji });
  return true;
}
