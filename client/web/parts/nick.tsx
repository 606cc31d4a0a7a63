import { hueOf } from "../../core/text/hue.ts";
import { lettersOf } from "../text/letters.ts";
import { pageText } from "../text/page-text.ts";

interface NickProps {
  nick: string;
  uid: string;
}

/** A nickname in its person's colour, whichever way it is written. */
export function Nick({ nick, uid }: NickProps) {
  return (
    <bdi class="nick" style={{ "--hue": hueOf(uid) }}>
      {pageText(nick)}
    </bdi>
  );
}

/** Two letters of a nickname in its person's colour. */
export function Avatar({ nick, uid }: NickProps) {
  return (
    <span class="avatar" style={{ "--hue": hueOf(uid) }} aria-hidden="true">
      {lettersOf(nick)}
    </span>
  );
}
