#!/bin/bash
# Drives the real window as a hand would, by pointer and then by keyboard alone, and reads what it saved.
# Pictures of each stage are kept.
# Usage: tests/window.sh PROGRAM PICTURES
set -eu
program=$(realpath "$1")
pictures=$2
. "$(dirname "$0")/window_hands.sh"

# Where things stand in a window of 1440 × 900 points on the example: the one place to change when the
# layout does.
from_b="120 416"            # the button "+ from B", before there is a draft
draft_raise_3="571 235"     # heads, with one draft
employer_raise_3="619 235"
compare_tab="1003 21"
timeline_tab="932 21"
# Parts of the window, wide enough for either layout of what is in them.
cards="240x480+0+44"
headline="834x80+254+44"
raises="834x190+254+130"
lanes="834x290+254+400"
table="834x170+254+680"
selected="352x220+1088+44"

# From x y, n moves of dx dy, the button left down.
pull() {
    xdotool mousemove "$1" "$2"; sleep 0.2
    xdotool mousedown 1; sleep 0.2
    for _ in $(seq "$3"); do xdotool mousemove_relative -- "$4" "$5"; sleep 0.03; done
    sleep 0.4
}
let_go() { xdotool mouseup 1; sleep 0.4; }
# How many pixels of the bubble's ground a part of a picture has.
dark() {
    convert "$pictures/$1.png[$2]" -fill white +opaque '#14202B' -fill black -opaque '#14202B' \
        -colorspace gray -format '%[fx:int(w*h*(1-mean))]' info:
}
# Saves under another name. There is no dialog service here: the path is typed.
save_as() {
    press ctrl+shift+s
    sleep 1.5
    picture "typing-$1"
    press ctrl+a
    xdotool type --delay 15 "$home/$1.ron"
    press Return
    sleep 1
    [ -f "$home/$1.ron" ] || fail "$1 was not saved"
}
# The offer with an id in a saved file; and its n-th raise, `2027-06-01 3.75`.
offer() { sed -n "/id: \"$2\"/,/^        ),/p" "$home/$1.ron"; }
raise() {
    offer "$1" "$2" | grep -o 'date: "[0-9-]*"\|Percent([0-9.-]*)' | tr -d 'a-zA-Z:"() ' |
        paste -d ' ' - - | sed -n "$3p"
}

sleep 1
start

# By pointer: during the drag, before the button is let go, everything follows.
click $from_b
aside
still before
pull $draft_raise_3 12 5 -3         # its third raise: later and larger
picture during
for part in cards headline raises lanes table selected; do
    differ before during "${!part}" || fail "the $part don't follow the drag"
done
bubble=$(($(dark during "$raises") - $(dark before "$raises")))
[ "$bubble" -gt 3000 ] || fail "no bubble stands by the head ($bubble pixels)"
xdotool mousemove_relative -- 30 20; sleep 0.4
picture during-on
for part in cards headline raises lanes; do
    differ during during-on "${!part}" || fail "the $part stop following the drag"
done
press Escape
let_go
aside
still escaped
for part in cards headline; do      # the raise stays chosen, the cursor where the pointer was
    differ before escaped "${!part}" && fail "Escape leaves a trace in the $part"
done
pull $draft_raise_3 11 6 0          # sideways, then up
for _ in $(seq 8); do xdotool mousemove_relative -- 0 -4; sleep 0.03; done
let_go
aside
still dropped
press ctrl+z
still undone
differ escaped undone "$cards" && fail "Ctrl+Z doesn't take the drag back"
press ctrl+shift+z
still redone
differ dropped redone "$cards" && fail "Ctrl+Shift+Z doesn't repeat the drag"
save_as counter
picture saved
saved=$(raise counter draft-1 3)
echo "by pointer: raise 3 of the draft is $saved"
echo "$saved" | grep -q '^2027-0[5-9]-01 ' || fail "the raise has not moved to a first of a month"
echo "$saved" | grep -q ' 3$' && fail "the raise has its old percent"

