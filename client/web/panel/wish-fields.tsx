import { mutedUntil, NOTIFY_CHOICES, USUAL_MUTE } from "../../core/notify/wishes.ts";
import { SelectField } from "../parts/select-field.tsx";
import { wishesIn } from "../told/own-wishes.ts";
import { wish } from "../told/pushing.ts";
import { panelWords } from "../words/panel-words.ts";

const { telling: words } = panelWords;

interface WishFieldsProps {
  room: string;
  /** Where they stand. */
  name: string;
  changed(): void;
}

/** What somebody wants to be told of a room. */
export function WishFields({ room, name, changed }: WishFieldsProps) {
  const wishes = wishesIn(room);
  const isMuted = mutedUntil(wishes, Date.now()) !== undefined;
  return (
    <>
      <SelectField
        name={name}
        label={words.wants(room)}
        options={NOTIFY_CHOICES.map((each) => [each, words.choices[each]])}
        initial={wishes.wants}
        onChoose={(value) => {
          wish(room, { wants: NOTIFY_CHOICES.find((each) => each === value) ?? wishes.wants });
          changed();
        }}
      />
      <button
        type="button"
        onClick={() => {
          wish(room, { mutedUntil: isMuted ? undefined : Date.now() + USUAL_MUTE });
          changed();
        }}
      >
        {isMuted ? words.unmute : words.mute}
      </button>
    </>
  );
}
