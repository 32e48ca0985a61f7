# bash completion for hyperdrift                                    -*- shell-script -*-

_hyperdrift() {
    local cur prev words cword
    _init_completion || return
    case $prev in
        --theme) COMPREPLY=($(compgen -W "light dark projector" -- "$cur")); return ;;
        --language) COMPREPLY=($(compgen -W "system en zh_CN" -- "$cur")); return ;;
        --screenshot) _filedir png; return ;;
        --lesson) _filedir -d; return ;;
        --lesson-step | --size | --steps) return ;;
    esac
    if [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W "--lesson --lesson-step --present --theme --language --screenshot --size --steps
            --help --version" -- "$cur"))
    else
        _filedir '@(hyperdrift|csv|png|svg|pdf)'
    fi
} && complete -F _hyperdrift hyperdrift
