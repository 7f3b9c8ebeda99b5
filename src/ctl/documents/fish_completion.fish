# Completion of clerkctl for fish. Save it as ~/.config/fish/completions/clerkctl.fish.
function __clerkctl_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    for line in ($words[1] __complete $words[2..-1] "$current" 2>/dev/null)
        switch $line
            case ':files *'
                set -l prefix (string sub --start 8 -- $line)
                set -l path (string sub --start (math (string length -- $prefix) + 1) -- $current)
                for found in (__fish_complete_path "$path")
                    echo $prefix$found
                end
            case ':folders *'
                set -l prefix (string sub --start 10 -- $line)
                set -l path (string sub --start (math (string length -- $prefix) + 1) -- $current)
                for found in (__fish_complete_directories "$path" '')
                    echo $prefix$found
                end
            case '*'
                echo $line
        end
    end
end
complete -c clerkctl -f -a '(__clerkctl_complete)'
