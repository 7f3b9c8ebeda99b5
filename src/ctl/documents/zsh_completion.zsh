#compdef clerkctl
# Completion of clerkctl for zsh. Save it as _clerkctl in a folder of $fpath, or put into ~/.zshrc after compinit:
# source <(clerkctl completion zsh)
_clerkctl() {
  local line prefix
  local -a candidates
  while IFS= read -r line; do
    case $line in
      :files\ *)
        prefix=${line#* }
        [[ -n $prefix ]] && compset -P ${(b)prefix}
        _files
        ;;
      :folders\ *)
        prefix=${line#* }
        [[ -n $prefix ]] && compset -P ${(b)prefix}
        _files -/
        ;;
      *@$'\t'*) compadd -S '' -- "${line%%$'\t'*}" ;; # the name of a file follows
      *) candidates+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}") ;;
    esac
  done < <("${words[1]}" __complete "${(@)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null)
  (( ${#candidates} )) && _describe -V clerkctl candidates
  return 0
}
if [[ ${funcstack[1]} == _clerkctl ]]; then _clerkctl "$@"; else compdef _clerkctl clerkctl; fi
