#!/usr/bin/env bash
# Screenshots of the window on a real X server: in every theme, at every size and pixel ratio, the default experiment
# before and after it has played, with its eight starts, and every picture small and alone.
# usage: look.sh HYPERDRIFT DIR [SECONDS]
set -euo pipefail
hyperdrift=$1
dir=$2
seconds=${3:-13}
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$dir"
settings=$(mktemp -d)
pids=()
sessions=0
finish() {
    for pid in "${pids[@]}"; do kill "$pid" 2> /dev/null || true; done
    for pid in "${pids[@]}"; do wait "$pid" 2> /dev/null || true; done
    pids=()
}
trap 'finish; rm -rf "$settings"' EXIT

# open THEME WIDTHxHEIGHT RATIO [FILE]: the window on a screen of that size, in pixels of its own.
open() {
    local theme=$1 size=$2 ratio=$3
    local width height window
    width=$(awk "BEGIN { print int(${size%x*} * $ratio) }")
    height=$(awk "BEGIN { print int(${size#*x} * $ratio) }")
    # A home of its own: the one before was killed, and its unsaved work would be offered.
    home=$settings/$((++sessions))
    mkdir "$home"
    export XDG_CONFIG_HOME=$home XDG_DATA_HOME=$home QT_SCALE_FACTOR=$ratio
    Xvfb -displayfd 3 -screen 0 "${width}x${height}x24" -nolisten tcp -noreset 3> "$home/display" 2> /dev/null &
    pids+=($!)
    until [[ -s $home/display ]]; do sleep 0.1; done
    DISPLAY=:$(head -n 1 "$home/display")
    export DISPLAY
    openbox &
    pids+=($!)
    "$hyperdrift" --theme "$theme" "${@:4}" &
    pids+=($!)
    window=$(xdotool search --sync --onlyvisible --pid "${pids[-1]}" --name . | tail -n 1)
    xdotool windowsize --sync "$window" "$width" "$height" || true
    xdotool windowmove "$window" 0 0 windowfocus --sync "$window"
    sleep 1
}

# shot NAME
shot() {
    import -window root "$dir/$1.png"
    echo "$dir/$1.png"
}

# press KEY [SECONDS]: and wait for what it brings about.
press() {
    xdotool key "$1"
    sleep "${2:-1}"
}

default_experiment() {
    local name=$1-$2
    [[ $3 == 1 ]] || name+=-x$3
    open "$1" "$2" "$3"
    shot "$name-start"
    press space "$seconds"
    shot "$name"
    press 8 2
    shot "$name-eight"
    press 1
    shot "$name-eight-alone"
    finish
}

# Ids of all pictures, as ui/plots/pictures.cpp lists them.
picture_ids() {
    sed -n '/QStringList& pictureIds/,/};/p' "$here/../../ui/plots/pictures.cpp" | grep -o '"[a-z0-9_-]*"' | tr -d '"'
}

# pictures THEME SIZE: four at a time, the first as the hero; then each alone.
pictures() {
    local ids first four file i
    mapfile -t ids < <(picture_ids)
    for ((first = 0; first < ${#ids[@]}; first += 4)); do
        four=()
        for i in 0 1 2 3; do four+=("${ids[(first + i) % ${#ids[@]}]}"); done
        file=$settings/pictures-$first.hyperdrift
        sed "s/PICTURES/\"${four[0]}\", \"${four[1]}\", \"${four[2]}\", \"${four[3]}\"/" > "$file" <<'END'
{ "format": "hyperdrift-experiment", "version": 1, "title": "Pictures",
  "problem": { "d1": 20, "d2": 30, "rank": 2, "spectrum": [2.0, 1.0], "seed": 1 },
  "start": { "kind": "aligned", "log_imbalance": 2.0, "product": 0.3, "seed": 2 },
  "runs": [ { "name": "GD", "method": "gd", "eta": 0.02 },
            { "name": "Perturbed GD", "method": "perturbed_gd", "eta": 0.02, "seed": 3,
              "noise": { "sigma1": 0.05, "sigma2": 0.05 } } ],
  "steps": 20000, "view": { "pictures": [ PICTURES ], "smoothed": true, "pace": 500 } }
END
        open "$1" "$2" 1 "$file"
        press space 4
        press space
        shot "$1-$2-pictures-$first"
        for i in 1 2 3 4; do
            press "$i"
            ((first + i > ${#ids[@]})) || shot "$1-$2-${four[i - 1]}"
            press "$i"
        done
        finish
    done
}

# button COLOUR: "X Y", the middle of what has that colour in the middle of the screen.
button() {
    local width height
    read -r width height < <(xdotool getdisplaygeometry)
    import -window root "$settings/screen.png"
    convert "$settings/screen.png" -crop "$((width * 3 / 10))x$((height / 2))+$((width * 3 / 10))+$((height * 3 / 10))" \
        +repage -fill black +opaque "$1" -format '%@' info: |
        awk -F'[x+]' -v left="$((width * 3 / 10))" -v top="$((height * 3 / 10))" \
            '{ print int(left + $3 + $1 / 2), int(top + $4 + $2 / 2) }'
}

# ensemble THEME SIZE ACCENT: before and after it was run by its button, which has the theme's accent.
ensemble() {
    local file=$settings/ensemble.hyperdrift
    cat > "$file" <<'END'
{ "format": "hyperdrift-experiment", "version": 1, "title": "Ensemble",
  "runs": [ { "name": "GD", "method": "gd" }, { "name": "Perturbed GD", "method": "perturbed_gd" } ],
  "view": { "pictures": [ "ensemble", "loss", "imbalance", "valley" ],
            "choices": { "ensemble": { "vary": "both" } } } }
END
    open "$1" "$2" 1 "$file"
    shot "$1-$2-ensemble-start"
    # shellcheck disable=SC2046
    xdotool mousemove $(button "$3") click 1
    sleep "$seconds"
    shot "$1-$2-ensemble-run"
    finish
}

ensemble light 1440x900 '#2563b8'
ensemble dark 1280x800 '#6cb0f5'
for theme in light dark projector; do
    for size in 1280x800 1440x900 1920x1080; do
        default_experiment "$theme" "$size" 1
        pictures "$theme" "$size"
    done
    for ratio in 1.5 2; do
        default_experiment "$theme" 1440x900 "$ratio"
    done
done
