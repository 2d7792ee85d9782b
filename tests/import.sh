#!/bin/bash
# Imports a made-up roster through the real window, by pointer and then by keyboard alone, edits and pastes groups,
# and reads what was saved. Pictures of each stage are kept.
# Usage: tests/import.sh PROGRAM PICTURES
set -eu
program=$(realpath "$1")
pictures=$2
. "$(dirname "$0")/window_hands.sh"
case_file=$(dirname "$0")/../scenarios/five-markets.ron

# Where things stand in a window of 1440 × 900 points: the one place to change when the layout does.
people_tab="1165 21"
payroll_page="480 154"          # the offers' panel is open, so the page begins further right
import_button="1003 154"
path_field="400 182"
open_button="847 182"
next_button="1297 822"
first_group="200 226"
employees_head="738 195"        # the title of the column of employees
filter_field="690 154"

"$program" generate --employees 2000 --seed 3 --out "$home/r.csv" >/dev/null
"$program" generate --employees 2000 --seed 3 --out "$home/r.xlsx" >/dev/null
# What an independent count of the extract says: employees, full-time equivalents.
wanted=$(awk -F, 'NR > 1 { heads++; fte += $8 } END { printf "%d %.2f", heads, fte }' "$home/r.csv")

# The table a saved scenario names, and its sums: employees, full-time equivalents.
table_of() { echo "$home/$(sed -n 's/.*file: "\(.*\)".*/\1/p' "$home/$1.ron")"; }
sums() {
    # Counted from the end of a line: a name may hold commas.
    awk -F, 'NR > 1 { heads += $(NF - 3); fte += $(NF - 2) } END { printf "%d %.2f", heads, fte }' "$1"
}
# Nobody's name and no employee's number is in any file.
no_names() {
    awk -F, 'NR > 1 { print $1; print $2 }' "$home/r.csv" >"$home/names"
    local found
    found=$(find "$home" -type f ! -name 'r.*' ! -name names -exec grep -alFf "$home/names" {} +) || true
    [ -z "$found" ] || fail "a name or a number is in $found"
}
save() {
    press ctrl+s
    sleep 1.5
    no_names
}
# Opens the import from the list of actions, by keyboard, and the roster in it.
import_by_keys() {
    press ctrl+k
    type_in "import a roster"
    press Return
    sleep 0.6
    type_in "$1"
    press Return
    sleep 1.5
}

sleep 1
cp "$case_file" "$home/pointer.ron"
start "$home/pointer.ron"

# By pointer, the CSV file.
click $people_tab
click $payroll_page
aside
still payroll-before
click $import_button
click $path_field
type_in "$home/r.csv"
click $open_button
sleep 1
still file
click $next_button
sleep 1
still columns
click $next_button
still check
click $next_button
aside
still imported
differ payroll-before imported || fail "nothing was imported by pointer"
save
[ "$(sums "$(table_of pointer)")" = "$wanted" ] || fail "by pointer: $(sums "$(table_of pointer)"), not $wanted"
[ "$(stat -c %a "$(table_of pointer)")" = 600 ] || fail "others can read the table"
echo "by pointer: $wanted"
"$program" check "$home/pointer.ron" >/dev/null || fail "what was saved isn't right"

# Edited: a cell, sorted, filtered, filled down; each one step, all taken back.
click $first_group
for _ in 1 2 3 4 5 6; do press Right; done
type_in 9
press Return
still edited
differ imported edited || fail "typing changes nothing"
press ctrl+z
aside
still unedited
click $employees_head
aside
still sorted
differ unedited sorted || fail "a click on a title doesn't sort"
click $filter_field
type_in "Coast"
aside
still filtered
differ sorted filtered || fail "the filter hides nothing"
press ctrl+a BackSpace
click $first_group
for _ in 1 2 3 4 5 6 7; do press Right; done # to the full-time equivalents
for _ in 1 2 3; do press shift+Down; done
press ctrl+d
still filled
press ctrl+z
still unfilled
differ filled unfilled "200x40+800+660" || fail "filling down changes no total"
press ctrl+z                        # the sorting
sleep 1
save
[ "$(sums "$(table_of pointer)")" = "$wanted" ] || fail "after undoing: $(sums "$(table_of pointer)")"
press ctrl+k
type_in "dark theme"
press Return
aside
still dark
kill -0 "$window" || fail "the window is gone"
stop

# By keyboard alone, the workbook, in a small window.
rm -rf "$home/data" "$home/config" "$home/.local"
cp "$case_file" "$home/keys.ron"
xdotool mousemove 1439 899
start "$home/keys.ron" 1024 700
import_by_keys "$home/r.xlsx"
still small-file
press Return
sleep 1
still small-columns
press Return
still small-check
press Return
still small-imported
save
cmp "$(table_of pointer)" "$(table_of keys)" || fail "the workbook and the text give other groups"
echo "by keyboard: $(sums "$(table_of keys)")"

# Next month: the settings wait beside the scenario, and the check is all that is left.
import_by_keys "$home/r.xlsx"
still next-month
press Return
sleep 1
stop

# Two hundred groups from a sheet, its columns in an order of their own.
rm -rf "$home/data" "$home/config" "$home/.local"
cp "$case_file" "$home/pasted.ron"
start "$home/pasted.ron"
before=$(grep -c 'headcount:' "$home/pasted.ron")
{
    printf 'Rate\tGroup\tEmployees\tFTE\tMarket\tJob\tUnit\n'
    for n in $(seq 200); do
        printf '%s.50\tSheet group %s\t%s\t%s\tInland Empire\tAide %s\tLocal 1\n' $((20 + n % 40)) "$n" $((n + 10)) $((n + 5)) $((n % 7))
    done
} | xclip -selection clipboard
press ctrl+k
type_in "payroll"
press Return
sleep 0.5
click $first_group
press ctrl+v
sleep 1
aside
still pasted
save
"$program" check "$home/pasted.ron" >/dev/null || fail "what was pasted isn't right"
after=$(grep -c 'Sheet group' "$home/pasted.ron") || true
[ "$after" = 200 ] || fail "$after groups were pasted"
echo "pasted: $after groups beside $before"
press ctrl+z
save
[ "$(grep -c 'Sheet group' "$home/pasted.ron")" = 0 ] || fail "Undo keeps pasted groups"
stop
rm -f "$pictures/earlier.png" "$pictures/failed.png"
echo "import test: fine"
