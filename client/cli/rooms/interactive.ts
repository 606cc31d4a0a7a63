import { systemClock } from "../../core/clock.ts";
import type { InvitationLink } from "../../core/invited.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { EXIT, type ExitCode } from "../end/exit-code.ts";
import { onSignal } from "../end/signals.ts";
import { SentLines } from "../person/sent-lines.ts";
import { openPrompt } from "../prompt/open-prompt.ts";
import type { ClientSettings } from "../shell/settings.ts";
import { askNick } from "../talk/ask-nick.ts";
import { stylesFor } from "../text/styles.ts";
import { Herald } from "../told/herald.ts";
import { TerminalWishes } from "../told/terminal-wishes.ts";
import { columnsOf, layOut } from "../view/lay-out.ts";
import { sentence } from "../view/log-line.ts";
import { Remembered } from "./remembered.ts";
import { RoomOrders } from "./room-orders.ts";
import { type RoomToEnter, Stage } from "./stage.ts";

/** RoomActions of a start, at least one. */
export interface StartingRooms {
  readonly rooms: readonly (Omit<RoomToEnter, "nick"> & { readonly nick?: string | undefined })[];
  /** Which of them is in front. */
  readonly front: number;
  /** How to go to one more. Throws a Failure about what is wrong; `tell` is told what keeps nothing from going on. */
  settingsFor(link: InvitationLink, tell: (sentence: string) => void): ClientSettings;
}

/** Joins rooms at a terminal. */
export async function joinInteractively({ rooms, front, settingsFor }: StartingRooms): Promise<ExitCode> {
  let end: (exitCode: ExitCode) => void = (exitCode) => process.exit(exitCode);
  onSignal((exitCode) => end(exitCode));
  const [first] = rooms;
  if (first === undefined) throw new Error("There is no room.");
  const { settings } = first;
  const prompt = openPrompt(process);
  const say = (text: string) => prompt.print([sentence(oneLine(`! ${text}`))]);
  const { env, notify, quietHours, bell: sound } = settings;
  const terminal = new TerminalWishes(env, { quietHours, sound });
  const herald = new Herald({ host: process, notify, rings: () => terminal.now.sound, complain: say });
  try {
    // Whoever is asked once is the same everywhere.
    const isNameless = rooms.some(({ nick, settings }) => (nick ?? settings.nick) === undefined);
    const asked = isNameless ? await askNick(prompt, undefined) : undefined;
    if (isNameless && asked === undefined) return EXIT.interrupted;
    const sent = new SentLines(settings, say);
    const stage: Stage = new Stage({
      prompt,
      clock: systemClock,
      styles: stylesFor(settings.colorDepth),
      columns: () => columnsOf(process.stdout),
      quietRooms: settings.quietRooms,
      comings: settings.comings,
      rooms: () => orders,
      sent,
      isLooking: () => herald.isLooking,
      terminal,
      told: (said, { seat, how }) =>
        herald.tell(said, { name: seat.name, isFront: stage.isFront(seat), how }),
      changed() {
        const told = stage.seats.reduce((sum, seat) => sum + seat.told, 0);
        if (stage.front !== undefined) herald.show({ room: stage.front.name, told });
        remembered.follow();
      },
    });
    const remembered = new Remembered(settings, stage);
    const orders = new RoomOrders({
      stage,
      settingsFor: (link) => settingsFor(link, say),
      profile: settings,
    });
    prompt.heed({
      turnTo: (room) => stage.turnTo(room),
      interrupt: () => stage.interrupt(),
      attended(by) {
        herald.attended(by);
        if (by !== "blur") stage.attended();
      },
    });
    const entered = rooms.map((room) => ({ ...room, nick: room.nick ?? room.settings.nick ?? asked ?? "" }));
    stage.begin(entered, front);
    end = (exitCode) => stage.quitNow({ exitCode });
    const { exitCode, message } = await stage.ended;
    remembered.close();
    sent.close();
    herald.close();
    prompt.close();
    if (message !== undefined)
      void process.stderr.write(layOut([sentence(oneLine(message))], process.stderr));
    return exitCode;
  } finally {
    herald.close();
    prompt.close();
  }
}
