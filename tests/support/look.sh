#!/usr/bin/env bash
# Screenshots of the window on a real X server, after it has played for a while: every theme at every size.
# usage: look.sh HYPERDRIFT DIR [SECONDS]
set -euo pipefail
hyperdrift=$1
dir=$2
seconds=${3:-13}
mkdir -p "$dir"
settings=$(mktemp -d)
trap 'rm -rf "$settings"; kill $(jobs -p) 2> /dev/null || true' EXIT

shoot() {
    local theme=$1 size=$2 display=$3
    # A home of its own: the one before was killed, and its unsaved work would be offered.
    export XDG_CONFIG_HOME=$settings/$display XDG_DATA_HOME=$settings/$display
    mkdir "$settings/$display"
    Xvfb ":$display" -screen 0 "${size}x24" -nolisten tcp > /dev/null 2>&1 &
    local server=$!
    export DISPLAY=":$display"
    until xdpyinfo > /dev/null 2>&1; do sleep 0.1; done
    openbox &
    local manager=$!
    "$hyperdrift" --theme "$theme" &
    local program=$!
    local window
    window=$(xdotool search --sync --onlyvisible --pid "$program" --name . | tail -n 1)
    xdotool windowsize --sync "$window" "${size%x*}" "${size#*x}" || true
    xdotool windowmove "$window" 0 0 windowfocus --sync "$window"
    sleep 1
    import -window root "$dir/$theme-$size-start.png"
    xdotool key space
    sleep "$seconds"
    import -window root "$dir/$theme-$size.png"
    kill "$program" "$manager" "$server" 2> /dev/null || true
    wait "$program" "$manager" "$server" 2> /dev/null || true
    echo "$dir/$theme-$size.png"
}

display=70
for theme in light dark projector; do
    for size in 1280x800 1440x900 1920x1080; do
        shoot "$theme" "$size" "$display"
        display=$((display + 1))
    done
done
