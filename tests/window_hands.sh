# Hands for the scripts that drive the real window: to be sourced, with `program` and `pictures` set.
# Needs Xvfb, xdotool, xclip, ImageMagick and a software OpenGL. Folders of their own, a display of its own.
mkdir -p "$pictures"
home=$(mktemp -d)
chmod 700 "$home"
export DISPLAY=:"${WINDOW_TEST_DISPLAY:-78}" LIBGL_ALWAYS_SOFTWARE=1
export HOME="$home" XDG_RUNTIME_DIR="$home" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config"
unset WAYLAND_DISPLAY || true

# Without -noreset the server starts afresh whenever its last client leaves, such as xdotool while the
# program is still on its way.
Xvfb "$DISPLAY" -noreset -screen 0 1440x900x24 >/dev/null 2>&1 &
screen=$!
window=
clean() {
    [ -z "$window" ] || kill "$window" 2>/dev/null || true
    kill "$screen" 2>/dev/null || true
    # Its display is free again only when it is gone.
    wait "$screen" 2>/dev/null || true
    rm -rf "$home"
}
trap clean EXIT
fail() { picture failed; echo "window test: $1" >&2; exit 1; }
picture() { import -window root "$pictures/$1.png"; }
# A picture of the window once it has come to rest, on a slow machine too.
still() {
    picture "$1"
    for _ in $(seq 20); do
        sleep 0.2
        mv "$pictures/$1.png" "$pictures/earlier.png"
        picture "$1"
        if [ "$(compare -metric AE "$pictures/earlier.png" "$pictures/$1.png" null: 2>&1)" = 0 ]; then
            return
        fi
    done
}
press() { xdotool key "$@"; sleep 0.3; }
click() { xdotool mousemove "$1" "$2" click 1; sleep 0.6; }
# The pointer goes where nothing is.
aside() { xdotool mousemove 700 890; sleep 0.4; }
# Types into what has the keyboard.
type_in() { xdotool type --delay 15 "$1"; sleep 0.3; }
# Whether two pictures differ in more than a few pixels, in a part of them.
differ() {
    local part=${3:-1440x900+0+0} pixels
    pixels=$(compare -metric AE "$pictures/$1.png[$part]" "$pictures/$2.png[$part]" null: 2>&1 |
        sed 's/[^0-9].*//')
    [ "$pixels" -gt 60 ]
}
# Opens the window, on a file or on what a first start shows, in a size.
start() {
    "$program" ${1:+"$1"} >"$home/out" 2>&1 &
    window=$!
    local id=
    for _ in $(seq 150); do
        id=$(xdotool search --onlyvisible --name Counteroffer 2>/dev/null | head -1) || true
        [ -z "$id" ] || break
        sleep 0.2
    done
    [ -n "$id" ] || fail "no window"
    xdotool windowmove "$id" 0 0 windowsize "$id" "${2:-1440}" "${3:-900}"
    sleep 1.5
    xdotool windowfocus "$id" || true
}
stop() { kill "$window"; wait "$window" 2>/dev/null || true; window=; }
