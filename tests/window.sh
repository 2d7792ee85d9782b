#!/bin/sh
# Drives the real window: drags a raise, lets Escape restore it, undoes, saves, and reads the file.
# Needs Xvfb, xdotool, ImageMagick and a software OpenGL. Usage: tests/window.sh PROGRAM PICTURES
set -eu
program=$1
pictures=$2
mkdir -p "$pictures"
home=$(mktemp -d)
chmod 700 "$home"
export DISPLAY=:"${WINDOW_TEST_DISPLAY:-78}" LIBGL_ALWAYS_SOFTWARE=1
export HOME="$home" XDG_RUNTIME_DIR="$home" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config"
unset WAYLAND_DISPLAY || true

Xvfb "$DISPLAY" -screen 0 1440x900x24 >/dev/null 2>&1 &
screen=$!
window=
clean() {
    [ -z "$window" ] || kill "$window" 2>/dev/null || true
    kill "$screen" 2>/dev/null || true
    rm -rf "$home"
}
trap clean EXIT
fail() { echo "window test: $1" >&2; exit 1; }
picture() { import -window root "$pictures/$1.png"; }
press() { xdotool key "$1"; sleep 0.3; }
click() { xdotool mousemove "$1" "$2" click 1; sleep 0.6; }
# From x y, n moves of dx dy, the button left down.
pull() {
    xdotool mousemove "$1" "$2"; sleep 0.2
    xdotool mousedown 1; sleep 0.2
    for _ in $(seq "$3"); do xdotool mousemove_relative -- "$4" "$5"; sleep 0.03; done
    sleep 0.4
}
let_go() { xdotool mouseup 1; sleep 0.4; }
# Whether two pictures differ in more than a few pixels.
differ() { [ "$(compare -metric AE "$pictures/$1.png" "$pictures/$2.png" null: 2>&1 | sed 's/[^0-9].*//')" -gt 200 ]; }

sleep 1
"$program" >"$home/out" 2>&1 &
window=$!
for _ in $(seq 50); do
    id=$(xdotool search --onlyvisible --name Counteroffer 2>/dev/null | head -1) || true
    [ -z "$id" ] || break
    sleep 0.2
done
[ -n "$id" ] || fail "no window"
xdotool windowmove "$id" 0 0 windowsize "$id" 1440 900
sleep 1.5
xdotool windowfocus "$id" || true

click 115 333                       # a counter from B
xdotool mousemove 700 890; sleep 0.4
picture before
pull 569 288 12 5 -3                # its third raise: later and larger
picture during
differ before during || fail "nothing changed during the drag"
press Escape
let_go
xdotool mousemove 700 890; sleep 0.4
picture escaped
pull 569 288 11 6 0                 # sideways
pull_end=$(xdotool getmouselocation | sed 's/ screen.*//')
for _ in $(seq 8); do xdotool mousemove_relative -- 0 -4; sleep 0.03; done
let_go
picture dropped
press ctrl+z
press ctrl+shift+z
press ctrl+shift+s                  # no dialog service here: the path is typed
sleep 1.5
picture typed-path
press ctrl+a
xdotool type --delay 15 "$home/counter.ron"
press Return
sleep 1
picture saved
[ -f "$home/counter.ron" ] || fail "nothing was saved ($pull_end)"
raise=$(sed -n '/id: "draft-1"/,/^        ),/p' "$home/counter.ron" | grep 'date: "2027-[0-9-]*"' | head -1)
echo "saved: $raise"
echo "$raise" | grep -q 'date: "2027-0[5-9]-01"' || fail "the saved raise has not moved to a first of a month: $raise"
echo "$raise" | grep -q 'Percent(3)' && fail "the saved raise has its old percent: $raise"
"$program" report "$home/counter.ron" | grep -A8 'Draft 1' | head -9
kill -0 "$window" || fail "the window is gone"

# Idle costs nothing: under two ticks of processor time in two seconds.
xdotool mousemove 700 890; sleep 1.5
ticks() { awk '{print $14 + $15}' "/proc/$window/stat"; }
idle=$(ticks); sleep 2; idle=$(( $(ticks) - idle ))
echo "idle: $idle ticks in 2 s"
[ "$idle" -le 2 ] || fail "the idle window uses the processor"

kill "$window"; wait "$window" 2>/dev/null || true; window=
code=0
env -u DISPLAY -u WAYLAND_DISPLAY "$program" 2>"$home/err" || code=$?
[ "$code" -eq 3 ] || fail "without a display the exit code is $code"
grep -q 'counteroffer report' "$home/err" || fail "the words without a display don't name the report"
echo "window test: fine"
