import { cliWords } from "../words/words.ts";
import type { Ending } from "./ending.ts";
import { EXIT } from "./exit-code.ts";

/** How a conversation in one of several rooms ended. */
export interface EndingIn {
  readonly room: string;
  readonly ending: Ending;
}

/** The end of all: something unsent weighs most, then what is not fine. */
export function endingOfAll(endings: readonly EndingIn[]): Ending {
  const [only, ...others] = endings;
  if (only !== undefined && others.length === 0) return only.ending;
  const codes = endings.map(({ ending }) => ending.exitCode);
  const exitCode = codes.find((code) => code === EXIT.unsent) ?? codes.find((code) => code !== EXIT.fine);
  const told = endings.flatMap(({ room, ending: { message } }) =>
    message === undefined ? [] : [{ room, message }],
  );
  return {
    exitCode: exitCode ?? EXIT.fine,
    ...(told.length > 0 && { message: cliWords().end.inRooms(told) }),
  };
}
