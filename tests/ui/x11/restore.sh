#!/usr/bin/env bash
# The program is killed while it runs, and what it did comes back: iteration, changes, and what waited for a reset.
# usage: restore.sh HYPERDRIFT
source "$(dirname "$0")/session.sh"

folder=$home/hyperdrift/hyperdrift/autosave
kept() { ls "$folder"/*.hyperdrift; }
keptIteration() { sed -nE 's/.*"restore": *\{.*"iteration": *([0-9]+).*/\1/p; s/^ *"iteration": *([0-9]+).*/\1/p' "$1" | head -n 1; }
keepsALiveChange() { grep -q '"at":' "$(kept)" && test "$(keptIteration "$(kept)")" -gt 1; }
# The document without what belongs to the window.
document() { sed '/^  "view"/,$d' "$1"; }
endedBy() {
    local status=0
    wait "$program" || status=$?
    test "$status" -eq "$1" || fail "ended with $status instead of $1"
}
# The menu has the entry once what was kept is found, a moment after the start. The star tells that it was taken.
restore() {
    await "what was kept" taken
    xdotool key Escape Escape # a menu that was opened once too often, and its bar
    await "the iteration of before" at "$1"
}
taken() { titled '*\* – *' || { xdotool key Escape Escape alt+f && xdotool key u && titled '*\* – *'; }; }

start "$1" --theme light
await "the first recording" at 0
test ! -e "$folder" || fail "something is kept although nothing was done"
# Every slider a step on: the runs' own are live changes, the problem's and the start's wait.
xdotool key Right
keys=()
for _ in $(seq 45); do keys+=(Tab Right); done
xdotool key --delay 8 "${keys[@]}"
await "the changes" titled 'Untitled\* – *'
xdotool key alt+r
xdotool key p Return
await "playing" beyond 100
# Two seconds after the first change, or half a minute later if that came too early for the rest.
patience=450 await "the unsaved work on disk" keepsALiveChange
kill -KILL "$program"
endedBy 137
cp "$(kept)" "$home/first"
iteration=$(keptIteration "$home/first")

start "$1" --theme light
await "the next window" at 0
restore "$iteration"
titled 'Untitled\* – *' || fail "restored without its changes: $(title)"
xdotool key ctrl+shift+s
typePath "Save experiment" "$home/saved"
await "the saved document" test -s "$home/saved.hyperdrift"
diff <(document "$home/first") <(document "$home/saved.hyperdrift") || fail "restored is not what was lost"

# A save is noted at once.
keepsTheName() { grep -q 'saved.hyperdrift' "$(kept)"; }
await "the document's new name in what is kept" keepsTheName
kill -TERM "$program"
endedBy 143
start "$1" --theme light
await "the third window" at 0
restore "$iteration"
titled 'saved.hyperdrift\* – *' || fail "what waited for a reset is lost: $(title)"
xdotool key ctrl+q
await "the question" active "Unsaved changes"
xdotool key alt+d
left
test -z "$(ls "$folder")" || fail "left behind: $(ls "$folder")"
echo "x11: fine"
