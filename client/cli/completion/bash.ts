import type { CompletedCommand, CompletedOption, CompletionModel } from "./model.ts";

/** For bash, from 3.2 on. No word that it finds is ever evaluated. */
export function bashCompletion({ commands, values }: CompletionModel): string {
  return `# papo in bash: eval "$(papo completion bash)" in ~/.bashrc, or as a file
# ~/.local/share/bash-completion/completions/papo

_papo_state() {
  printf '%s/papo' "\${XDG_STATE_HOME:-$HOME/.local/state}"
}

# The servers, or rooms, that this machine has seen.
_papo_addresses() {
  local folder origin
  for folder in "$(_papo_state)"/*/http*/*/; do
    [[ -d $folder ]] || continue
    folder=\${folder%/}
    origin=\${folder%/*}
    origin=\${origin##*/}
    printf '%b' "\${origin//%/\\\\x}"
    [[ $1 == rooms ]] && printf '/%s' "\${folder##*/}"
    echo
  done
}

# The rooms of the server that is meant where a name stands alone: of the address before it, or of the last one.
_papo_names() {
  local config rooms folder origin address='https?://[^]/"[:space:]#?[]+'
  config=$(cat "\${XDG_CONFIG_HOME:-$HOME/.config}/papo/config.json" 2>/dev/null)
  rooms=$(cat "$(_papo_state)/\${PAPO_PROFILE:-default}/rooms.json" 2>/dev/null)
  [[ $config == *'"url":'* ]] && config=\${config##*'"url":'} || config=''
  [[ "$1 \${PAPO_URL:-} $config \${rooms##*'"front":'}" =~ $address ]] || return
  origin=\${BASH_REMATCH[0]//:/%3A}
  for folder in "$(_papo_state)"/*/"\${origin//\\//%2F}"/*/; do
    [[ -d $folder ]] || continue
    folder=\${folder%/}
    printf '%s\\n' "\${folder##*/}"
  done
}

_papo_profiles() {
  local folder
  for folder in "$(_papo_state)"/*/; do
    [[ -d $folder ]] || continue
    folder=\${folder%/}
    printf '%s\\n' "\${folder##*/}"
  done
}

_papo() {
  local line=\${COMP_LINE:0:COMP_POINT} cur='' prev='' command=join word found='' addresses=rooms names=''
  local options='' words='' prefix='' seen=''
  local -a typed
  COMPREPLY=()
  # bash breaks words at colons, and an address has some.
  read -ra typed <<<"$line"
  if [[ $line != *[[:space:]] ]]; then
    cur=\${typed[\${#typed[@]}-1]}
    typed=("\${typed[@]:0:\${#typed[@]}-1}")
  fi
  for word in "\${typed[@]:1}"; do
    [[ $word == *://* ]] && seen=$word
  done
  prev=\${typed[\${#typed[@]}-1]}
  [[ $cur == --*=* ]] && prev=\${cur%%=*} cur=\${cur#*=} prefix="$prev="
  case $prev in
${values.map(valueCase).join("\n")}
    *)
      case \${typed[1]} in
        ${commands.map(({ name }) => name).join("|")}) command=\${typed[1]} ;;
      esac
      case $command in
${commands.map(commandCase).join("\n")}
      esac
      if [[ $cur == -* ]]; then
        found=$options
      else
        found=$words
        [[ $seen == '' && $addresses != none ]] && found="$found"$'\\n'"$(_papo_addresses "$addresses")"
        [[ $names != '' ]] && found="$found"$'\\n'"$(_papo_names "$seen")"
        [[ \${#typed[@]} -eq 1 ]] && found="$found"$'\\n'${lines(commands.map(({ name }) => name))}
      fi
      ;;
  esac
  # What stands before a break is there already.
  case $COMP_WORDBREAKS in
    *=*) prefix='' ;;
  esac
  local before='' taken=''
  [[ $cur == *:* && $COMP_WORDBREAKS == *:* ]] && before=\${cur%"\${cur##*:}"}
  while IFS= read -r word; do
    [[ $word != '' && $word == "$cur"* && $'\\n'$taken != *$'\\n'"$word"$'\\n'* ]] || continue
    taken=$taken$word$'\\n'
    word=$prefix$word
    COMPREPLY+=("\${word#"$before"}")
  done <<<"$found"
}

complete -F _papo papo
`;
}

function commandCase({ name, options, words, addresses, behind, takesNames }: CompletedCommand): string {
  const named = lines(options.map((option) => `--${option.name}`));
  const more = Object.entries(behind).map(
    ([word, values]) => `            ${word}) words=${wordsOf(values)} ;;`,
  );
  return `        ${name})
          addresses=${addresses} options=${named} words=${lines(words)}${takesNames ? " names=yes" : ""}${
            more.length === 0 ? "" : `\n          case \${typed[2]} in\n${more.join("\n")}\n          esac`
          }
          ;;`;
}

function valueCase({ name, values }: CompletedOption): string {
  if (values === "files") {
    return `    --${name})
      compopt -o default 2>/dev/null
      return
      ;;`;
  }
  return `    --${name}) found=${wordsOf(values)} ;;`;
}

function wordsOf(values: CompletedOption["values"]): string {
  if (values === "files") return "''";
  return values === "profiles" ? "$(_papo_profiles)" : lines(values);
}

/** Words of a table, a line each; none has a quote. */
function lines(words: readonly string[]): string {
  return `$'${words.join("\\n")}'`;
}
