import { existsSync } from "node:fs";
import type { Message } from "../../../src/protocol/event.ts";
import type { Address } from "../../core/address.ts";
import { fileUrl } from "../../core/http/file-http.ts";
import { messageFromEnd, splitCount } from "../../core/slash/pointing.ts";
import {
  type SlashCommand,
  type SlashContext,
  type SlashOutcome,
  usage,
} from "../../core/slash/slash-command.ts";
import { Failure } from "../end/failure.ts";
import type { Environment } from "../person/directories.ts";
import { cliWords } from "../words/words.ts";
import { openOutside } from "./open-outside.ts";
import { isSound } from "./save-files.ts";
import type { Transfers } from "./transfers.ts";
import { pathAmong, wholePath } from "./typed-path.ts";

export interface FileCommandsOptions {
  readonly transfers: Transfers;
  readonly place: { readonly address: Address; readonly env: Environment };
}

/** What stands behind these is a path, or ends with one. */
const WITH_PATH = /^\/(?:send|save)\s+(?:\^\d{1,3}\s+)?([\s\S]*)$/i;

/** The path that is being typed behind a command of a draft; undefined where none is. */
export function pathInDraft(written: string): string | undefined {
  return WITH_PATH.exec(written)?.[1];
}

/** The slash commands of a terminal whose machine has files. */
export function fileCommands({ transfers, place }: FileCommandsOptions): readonly SlashCommand[] {
  const { commands, ...words } = cliWords().files;
  const send: SlashCommand = {
    name: "send",
    ...commands.send,
    run(_, argument) {
      const typed = pathAmong(argument, existsSync);
      return typed.path === "" ? usage(send) : transfers.send(typed, typed.rest);
    },
  };
  const cancel: SlashCommand = {
    name: "cancel",
    ...commands.cancel,
    run: () => (transfers.cancel() ? undefined : words.nothingUnderWay),
  };
  const open: SlashCommand = {
    name: "open",
    ...commands.open,
    run(context, argument) {
      const { message, rest } = withFiles(context, argument);
      if (rest !== "") return usage(open);
      return message === undefined ? words.noneThere : openAll(message, place);
    },
  };
  const save: SlashCommand = {
    name: "save",
    ...commands.save,
    run(context, argument): SlashOutcome | Promise<SlashOutcome> {
      const { message, rest } = withFiles(context, argument);
      const { path, shown, rest: more } = wholePath(rest);
      if (more !== "") return usage(save);
      if (/[/\\]$/.test(shown) && !existsSync(path)) return words.noSuchFolder(shown);
      return message === undefined ? words.noneThere : transfers.save(message.files ?? [], path);
    },
  };
  return [send, cancel, open, save];
}

/** The message that `[^2]` means, of those that have files: by default the last. */
function withFiles(
  { chat, ui }: Pick<SlashContext, "chat" | "ui">,
  argument: string,
): { message: Message | undefined; rest: string } {
  const { count = 1, rest } = splitCount(argument);
  const message = messageFromEnd(
    chat,
    count,
    ({ uid, files = [] }) => files.some(isSound) && !ui.ignored.has(uid),
  );
  return { message, rest };
}

async function openAll(
  { files = [] }: Message,
  { address, env }: FileCommandsOptions["place"],
): Promise<SlashOutcome> {
  try {
    for (const file of files.filter(isSound))
      await openOutside(fileUrl(address, file), { env, origin: address.origin });
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
}
