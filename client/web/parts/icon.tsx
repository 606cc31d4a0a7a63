export type IconName =
  | "send"
  | "reply"
  | "copy"
  | "link"
  | "check"
  | "edit"
  | "trash"
  | "people"
  | "invite"
  | "ban"
  | "pick"
  | "search"
  | "about"
  | "lock"
  | "close"
  | "down"
  | "rooms"
  | "more"
  | "fold"
  | "muted"
  | "emoji"
  | "react"
  | "attach"
  | "file"
  | "download"
  | "zoom"
  | "before";

/** A small picture of static/icons.svg. With a `label` it says something; else it goes with words that do. */
export function Icon({ name, label }: { name: IconName; label?: string }) {
  return (
    <svg class="icon" role="img" aria-label={label} aria-hidden={!label}>
      <use href={`/icons.svg#${name}`} />
    </svg>
  );
}
