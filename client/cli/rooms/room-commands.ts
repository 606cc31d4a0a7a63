import type { SlashCommand } from "../../core/slash/slash-command.ts";
import { cliWords } from "../words/words.ts";

/** What can be done about the rooms one is in. Each returns a complaint where it can't be done. */
export interface RoomActions {
  join(written: string): string | undefined;
  /** `written`: "" for the one in front. */
  part(written: string): string | undefined;
  go(written: string): string | undefined;
  list(): void;
  quiet(written: string): string | undefined;
  /** What the rooms are called that one is in. */
  names(): readonly string[];
  /** The same of those where one was before. */
  known(): readonly string[];
}

/** The slash commands of a terminal that may be in several rooms. */
export function roomCommands(rooms: RoomActions): readonly SlashCommand[] {
  const { commands } = cliWords().rooms;
  const needed = (name: "join" | "go", act: (written: string) => string | undefined): SlashCommand => ({
    name,
    ...commands[name],
    leadsOn: true,
    firstWords: () => (name === "join" ? rooms.known() : rooms.names()),
    run: (_, written) => act(written),
  });
  const firstWords = () => rooms.names();
  return [
    needed("join", (written) => rooms.join(written)),
    needed("go", (written) => rooms.go(written)),
    { name: "part", ...commands.part, leadsOn: true, firstWords, run: (_, written) => rooms.part(written) },
    { name: "rooms", ...commands.rooms, run: () => rooms.list() },
    { name: "quiet", ...commands.quiet, firstWords, run: (_, written) => rooms.quiet(written) },
  ];
}
