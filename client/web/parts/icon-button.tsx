import type { TargetedMouseEvent } from "preact";
import { Icon, type IconName } from "./icon.tsx";

interface IconButtonProps {
  icon: IconName;
  label: string;
  onClick(event: TargetedMouseEvent<HTMLButtonElement>): void;
  pressed?: boolean;
}

/** A button that is a picture; its name is read aloud and shown as a tip. */
export function IconButton({ icon, label, onClick, pressed }: IconButtonProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
