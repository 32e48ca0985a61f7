#!/usr/bin/env bash
# What a desktop reads of the programs, and the Debian package: made, looked through, unpacked and run.
# usage: package.sh BUILD_FOLDER RESOURCES_FOLDER
set -euo pipefail
build=$1 linux=$2/linux place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

quiet() { # COMMAND...: fails when it says anything
    local said
    said=$("$@" 2>&1) && [[ -z $said ]] || { echo "$*: $said"; return 1; }
}
quiet desktop-file-validate "$linux/org.hyperdrift.Hyperdrift.desktop"
appstreamcli validate --no-net --no-color "$linux/org.hyperdrift.Hyperdrift.metainfo.xml"
quiet xmllint --noout "$linux/hyperdrift-mime.xml"
for page in hyperdrift hyperdrift-cli; do
    quiet env LC_ALL=C.UTF-8 MANWIDTH=80 groff -man -Tutf8 -ww -z "$linux/$page.1"
    quiet bash -n "$linux/$page.bash"
done

# Every option of a program is on its page and in its completion.
options() { QT_QPA_PLATFORM=offscreen "$build/bin/$1" "${@:2}" --help | grep -oE -- '--[a-z][a-z-]+' | sort -u | grep -vx -- --help-all; }
told() { # PROGRAM OPTION...
    local program=$1 option
    shift
    (($#)) || { echo "$program says no options"; return 1; }
    for option; do
        grep -qE -- "$option([^a-z-]|\$)" <(tr -d '\\' < "$linux/$program.1") || { echo "$program.1 lacks $option"; return 1; }
        grep -qE -- "$option([^a-z-]|\$)" "$linux/$program.bash" || { echo "$program.bash lacks $option"; return 1; }
    done
}
# shellcheck disable=SC2046 # options have no spaces
told hyperdrift $(options hyperdrift)
for command in run ensemble theory check; do
    told hyperdrift-cli $(options hyperdrift-cli "$command")
done

(cd "$build" && cpack -G DEB -B "$place" > "$place/log") || { cat "$place/log"; exit 1; }
package=$(echo "$place"/hyperdrift_*.deb)
lintian --allow-root --fail-on error,warning --tag-display-limit 0 "$package"
dpkg-deb -x "$package" "$place/root"
update-mime-database "$place/root/usr/share/mime" 2> /dev/null
grep -q 'application/x-hyperdrift:.*hyperdrift' "$place/root/usr/share/mime/globs"
"$place/root/usr/bin/hyperdrift-cli" theory | grep -q 'γ'
QT_QPA_PLATFORM=offscreen "$place/root/usr/bin/hyperdrift" --screenshot "$place/window.png" --steps 10 2> /dev/null
[[ -s $place/window.png ]]
