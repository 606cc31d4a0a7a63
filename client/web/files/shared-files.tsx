import type { Message } from "../../../src/protocol/event.ts";
import { classes } from "../log/message-row.tsx";
import type { InRoom } from "../session/in-room.ts";
import { FileLine } from "./file-line.tsx";
import { isPicture } from "./shared.ts";
import { Thumbnail } from "./thumbnail.tsx";

/** What came with a message: pictures to be seen, and all else to be had. */
export function SharedFiles({ message, session }: InRoom & { message: Message }) {
  const { files = [] } = message;
  const pictures = files.filter(isPicture);
  const others = files.filter((file) => !isPicture(file));
  return (
    <>
      {pictures.length > 0 && (
        <div class={classes({ pictures: true, several: pictures.length > 1, odd: pictures.length % 2 })}>
          {pictures.map((file) => (
            <Thumbnail key={file.id} {...{ file, message, session }} isAlone={pictures.length === 1} />
          ))}
        </div>
      )}
      {others.map((file) => (
        <FileLine key={file.id} {...{ file, session }} />
      ))}
    </>
  );
}
