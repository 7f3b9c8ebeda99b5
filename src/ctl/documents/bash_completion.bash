# Completion of clerkctl for bash. Put it where bash-completion looks, or into ~/.bashrc: source <(clerkctl completion bash)
_clerkctl() {
  # Bash takes = and @ for the ends of words; here a word ends only where there is space.
  local rest=${COMP_LINE:0:COMP_POINT} words=() word i
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    local trimmed=${rest#"${rest%%[![:space:]]*}"}
    [[ $i -eq $COMP_CWORD ]] && word=$trimmed
    if [[ ${#words[@]} -eq 0 || $trimmed != "$rest" ]]; then words+=("$word"); else words[-1]+=$word; fi
    rest=${trimmed#"$word"}
  done
  local current=${words[-1]}

  # What bash does not replace, as it takes it for an earlier word.
  local kept='' breaks=${COMP_WORDBREAKS//[^=@:]/}
  [[ -n $breaks && $current == *["$breaks"]* ]] && kept=${current%"${current##*["$breaks"]}"}

  local line prefix path
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :files\ * | :folders\ *)
        prefix=${line#* }
        local kind=-f
        [[ $line == :folders* ]] && kind=-d
        compopt -o filenames 2>/dev/null
        while IFS= read -r path; do
          path=$prefix$path
          COMPREPLY+=("${path#"$kept"}")
        done < <(compgen "$kind" -- "${current#"$prefix"}")
        ;;
      *)
        line=${line%%$'\t'*}
        [[ $line == *@ ]] && compopt -o nospace 2>/dev/null  # the name of a file follows
        COMPREPLY+=("${line#"$kept"}")
        ;;
    esac
  done < <("${words[0]}" __complete "${words[@]:1}" 2>/dev/null)
}
complete -F _clerkctl clerkctl
