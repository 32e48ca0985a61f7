# bash completion for hyperdrift                                    -*- shell-script -*-

_hyperdrift() {
    local cur prev words cword
    _init_completion || return
    case $prev in
        --theme) COMPREPLY=($(compgen -W "light dark projector" -- "$cur")); return ;;
        --language) COMPREPLY=($(compgen -W "system en zh_CN" -- "$cur")); return ;;
        --screenshot) _filedir png; return ;;
        --figure) _filedir '@(png|svg|pdf)'; return ;;
        --animate) _filedir '@(mp4|gif)'; return ;;
        --spacing) COMPREPLY=($(compgen -W "even log" -- "$cur")); return ;;
        --plot) COMPREPLY=($(compgen -W "dashboard landscape loss imbalance valley flatness spectrum norm_plane log_ratio ensemble matrices pca" -- "$cur")); return ;;
        --look) COMPREPLY=($(compgen -W "print light dark projector" -- "$cur")); return ;;
        --lesson) _filedir -d; return ;;
        --lesson-step | --size | --steps | --width | --height | --points | --dpi | --from | --to | --fps | --seconds) return ;;
    esac
    if [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W "--lesson --lesson-step --present --theme --language --screenshot --size --steps
            --figure --animate --from --to --fps --seconds --spacing --plot --width --height --points --dpi --look --help --version" -- "$cur"))
    else
        _filedir '@(hyperdrift|csv|png|svg|pdf)'
    fi
} && complete -F _hyperdrift hyperdrift
