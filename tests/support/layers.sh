#!/usr/bin/env bash
# The folder is the layer: core and the console program know no Qt, panels know no plots, QCustomPlot stays in ui/plots,
# and nothing below includes what stands above it.
set -u
cd "$1" || exit 1
failed=0

# forbid WHAT PATTERN PATH...: no line of these paths may match.
forbid() {
    local what=$1 pattern=$2
    shift 2
    if grep -rnE --include='*.h' --include='*.cpp' --include='*.inl' --include='CMakeLists.txt' "$pattern" "$@"; then
        echo "layers: $what" >&2
        failed=1
    fi
}

console=(app/cli*)
forbid "core must not know Qt" '#include *[<"](Q[A-Z]|Qt|qcustomplot)|Qt6::|\bQ(String|Object|Widget)\b' core
forbid "the console program must not know Qt" '#include *[<"](Q[A-Z]|Qt|qcustomplot)|#include *"ui/' "${console[@]}"
forbid "core must not include ui or app" '#include *"(ui|app)/' core
forbid "ui must not include app" '#include *"app/' ui
forbid "panels and widgets must not include plots" '#include *"ui/plots/' ui/panels ui/widgets
forbid "qcustomplot.h belongs into ui/plots" '#include *[<"]qcustomplot' app core ui/panels ui/widgets $(ls ui/*.h ui/*.cpp)
# core/dynamics is left out on purpose: the model draws its matrices and starts from core/dynamics/random.h.
forbid "model is the lowest layer" '#include *"core/(measure|theory|run|io)/' core/model
forbid "dynamics knows only the model" '#include *"core/(measure|theory|run|io)/' core/dynamics
forbid "measure knows no theory, run or files" '#include *"core/(theory|run|io)/' core/measure
forbid "theory knows no run and no files" '#include *"core/(run|io)/' core/theory

((failed == 0)) && echo "layers: fine"
exit "$failed"
