import type { CompletedCommand, CompletedOption, CompletionModel } from "./model.ts";

/** For fish. */
export function fishCompletion({ commands }: CompletionModel): string {
  return `# papo in fish: papo completion fish > ~/.config/fish/completions/papo.fish

function __papo_state
    set -q XDG_STATE_HOME; and echo $XDG_STATE_HOME/papo; or echo $HOME/.local/state/papo
end

function __papo_addresses
    for folder in (__papo_state)/*/http*/*/
        set -l parts (string split / (string trim -r -c / $folder))
        set -l origin (string unescape --style=url $parts[-2])
        test $argv[1] = rooms; and echo $origin/$parts[-1]; or echo $origin
    end
end

# The rooms of the server that is meant where a name stands alone: of the address before it, or of the last one.
function __papo_names
    set -l before (string match -r '\\S+://\\S+' -- (commandline -opc))[-1]
    set -l config $HOME/.config
    set -q XDG_CONFIG_HOME; and set config $XDG_CONFIG_HOME
    set -l profile default
    set -q PAPO_PROFILE; and set profile $PAPO_PROFILE
    set -l url (string match -rg '"url": *"(.*)"' -- (cat $config/papo/config.json 2>/dev/null))
    set -l rooms (cat (__papo_state)/$profile/rooms.json 2>/dev/null)
    set -l front (string match -rg '"front":"(.*)"' -- $rooms) $rooms
    set -l origin (string match -rg '(https?://[^]/"\\s#?[]+)' -- $before $PAPO_URL $url $front)[1]
    test -n "$origin"; or return
    for folder in (__papo_state)/*/(string replace -a / %2F -- (string replace -a : %3A -- $origin))/*/
        string split / (string trim -r -c / $folder) | tail -n 1
    end
end

function __papo_key
    set -l words (commandline -opc)
    test "$words[3]" = "$argv[1]"
end

function __papo_profiles
    for folder in (__papo_state)/*/
        string split / (string trim -r -c / $folder) | tail -n 1
    end
end

# Whether the command is this one; where none is written, it is join.
function __papo_is
    set -l words (commandline -opc)
    if contains -- "$words[2]" ${commands.map(({ name }) => name).join(" ")}
        test $words[2] = $argv[1]
    else
        test $argv[1] = join
    end
end

function __papo_has_address
    string match -q '*://*' -- (commandline -opc)
end

complete -c papo -f
complete -c papo -n 'test (count (commandline -opc)) -eq 1' -s V -l version
${commands.flatMap(commandLines).join("\n")}
`;
}

function commandLines(command: CompletedCommand): string[] {
  const { name, summary, options, words, addresses, behind: values, takesNames } = command;
  const start = "test (count (commandline -opc)) -eq 1";
  const behind = `__papo_is ${name}`;
  return [
    `complete -c papo -n '${start}' -a ${name} -d ${quoted(summary)}`,
    ...options.map((option) => optionLine(option, behind)),
    ...(addresses === "none"
      ? []
      : [`complete -c papo -n '${behind}; and not __papo_has_address' -a '(__papo_addresses ${addresses})'`]),
    ...(takesNames ? [`complete -c papo -n '${behind}' -a '(__papo_names)'`] : []),
    ...(words.length === 0
      ? []
      : [`complete -c papo -n '${behind}${isOpen(values)}' -a '${words.join(" ")}'`]),
    ...Object.entries(values).flatMap(([word, each]) => {
      const flags = valueFlags(word, each).replace(/^ -[rx]/, "");
      return flags === "" ? [] : [`complete -c papo -n '${behind}; and __papo_key ${word}'${flags}`];
    }),
  ];
}

/** Whether the first word is still to be written, where others stand behind it. */
function isOpen(values: CompletedCommand["behind"]): string {
  const keys = Object.keys(values);
  return keys.length === 0 ? "" : `; and not contains -- (commandline -opc)[-1] ${keys.join(" ")}`;
}

function optionLine({ name, help, value, values }: CompletedOption, behind: string): string {
  return `complete -c papo -n '${behind}' -l ${name}${valueFlags(value, values)} -d ${quoted(help)}`;
}

function valueFlags(value: string, values: CompletedOption["values"]): string {
  if (value === "") return "";
  if (values === "files") return " -r -F";
  if (values === "profiles") return " -x -a '(__papo_profiles)'";
  return values.length === 0 ? " -x" : ` -x -a '${values.join(" ")}'`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
