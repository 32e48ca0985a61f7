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

for _ in $(seq 20); do xdotool key plus; done
xdotool key space
await "full speed" beyond 1000
xdotool key ctrl+q
left
echo "x11: fine"
