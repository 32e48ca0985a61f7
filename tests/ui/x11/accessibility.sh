#!/usr/bin/env bash
# The window as a screen reader finds it, over AT-SPI on a session bus of its own.
# usage: accessibility.sh HYPERDRIFT
if [[ -z ${HYPERDRIFT_BUS:-} ]]; then
    HYPERDRIFT_BUS=own exec dbus-run-session -- "$0" "$@"
fi
source "$(dirname "$0")/session.sh"
export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1

start "$1" --theme light
await "the first recording" at 0
/usr/bin/python3 "$(dirname "$0")/accessibility.py" "$program"