# The figures of the window, copied from its comparison, are those the report prints on the file.
click $compare_tab
aside
press shift+Tab                     # the last control there: the button that copies the figures
press space
sleep 0.5
still compare
timeout 5 xclip -selection clipboard -o >"$home/cells" || fail "nothing was copied"
"$program" report "$home/counter.ron" >"$home/report"
# Three cells of a row of the window: A, B and the draft. The same three of a row of the report, whose third
# is the earlier offer, in the window's short form.
# Values of a row are written alike in the window, "25.00%" beside "28.25%": zeros at the end don't count.
of_window() {
    awk -F '\t' -v row="$1" '$1 == row { for (i = 2; i <= 4; i++) {
        sub(/ \(.*/, "", $i); if ($i ~ /%$/) $i = ($i + 0) "%"; print $i } }' "$home/cells"
}
of_report() {
    grep -m 2 "^  $1 " "$home/report" | sed "s/^  $1 *//; s/ %/%/g" | tr -s ' ' '\n' | awk '
        /%$/ { value = $0; sub(/%/, "", value); print (two ? sprintf("%.2f", value) : value) + 0 "%"; next }
        { value = $0; gsub(/[$,]/, "", value); value += 0
          # All totals of the table are in millions, because some have billions.
          unit = value >= 1e6 ? "M" : ""
          whole = sprintf("%.0f", unit == "M" ? value / 1e6 : value)
          print "$" (length(whole) > 3 ? substr(whole, 1, length(whole) - 3) "," : "") substr(whole, length(whole) > 3 ? length(whole) - 2 : 1) unit }
    ' two="${2:-}"
}
while read -r row two in_report; do
    row=${row//_/ } in_report=${in_report//_/ }
    [ "$two" = 2 ] || two=
    shown=$(of_window "$row" | tr '\n' ' ')
    printed=$(of_report "$in_report" "$two" | sed -n '1p;2p;4p' | tr '\n' ' ')
    echo "$row: $shown"
    [ "$(echo "$shown" | wc -w)" -eq 3 ] || fail "the window shows no three figures for: $row"
    [ "$shown" = "$printed" ] || fail "$row: the window shows $shown and the report prints $printed"
done <<'ROWS'
Simple_sum - Simple_sum
Compounded 2 Compounded
Average_a_year 2 Average_a_year
Cost_over_the_term - Cost_over_the_term
Per_full-time_employee - Cost_per_full-time_employee
Present_value - Present_value
Payroll_a_year_at_the_end - Payroll_a_year_at_the_end
ROWS

# Dragging a passed offer's head makes a counter; the offer keeps its terms.
click $timeline_tab
pull $employer_raise_3 10 0 -4
picture during-a-passed-offer
let_go
aside
still countered
save_as from-passed
passed=$(sed -n 's/.*id: "\(employer[^"]*\)".*/\1/p' "$home/counter.ron" | head -1)
[ "$(offer counter "$passed")" = "$(offer from-passed "$passed")" ] ||
    fail "the passed offer has changed"
was=$(raise from-passed "$passed" 3)
now=$(raise from-passed draft-2 3)
echo "from a passed offer: $was became $now in a new draft"
[ -n "$now" ] || fail "no new draft"
[ "$was" != "$now" ] || fail "the new draft has the passed terms"
[ "$(raise from-passed draft-2 2)" = "$(raise from-passed "$passed" 2)" ] ||
    fail "the new draft has lost a raise of the passed offer"
"$program" report "$home/from-passed.ron" | grep -q 'Draft 2' || fail "the report knows no new draft"

# Idle costs nothing: under two ticks of processor time in two seconds.
aside; sleep 1.5
ticks() { awk '{print $14 + $15}' "/proc/$window/stat"; }
idle=$(ticks); sleep 2; idle=$(($(ticks) - idle))
echo "idle: $idle ticks in 2 s"
[ "$idle" -le 2 ] || fail "the idle window uses the processor"
kill -0 "$window" || fail "the window is gone"
stop

# By keyboard alone, from a fresh start: the pointer stays outside.
rm -rf "$home/data" "$home/config" "$home/.local"
xdotool mousemove 1439 899
start
picture keys-start
# Tabs on until the panel of the chosen raise changes: that is the first head.
to_the_first_head() {
    local part=(import -window root -crop "$selected" -depth 8)
    "${part[@]}" "rgb:$home/here"
    for _ in $(seq 200); do             # past every field of what is left out
        xdotool key Tab; sleep 0.4
        "${part[@]}" "rgb:$home/next"
        cmp -s "$home/here" "$home/next" || return 0
    done
    fail "Tab doesn't come to a head"
}
to_the_first_head                   # the employer's first raise; then the union's
press Tab
press Up                            # it is locked: a counter is offered
picture keys-locked
press space                         # the button that begins it has the keyboard
picture keys-counter
to_the_first_head
for _ in $(seq 5); do press Tab; done # from the head after the new one: the draft's third
press Right
press Right
press Up
press alt+Down
picture keys-nudged
press Return                        # exact values
press ctrl+a
xdotool type --delay 15 "3.75"
press Return
still keys-typed
press ctrl+z
still keys-undone
# The cards are out of sight: on its way to the heads Tab has scrolled their panel.
differ keys-typed keys-undone "$headline" || fail "Ctrl+Z does nothing after typing"
press ctrl+shift+z
press ctrl+s                        # never saved: the path is asked
sleep 1.5
press ctrl+a
xdotool type --delay 15 "$home/by-keys.ron"
press Return
sleep 1
picture keys-saved
[ -f "$home/by-keys.ron" ] || fail "nothing was saved by keyboard"
echo "by keyboard: raise 1 is $(raise by-keys draft-1 1), raise 3 is $(raise by-keys draft-1 3)"
[ "$(raise by-keys draft-1 1)" = "2025-10-01 9.25" ] || fail "raise 1 by keyboard"
[ "$(raise by-keys draft-1 3)" = "2027-06-01 3.75" ] || fail "raise 3 by keyboard"
"$program" report "$home/by-keys.ron" | grep -A 8 'Draft 1' | head -9

# Killed six seconds after an edit: the next start offers the work, and it is there.
to_the_first_head
for _ in $(seq 9); do press Tab; done
press Up
sleep 6
kill -9 "$window"
wait "$window" 2>/dev/null || true
start
picture offered
press space                         # Recover has the keyboard
still recovered
save_as recovered
echo "after a kill: raise 3 is $(raise recovered draft-1 3)"
[ "$(raise recovered draft-1 3)" = "2027-06-01 4" ] || fail "the recovered work is not that of the edit"
[ "$(raise by-keys draft-1 3)" = "2027-06-01 3.75" ] || fail "the file was changed without a save"
stop

code=0
env -u DISPLAY -u WAYLAND_DISPLAY "$program" 2>"$home/err" || code=$?
[ "$code" -eq 3 ] || fail "without a display the exit code is $code"
grep -q 'counteroffer report' "$home/err" || fail "the words without a display don't name the report"
rm -f "$pictures/earlier.png" "$pictures/failed.png"
echo "window test: fine"
