#!/bin/bash
# Every kind of term in the real window: added, dragged by its date and by its number, typed in the table, left out
# and counted again, taken back; and what the window then shows is what the report says of the saved file.
# Usage: tests/terms.sh PROGRAM PICTURES
set -eu
program=$(realpath "$1")
pictures=$2
WINDOW_TEST_DISPLAY=${WINDOW_TEST_DISPLAY:-79}
. "$(dirname "$0")/window_hands.sh"
# Fifteen kinds: shorter waits than elsewhere. What matters is waited for, a file that changes and a mark that stands.
press() { xdotool key "$@"; sleep 0.12; }
type_in() { xdotool type --delay 4 "$1"; sleep 0.12; }
aside() { xdotool mousemove 700 890; sleep 0.12; }
# Does something, waits until the middle of the window shows it, and until it rests.
look() { import -window root -crop 700x560+370+130 -depth 8 rgb:- | cksum; }
after() {
    local before now last=
    before=$(look)
    "$@"
    for _ in $(seq 60); do
        now=$(look)
        [ "$now" = "$before" ] || [ "$now" != "$last" ] || return 0
        last=$now
        sleep 0.04
    done
}

# The kinds in the order of the page that adds a term. For each: what is typed into its form (`>` and `<` are Tab and
# Shift+Tab), whether its head is dragged up, what is typed into its cell, and what the saved file then says.
kinds=(
    'Percent|<11/1/2026>2%|up|2.25%|Percent(2.25)'
    'PerHour|<11/1/2026>$0.50|up|$0.65/h|PerHour(0.65)'
    'PerYear|<11/1/2026>$900|up|$1,000 a year|PerYear(1000'
    'GreaterOf|<11/1/2026>1%>$0.40|up|1.5% or $0.45|percent: 1.5'
    'Floor|<11/1/2026>$26|up|min 26.75|Floor(26.75'
    'Cola|<11/1/2026>||COLA 2-5|cap: 5'
    'MinimumRate|<11/1/2026>$25||10/1/2028|date: "2028-10-01"'
    'EquityPool|1.25%>11/1/2026<|up|pool 1.5|percent: 1.5'
    'HoldSteps|<11/1/2026>11/1/2028||12/1/2026|date: "2026-12-01"'
    'LumpSum|<11/1/2026>$500||$750|750'
    'Benefit|>11/1/2026: $500<||10/1/2028|date: "2028-10-01"'
    'Payout|$1,200>11/1/2026<||10/1/2028|date: "2028-10-01"'
    'PaidTime|<11/1/2026>8||10/1/2028|date: "2028-10-01"'
    'Contribution|trust>>11/1/2026: 1.5%<||10/1/2028|date: "2028-10-01"'
    'CostStream|11/1/2026: $1,000,000>>||10/1/2028|date: "2028-10-01"'
)

# Does something, and waits until the middle of the window shows it: of two keys in one frame one would be lost.
step() {
    local before
    before=$(look)
    "$@"
    for _ in $(seq 40); do
        [ "$(look)" = "$before" ] || return 0
    done
}

# A small case without a term in it, so that one that is added stands alone: nothing else in a lane has its colour.
cat >"$home/start.ron" <<'RON'
#![enable(implicit_some)]
(
    version: 1,
    title: "Every kind of term",
    we_are: Union,
    term: (first_day: "2025-10-01", last_day: "2029-09-30"),
    a: "employer",
    b: "union",
    counter: "draft",
    inflation: (index: [(month: "2024-01-01", value: 308.417), (month: "2025-07-01", value: 323.048)], projected: 2.5),
    workforce: (
        rates_as_of: "2025-09-30",
        rounding: Cent,
        scales: [
            (name: "Aide", steps: [(rate: 23.10), (rate: 24.05), (rate: 25.02)]),
            (name: "Nurse", steps: [(rate: 33.40), (rate: 35.60), (rate: 37.90)]),
        ],
        ladders: [(name: "Nursing", scales: ["Aide", "Nurse"])],
        people: Groups([
            (name: "Aides", market: "North", job: "Aide", scale: "Aide", step: 1, headcount: 420, fte: 380.5),
            (name: "Nurses", market: "North", job: "Nurse", scale: "Nurse", step: 2, headcount: 260, fte: 240),
        ]),
    ),
    offers: [
        (id: "employer", name: "Employer", side: Employer, status: Draft, clauses: []),
        (id: "union", name: "Union", side: Union, status: Draft, clauses: []),
        (id: "draft", name: "Draft", side: Union, status: Draft, clauses: []),
    ],
)
RON
file="$home/case.ron"
cp "$home/start.ron" "$file"

