import type { CompletedCommand, CompletedOption, CompletionModel } from "./model.ts";

/** For zsh, with its own `_arguments`. */
export function zshCompletion({ commands }: CompletionModel): string {
  return `#compdef papo
# papo in zsh: papo completion zsh > ~/.zsh/_papo, with fpath=(~/.zsh $fpath) before compinit in ~/.zshrc

_papo_addresses() {
  local folder origin
  local -a found
  for folder in \${XDG_STATE_HOME:-$HOME/.local/state}/papo/*/http*/*(N/); do
    origin=$(printf '%b' "\${\${folder:h:t}//\\%/\\\\x}")
    [[ $1 == rooms ]] && origin=$origin/\${folder:t}
    found+=("$origin")
  done
  (( \${#found} )) && compadd -- \${(u)found}
}

# One more room: the addresses, or the names at the server of the one before, or of the last.
_papo_rooms() {
  local config rooms state=\${XDG_STATE_HOME:-$HOME/.local/state}/papo
  local -a before found
  before=(\${(M)words[1,CURRENT-1]:#*://*})
  (( \${#before} )) || _papo_addresses rooms
  config="$(cat \${XDG_CONFIG_HOME:-$HOME/.config}/papo/config.json 2>/dev/null)"
  rooms="$(cat $state/\${PAPO_PROFILE:-default}/rooms.json 2>/dev/null)"
  [[ $config == *'"url":'* ]] && config=\${config##*'"url":'} || config=''
  [[ "$before[-1] $PAPO_URL $config \${rooms##*'"front":'}" =~ 'https?://[^]/"[:space:]#?[]+' ]] || return
  found=($state/*/\${\${MATCH//:/%3A}//\\//%2F}/*(N/:t))
  (( \${#found} )) && compadd -- \${(u)found}
}

_papo_profiles() {
  local -a found
  found=(\${XDG_STATE_HOME:-$HOME/.local/state}/papo/*(N/:t))
  (( \${#found} )) && compadd -- $found
}

_papo_commands() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`).join("\n")}
  )
  _describe -t commands command commands
  _papo_rooms
}

_papo() {
  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
    _papo_commands
    return
  fi
  local command=$words[2]
  case $command in
    ${commands.map(({ name }) => name).join("|")})
      shift words
      (( CURRENT-- ))
      ;;
    *) command=join ;;
  esac
  case $command in
${commands.map(commandCase).join("\n")}
  esac
}

if [[ $funcstack[1] == _papo ]]; then
  _papo "$@"
else
  compdef _papo papo
fi
`;
}

function commandCase(command: CompletedCommand): string {
  const specs = [...command.options.map(optionSpec), ...operands(command)];
  return `    ${command.name})
      _arguments -S ${specs.map((spec) => `\\\n        ${spec}`).join(" ")}
      ;;`;
}

function optionSpec({ name, help, value, values }: CompletedOption): string {
  const head = `--${name}${value === "" ? "" : "="}[${escaped(help)}]`;
  return quoted(value === "" ? head : `${head}:${escaped(value)}:${action(values)}`);
}

function action(values: CompletedOption["values"]): string {
  if (values === "files") return "_files";
  if (values === "profiles") return "_papo_profiles";
  return values.length === 0 ? " " : `(${values.join(" ")})`;
}

function operands({ words, addresses, behind, takesNames }: CompletedCommand): string[] {
  const values = Object.entries(behind).map(([word, each]) => `${word}) ${valuesOf(each)} ;;`);
  if (values.length > 0) {
    return [
      quoted(`1:word:(${words.join(" ")})`),
      quoted(`2:value:{ case $words[2] in ${values.join(" ")} esac }`),
    ];
  }
  return [
    ...(takesNames ? [quoted("*:room: _papo_rooms")] : []),
    ...(takesNames || addresses === "none" ? [] : [quoted(`1:address: _papo_addresses ${addresses}`)]),
    ...(words.length === 0 ? [] : [quoted(`*:word:(${words.join(" ")})`)]),
  ];
}

function valuesOf(values: CompletedOption["values"]): string {
  if (values === "profiles") return "_papo_profiles";
  return values === "files" || values.length === 0 ? "" : `compadd -- ${values.join(" ")}`;
}

/** What means something to `_arguments`. */
function escaped(text: string): string {
  return text.replace(/[[\]\\:]/g, "\\$&");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
