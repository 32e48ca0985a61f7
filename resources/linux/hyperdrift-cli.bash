# bash completion for hyperdrift-cli                                -*- shell-script -*-

_hyperdrift_cli() {
    local cur prev words cword command= word
    _init_completion || return
    for word in "${words[@]:1:cword-1}"; do
        case $word in run | ensemble | theory | check) command=$word && break ;; esac
    done
    case $prev in
        --format) COMPREPLY=($(compgen -W "text json" -- "$cur")); return ;;
        --isa) COMPREPLY=($(compgen -W "native baseline avx2 avx512" -- "$cur")); return ;;
        --vary) COMPREPLY=($(compgen -W "noise start both" -- "$cur")); return ;;
        --csv) _filedir csv; return ;;
        --npz) _filedir npz; return ;;
        --set | --steps | --average-last | --runs | --threads) return ;;
    esac
    if [[ $cur == -* ]]; then
        case $command in
            run) COMPREPLY=($(compgen -W "--set --format --steps --average-last --csv --npz --isa --help" -- "$cur")) ;;
            ensemble) COMPREPLY=($(compgen -W "--set --format --runs --vary --threads --csv --help" -- "$cur")) ;;
            theory) COMPREPLY=($(compgen -W "--set --format --help" -- "$cur")) ;;
            check) COMPREPLY=($(compgen -W "--run --help" -- "$cur")) ;;
            *) COMPREPLY=($(compgen -W "--version --help" -- "$cur")) ;;
        esac
    elif [[ -z $command ]]; then
        COMPREPLY=($(compgen -W "run ensemble theory check" -- "$cur"))
    else
        _filedir '@(hyperdrift|png|svg|pdf)'
    fi
} && complete -F _hyperdrift_cli hyperdrift-cli
