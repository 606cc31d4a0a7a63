import { isProblem } from "../problem.ts";
import { isolateName } from "../text/isolate-name.ts";
import { unbroken } from "../text/unbroken.ts";
import { words } from "../words/words.ts";
import { type SlashCommand, type SlashContext, type SlashOutcome, usage } from "./slash-command.ts";

const { commands, slash } = words;

const hook: SlashCommand = {
  name: "hook",
  ...commands.hook,
  role: "mod",
  run(context, name) {
    if (name === "") return usage(hook);
    return withHooks(context, async ({ chat, ui }): Promise<SlashOutcome> => {
      const made = await chat.hook(name);
      if (isProblem(made)) return made;
      ui.print(`${unbroken(made.url)}\n${unbroken(slash.hooked(isolateName(made.name)))}`);
    });
  },
};

const hooks: SlashCommand = {
  name: "hooks",
  ...commands.hooks,
  role: "mod",
  run: (context) =>
    withHooks(context, async ({ chat, ui }): Promise<SlashOutcome> => {
      const answer = await chat.hooks();
      if (isProblem(answer)) return answer;
      const lines = answer.list.map(({ name, by, at }) =>
        unbroken(slash.hookBy({ name: isolateName(name), by: isolateName(by), at })),
      );
      ui.print(lines.length === 0 ? slash.noHooks : lines.join("\n"));
    }),
};

const unhook: SlashCommand = {
  name: "unhook",
  ...commands.unhook,
  role: "mod",
  async firstWords({ chat }) {
    const answer = await chat.hooks();
    return isProblem(answer) ? [] : answer.list.map(({ name }) => name);
  },
  run(context, name) {
    if (name === "") return usage(unhook);
    return withHooks(context, async ({ chat, ui }): Promise<SlashOutcome> => {
      const ended = await chat.unhook(name);
      if (isProblem(ended)) return ended;
      ui.print(unbroken(slash.unhooked(isolateName(ended.name))));
    });
  },
};

export const hooksCommands: readonly SlashCommand[] = [hook, hooks, unhook];

function withHooks(
  context: SlashContext,
  act: (context: SlashContext) => Promise<SlashOutcome>,
): SlashOutcome | Promise<SlashOutcome> {
  return context.chat.room.features.includes("hooks") ? act(context) : slash.notHere;
}
