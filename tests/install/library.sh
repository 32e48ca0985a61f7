#!/usr/bin/env bash
# The installed library, under a prefix that nobody knows, serves a program of another tree.
# usage: library.sh BUILD_FOLDER EXAMPLE_FOLDER
set -euo pipefail
build=$1 example=$2 place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cmake --install "$build" --component library --prefix "$place/a prefix" > /dev/null
cmake -S "$example" -B "$place/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_PREFIX_PATH="$place/a prefix" > /dev/null
cmake --build "$place/build" > "$place/log" || { cat "$place/log"; exit 1; }
output=$("$place/build/example")
echo "$output"
grep -q '^GD: ratio 6.5' <<< "$output"
grep -q '^Perturbed GD: ratio 0.6' <<< "$output"
