#!/usr/bin/env bash
# Files as a person handles them on a real X server: saving, opening, matrices, and the question about unsaved changes.
# usage: files.sh HYPERDRIFT MATRIX.csv
source "$(dirname "$0")/session.sh"

start "$1" --theme light
await "the first recording" at 0
xdotool key Right
await "a step" at 1
xdotool key ctrl+shift+s
typePath "Save experiment" "$home/first"
await "the saved document" titled 'first.hyperdrift – t = 1 *'
test -s "$home/first.hyperdrift" || fail "nothing was saved"

xdotool key ctrl+n
await "a new document" titled 'Untitled – t = 0 *'
xdotool key ctrl+o
typePath "Open experiment" "$home/first.hyperdrift"
await "the opened document" titled 'first.hyperdrift – t = 0 *'

xdotool key ctrl+o
typePath "Open experiment" "$2"
await "a matrix as a document that plays" beyond 0
titled 'Untitled – *' || fail "the matrix is called $(title)"

# Another one into the experiment that is there: a change, which closing asks about.
printf '2,0\n0,1\n' > "$home/small.csv"
xdotool key space
xdotool key alt+f
xdotool key m
typePath "Open matrix" "$home/small.csv"
await "the change" titled 'Untitled\* – *'
xdotool key ctrl+q
await "the question" active "Unsaved changes"
xdotool key Escape
await "the window again" active 't = '
xdotool key alt+F4
await "the question again" active "Unsaved changes"
xdotool key alt+d
left

# A matrix that never comes: the window does not wait for it, neither to run nor to leave.
mkfifo "$home/never.csv"
start "$1" "$home/never.csv"
await "the window before its matrix" titled 'Untitled – t = 0 *'
xdotool key ctrl+q
left
echo "x11: fine"
