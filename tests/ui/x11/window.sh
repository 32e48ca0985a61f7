#!/usr/bin/env bash
# The window on a real X server, driven by real keys: it plays, fills the screen, and closes at once while running.
# usage: window.sh HYPERDRIFT
set -euo pipefail
hyperdrift=$1
home=$(mktemp -d)
pids=()
finish() {
    for pid in "${pids[@]}"; do kill "$pid" 2> /dev/null || true; done
    rm -rf "$home"
}
trap finish EXIT
export XDG_CONFIG_HOME=$home XDG_DATA_HOME=$home
unset QT_QPA_PLATFORM

fail() {
    echo "x11: $1" >&2
    exit 1
}

# await WHAT COMMAND...: asks again until the command is true, for 30 s at most.
await() {
    local what=$1
    shift
    for _ in $(seq 300); do
        if "$@" > /dev/null 2>&1; then return 0; fi
        sleep 0.1
    done
    fail "waited in vain: $what"
}

Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp 3> "$home/display" 2> /dev/null &
pids+=($!)
await "an X server" test -s "$home/display"
DISPLAY=:$(head -n 1 "$home/display")
export DISPLAY
openbox &
pids+=($!)

"$hyperdrift" --theme light &
program=$!
pids+=("$program")
window=
findWindow() {
    window=$(xdotool search --onlyvisible --pid "$program" --name 'Hyperdrift$' | tail -n 1)
    test -n "$window"
}
await "the window" findWindow
title() { xdotool getwindowname "$window"; }
iteration() { title | sed -E 's/.* t = ([0-9,]+) .*/\1/; s/,//g'; }
atStart() { test "$(iteration)" -eq 0; }
await "the first recording" atStart
xdotool windowfocus --sync "$window"

xdotool key space
moved() { test "$(iteration)" -gt 0; }
await "Space to play" moved
xdotool key space
xdotool key r
await "R to reset" atStart
xdotool key Right
atOne() { test "$(iteration)" -eq 1; }
await "the arrow to step" atOne

fullScreen() { xprop -id "$window" _NET_WM_STATE | grep -q FULLSCREEN; }
xdotool key F11
await "F11 to fill the screen" fullScreen
xdotool key F11
notFullScreen() { ! fullScreen; }
await "F11 to go back" notFullScreen

for _ in $(seq 20); do xdotool key plus; done
xdotool key space
fast() { test "$(iteration)" -gt 1000; }
await "full speed" fast
xdotool key ctrl+q
gone() { ! kill -0 "$program"; }
await "the end" gone
status=0
wait "$program" || status=$?
test "$status" -eq 0 || fail "left with $status"
echo "x11: fine"