# The ground of the head that is chosen, and of a chip: the offer's colour, faint; grey where it is left out.
lanes="760x400+250+130"
first_cell="429 834"
chosen='#D4E9E4'
left_out='#F6F8F9'
grey='#E3E6E8'
# Where what is chosen has its mark: the middle of a head's ground, the left end of a chip's.
find_mark() {
    local box color
    for _ in $(seq 20); do
        import -window root -crop "$lanes" "$pictures/lane.png"
        for color in "$@"; do
            box=$(convert "$pictures/lane.png" -fuzz 0.4% -fill black +opaque "$color" -fill white -opaque "$color" \
                -morphology Open Square:1 -trim -format '%wx%h%O' info: 2>/dev/null) || box=
            # A mark has one width; what is less is the edge of a line.
            [ "${box%%x*}" -lt 10 ] 2>/dev/null || break
            box=
        done
        # Twice the same, or it is still on its way.
        [ -z "$box" ] || [ "$box" != "$stood" ] || break
        stood=$box
        sleep 0.05
    done
    [ -n "$box" ] || fail "$kind: nothing chosen stands in a lane"
    stood=
    local wide=${box%%x*} rest=${box#*x}
    local high=${rest%%+*} at=${rest#*+}
    x=${at%+*} y=$((${at#*+} + high / 2))
    if [ "$wide" -gt 30 ]; then x=$((x + 9)); else x=$((x + wide / 2)); fi
}
stood=
pull() {
    step xdotool mousemove "$1" "$2"
    xdotool mousedown 1 sleep 0.15
    # What is dragged follows each move, on a busy machine too.
    for _ in 1 2 3 4 5 6; do step xdotool mousemove_relative -- "$3" "$4"; done
    after xdotool mouseup 1
}
# Saves, and waits until the file is another.
save() {
    local before
    before=$(cksum <"$file")
    press ctrl+s
    for _ in $(seq 200); do
        [ "$(cksum <"$file")" = "$before" ] || return 0
        sleep 0.05
    done
    fail "$kind: $1 changed nothing"
}
# The terms of the draft in the saved file.
draft() { sed -n '/id: "draft"/,$p' "$file"; }
has() { draft | grep -qF -- "$1" || { draft >&2; fail "$kind: $2: the file doesn't say $1"; }; }
# Its date as written, and everything else of it.
written() { draft | grep -o 'date: "[0-9-]*"' | head -1 | grep -o '[0-9-]*' | tail -1; }
terms_now() { draft | sed 's/"20[0-9-]*"//g'; }
# Types into a form: `>` and `<` are Tab and Shift+Tab.
fill_in() {
    local rest=$1 part
    while [ -n "$rest" ]; do
        case $rest in
            '>'*) step press Tab; rest=${rest#?} ;;
            '<'*) step press shift+Tab; rest=${rest#?} ;;
            *) part=${rest%%[<>]*}; press ctrl+a; step type_in "$part"; rest=${rest#"$part"} ;;
        esac
    done
}
# The menu of what stands at x y, and its n-th entry.
choose() {
    step xdotool mousemove "$x" "$y"
    after xdotool click 3
    [ -z "${2:-}" ] || picture "$2"
    step xdotool mousemove $((x + 30)) $((y + 21 + 28 * ($1 - 1)))
    after xdotool click 1
}

# A number in the unit and with the decimals of what a table of the window shows: all its amounts have the same.
dollars() {
    awk -v v="$1" -v shown="$2" 'BEGIN { s = v < 0 ? "−" : ""; if (v < 0) v = -v
        unit = shown ~ /M$/ ? "M" : ""
        digits = shown; sub(/M$/, "", digits)
        places = index(digits, ".") ? length(digits) - index(digits, ".") : 0
        if (unit == "M") v /= 1e6
        grain = 10 ^ places
        printf "%s$%.*f%s\n", s, places, int(v * grain + 0.5000001) / grain, unit }' |
        sed -e ':a' -e 's/^\([^.]*[0-9]\)\([0-9]\{3\}\)\([,.M]\|$\)/\1,\2\3/' -e 'ta'
}
percent() { awk -v v="$1" 'BEGIN { s = v < 0 ? "−" : ""; if (v < 0) v = -v; printf "%s%.2f%%\n", s, int(v * 100 + 0.5000001) / 100 }'; }
# The table of a page as it is copied: by the last control there.
copied() {
    after press ctrl+"$1"
    aside
    press shift+Tab
    press space
    sleep 0.2
    timeout 5 xclip -selection clipboard -o >"$home/cells" || fail "$kind: nothing was copied"
}
equal() { [ "$2" = "$3" ] || { cat "$home/cells" >&2; fail "$kind: $1: the window shows $2 and the report has $3"; }; }
# What the window shows of the draft, copied as cells, beside the report of the saved file.
compare_figures() {
    "$program" report "$file" --format json >"$home/report.json"
    local of row cell
    of() { jq -r "$1" "$home/report.json"; }
    copied 3                        # Gap: what each term is worth, to the cent
    cell=$(awk -F '\t' '$1 == "Draft" { print $5 }' "$home/cells")
    equal "worth" "$cell" "$(of '.offers[2].raises[0].worth')"
    told=" worth \$$cell,"
    copied 2                        # Compare
    row() { awk -F '\t' -v row="$1" '$1 == row { sub(/ \(.*/, "", $4); print $4 }' "$home/cells"; }
    cell=$(row 'Cost over the term')
    equal "cost" "$cell" "$(dollars "$(of '.offers[2].cost')" "$cell")"
    cell=$(row 'Per full-time employee')
    equal "cost for each" "$cell" "$(dollars "$(of '.offers[2].cost_per_fte')" "$cell")"
    cell=$(row 'Present value')
    equal "present value" "$cell" "$(dollars "$(of '.offers[2].present_value')" "$cell")"
    equal "compounded" "$(row Compounded)" "$(percent "$(of '.offers[2].compounded')")"
    after press ctrl+1
}

sleep 1
start "$file"
aside
tabs=0
for line in "${kinds[@]}"; do
    IFS='|' read -r kind typed dragged cell now <<<"$line"
    told=
    tabs=$((tabs + 1))

    # Added: from the list of actions, by keyboard alone.
    after press ctrl+k
    type_in "add a term"
    after press Return
    for _ in $(seq $tabs); do step xdotool key Tab; done
    [ "$tabs" -ne 7 ] || picture kinds
    after press space
    sleep 0.25                      # its first field gets the keyboard
    fill_in "$typed"
    picture "$kind-form"
    after press Return
    save "adding it"
    has "$kind(" "adding it"
    was=$(written)

    # Dragged sideways, and up where a number of its own stands on its head.
    find_mark "$chosen"
    pull "$x" "$y" 12 0
    aside
    save "dragging it sideways"
    moved=$(written)
    [[ $moved > $was ]] || fail "$kind: dragged from $was it is on $moved"
    if [ "$dragged" = up ]; then
        terms_before=$(terms_now)
        find_mark "$chosen"
        pull "$x" "$y" 0 -6
        aside
        save "dragging it up"
        [ "$(terms_now)" != "$terms_before" ] || fail "$kind: dragged up it is as large as before"
        [ "$(written)" = "$moved" ] || fail "$kind: dragged up it changes its date"
    fi

    # Typed in the table.
    xdotool mousemove $first_cell sleep 0.1
    after xdotool click 1
    after type_in "$cell"
    after press Return
    save "typing $cell in the table"
    has "$now" "typing $cell in the table"
    picture "$kind-typed"
    compare_figures
    cp "$file" "$home/counted.ron"

    # Left out and counted again, in the menu of its head or chip.
    aside
    find_mark "$chosen"
    choose 3 "$kind-menu"
    save "leaving it out"
    has "counted: false" "leaving it out"
    aside
    find_mark "$left_out" "$grey"
    choose 3
    save "counting it"
    cmp -s "$file" "$home/counted.ron" || fail "$kind: counted again it isn't what it was"

    # Everything taken back, a step at a time.
    steps=6
    [ "$dragged" = up ] || steps=5
    for _ in $(seq $steps); do step xdotool key ctrl+z; done
    save "taking it back"
    has "clauses: []" "taking it back"
    echo "$kind: $was, dragged to $moved, typed $cell;$told taken back in $steps steps"
done
kill -0 "$window" || fail "the window is gone"
stop
rm -f "$pictures/earlier.png" "$pictures/failed.png" "$pictures/lane.png"
echo "terms test: fine"
