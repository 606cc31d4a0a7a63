import type { Chat } from "../../core/chat.ts";
import type { ChatEvent } from "../../core/chat-event.ts";
import type { SlashCommand } from "../../core/slash/slash-command.ts";
import { type Ending, withUnsentFiles } from "../end/ending.ts";
import { fileCommands } from "../files/file-commands.ts";
import { Transfers } from "../files/transfers.ts";
import { picturesAt } from "../pictures/pictures-at.ts";
import type { ClientSettings } from "../shell/settings.ts";
import type { Desk } from "./desk.ts";

export interface TalkFilesOptions {
  readonly settings: ClientSettings;
  readonly desk: Desk;
  readonly ignored: ReadonlyMap<string, string>;
  /** The person's secret, as it is now. */
  token(): string;
  chat(): Chat;
  remark(sentence: string): void;
  /** What the prompt says of files has changed, or one is done. */
  changed(): void;
}

/** The files of one conversation: those on their way, and the pictures that are shown. */
export interface TalkFiles {
  readonly commands: readonly SlashCommand[];
  /** What the prompt says of them; "" for nothing. */
  readonly status: string;
  /** How many are to be sent. */
  readonly waiting: number;
  follow(event: ChatEvent): void;
  /** Stops what is on its way. Whether there was anything. */
  cancel(): boolean;
  /** Nobody is there any more: how that ends. */
  end(ending: Ending): Ending;
}

export function talkFiles({ settings, desk, ignored, ...rest }: TalkFilesOptions): TalkFiles {
  const transfers = new Transfers({ requester: settings, key: settings.key, ...rest });
  const pictures = picturesAt(settings, desk);
  return {
    commands: fileCommands({ transfers, place: settings }),
    get status() {
      return transfers.status;
    },
    get waiting() {
      return transfers.unsent.length;
    },
    follow(event) {
      transfers.follow(event);
      const isNews = event.type === "message" && !event.replayed && !ignored.has(event.uid);
      if (isNews) pictures?.follow(event);
    },
    cancel: () => transfers.cancel(),
    end(ending) {
      const names = transfers.unsent;
      transfers.close();
      pictures?.close();
      return withUnsentFiles(ending, names);
    },
  };
}
