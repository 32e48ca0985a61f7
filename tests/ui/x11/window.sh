#!/usr/bin/env bash
# The window on a real X server, driven by real keys: it plays, fills the screen, and closes at once while running.
# usage: window.sh HYPERDRIFT
source "$(dirname "$0")/session.sh"

start "$1" --theme light
await "the first recording" at 0

xdotool key space
await "Space to play" beyond 0
xdotool key space
xdotool key r
await "R to reset" at 0
xdotool key Right
await "the arrow to step" at 1

fullScreen() { xprop -id "$window" _NET_WM_STATE | grep -q FULLSCREEN; }
notFullScreen() { ! fullScreen; }
xdotool key F11
await "F11 to fill the screen" fullScreen
xdotool key F11
await "F11 to go back" notFullScreen

# The presentation has no menu bar, and the keys go on working.
windows() { xdotool search --all --onlyvisible --pid "$program" '' 2> /dev/null | wc -l; }
menuOpens() {
    local before
    before=$(windows)
    xdotool key alt+f
    sleep 0.5
    test "$(windows)" -gt "$before" || return 1
    xdotool key Escape Escape # the menu, and the bar
    sleep 0.3
}
menuOpens || fail "Alt+F opened no menu"
xdotool key F5
sleep 0.5
if menuOpens; then fail "the presentation has a menu bar"; fi
xdotool key Right
await "the arrow to step in the presentation" at 2
xdotool key Escape
sleep 0.5
menuOpens || fail "Escape did not bring the menu bar back"

# Only the window that has the focus hears its keys.
first=$program firstWindow=$window
start "$1" --theme dark
await "another window's recording" at 0
xdotool key Right
await "the other window's step" at 1
test "$(window=$firstWindow iteration)" -eq 2 || fail "a window heard another one's keys"

# A text field keeps what is typed into it.
eval "$(xdotool getwindowgeometry --shell "$window")"
seed() { xdotool mousemove --window "$window" $((WIDTH - 190)) 45 click --repeat 2 --delay 50 1; }
seed
xdotool type --delay 20 "42 "
sleep 0.5
test "$(iteration)" -eq 1 || fail "a text field let its keys go on to the window"
xdotool key Return
await "the typed seed to start again" at 0

kill "$program"
wait "$program" || true
program=$first window=$firstWindow
xdotool windowfocus --sync "$window"

for _ in $(seq 20); do xdotool key plus; done
xdotool key space
await "full speed" beyond 1000
xdotool key ctrl+q
left
echo "x11: fine"
