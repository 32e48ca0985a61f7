# An X server of its own with a window manager, and words to drive the window with. To be sourced.
set -euo pipefail
home=$(mktemp -d)
pids=()
finish() {
    for pid in "${pids[@]}"; do kill "$pid" 2> /dev/null || true; done
    wait 2> /dev/null || true # else one still writes what is to go
    rm -rf "$home"
}
trap finish EXIT
export XDG_CONFIG_HOME=$home XDG_DATA_HOME=$home
unset QT_QPA_PLATFORM

fail() {
    echo "x11: $1" >&2
    exit 1
}

# await WHAT COMMAND...: asks again until the command is true, `patience` times (300) in a tenth of a second each.
await() {
    local what=$1
    shift
    for _ in $(seq "${patience:-300}"); do
        if "$@" > /dev/null 2>&1; then return 0; fi
        sleep 0.1
    done
    fail "waited in vain: $what"
}

Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp -noreset 3> "$home/display" 2> /dev/null &
pids+=($!)
await "an X server" test -s "$home/display"
DISPLAY=:$(head -n 1 "$home/display")
export DISPLAY
await "its answer" xprop -root
openbox &
pids+=($!)
managed() { xprop -root _NET_SUPPORTING_WM_CHECK | grep -q 'window id'; }
await "a window manager" managed

# start PROGRAM ARGS...: waits for its window, which gets the focus.
start() {
    "$@" &
    program=$!
    pids+=("$program")
    await "the window" findWindow
    xdotool windowfocus --sync "$window"
}
findWindow() {
    window=$(xdotool search --all --onlyvisible --pid "$program" --name 'Hyperdrift$' | tail -n 1)
    test -n "$window"
}
title() { xdotool getwindowname "$window"; }
titled() { [[ $(title) == $1 ]]; } # a pattern
iteration() { title | sed -E 's/.* t = ([0-9,]+) .*/\1/; s/,//g'; }
at() { test "$(iteration)" -eq "$1"; }
beyond() { test "$(iteration)" -gt "$1"; }
active() { xdotool getactivewindow getwindowname | grep -q "$1"; }

# Into the dialog of that title.
typePath() {
    await "the dialog: $1" active "$1"
    xdotool type --delay 20 "$2"
    xdotool key Return
    await "the window after its dialog" active 't = '
}

# The program has left, and well.
left() {
    await "the end" gone
    local status=0
    wait "$program" || status=$?
    test "$status" -eq 0 || fail "left with $status"
}
gone() { ! kill -0 "$program"; }
