#!/bin/sh
# Time to the first visible window and resident memory of the program, beside those of an empty window
# made with the same library; and the size of the program. Needs Xvfb, xdotool and a software OpenGL.
# Usage: benches/start.sh [RUNS], after
#   cargo build --release --bin counteroffer --example empty_window
set -eu
cd "$(dirname "$0")/.."
runs=${1:-9}
built=${CARGO_TARGET_DIR:-target}/${PROFILE:-release}
home=$(mktemp -d)
chmod 700 "$home"
export DISPLAY=:"${WINDOW_TEST_DISPLAY:-79}" LIBGL_ALWAYS_SOFTWARE=1
export HOME="$home" XDG_RUNTIME_DIR="$home" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config"
unset WAYLAND_DISPLAY || true
Xvfb "$DISPLAY" -noreset -screen 0 1440x900x24 >/dev/null 2>&1 &
screen=$!
trap 'kill "$screen" 2>/dev/null || true; rm -rf "$home"' EXIT
sleep 1

# Milliseconds until the window named $1 of program $2 is visible, and kilobytes it then settles at.
once() {
    started=$(date +%s%N)
    "$2" >/dev/null 2>&1 &
    program=$!
    # xdotool waits for the window by itself.
    xdotool search --sync --onlyvisible --name "$1" >/dev/null
    shown=$(date +%s%N)
    sleep 2
    memory=$(awk '/^VmRSS/ { print $2 }' "/proc/$program/status")
    kill "$program"
    wait "$program" 2>/dev/null || true
    echo "$(((shown - started) / 1000000)) $memory"
}
middle() { sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

# By turns, so that a busy moment of the machine falls on both.
for _ in $(seq "$runs"); do
    once Counteroffer "$built/counteroffer" >>"$home/ours"
    once Empty "$built/examples/empty_window" >>"$home/empty"
done
for who in ours empty; do
    cut -d ' ' -f 1 "$home/$who" | middle >"$home/$who-time"
    cut -d ' ' -f 2 "$home/$who" | middle >"$home/$who-memory"
done
awk -v t="$(cat "$home/ours-time")" -v e="$(cat "$home/empty-time")" \
    -v m="$(cat "$home/ours-memory")" -v n="$(cat "$home/empty-memory")" \
    -v size="$(stat -c %s "$built/counteroffer")" -v runs="$runs" 'BEGIN {
    printf "first window, ms (median of %d): %d; empty window %d; ratio %.2f (at most 1.5)\n", runs, t, e, t / e
    printf "resident memory, MB: %.1f; empty window %.1f; ratio %.2f (at most 1.4)\n", m / 1024, n / 1024, m / n
    printf "program, MB: %.1f (under 30)\n", size / 1000000
}'
