#!/bin/bash
# Imports a made-up roster through the real window, text and workbook each by pointer and by keyboard alone, edits,
# pastes and turns groups, and reads what was saved. Pictures of each stage are kept.
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
propose_button="1160 695"
first_proposal="507 400"
to_summary_button="1302 695"
to_groups_button="123 404"
answer_in_tabs=11               # from the first menu of the columns to the first answer of a question

"$program" generate --employees 2000 --seed 3 --out "$home/r.csv" >/dev/null
"$program" generate --employees 2000 --seed 3 --out "$home/r.xlsx" >/dev/null
# The same with dates that could have the month or the day first, and none that settles it.
awk -F, -v OFS=, '
    NR > 1 && $10 != "" { split($10, d, "-"); $10 = d[3] <= 12 && d[3] != d[2] ? d[2] "/" d[3] "/" d[1] : "" }
    { print }' "$home/r.csv" >"$home/r.doubt.csv"
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

# The same by pointer, from the page of the payroll; pictures of its steps are named as asked.
import_by_pointer() {
    click $import_button
    click $path_field
    type_in "$1"
    click $open_button
    sleep 1
    still "${2}file"
    click $next_button
    sleep 1
    still "${2}columns"
    click $next_button
    still "${2}check"
    click $next_button
}
in_file() { grep -qF "$2" "$home/$1.ron"; }

sleep 1
cp "$case_file" "$home/pointer.ron"
start "$home/pointer.ron"

# By pointer, the CSV file.
click $people_tab
click $payroll_page
aside
still payroll-before
import_by_pointer "$home/r.csv" ""
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

# By pointer, the workbook; then scales that its rates suggest, and the groups turned into a summary and back.
rm -rf "$home/data" "$home/config" "$home/.local"
cp "$case_file" "$home/book.ron"
start "$home/book.ron"
click $people_tab
click $payroll_page
import_by_pointer "$home/r.xlsx" book-
aside
still book-imported
save
cmp "$(table_of pointer)" "$(table_of book)" || fail "the workbook gives other groups by pointer"
echo "the workbook by pointer: $(sums "$(table_of book)")"
click $propose_button
still proposed
click $first_proposal
press Return
aside
still scale-taken
save
in_file book 'name: "Nursing assistant, Coast"' || fail "the scale proposed isn't there"
[ "$(sums "$(table_of book)")" = "$wanted" ] || fail "a scale taken changes who is there"
press ctrl+z
save
in_file book 'name: "Nursing assistant, Coast"' && fail "Undo keeps the scale"
click $to_summary_button
still to-summary
press Return
aside
still summary
save
in_file book "headcount: ${wanted% *}," || fail "the summary isn't of all the groups"
click $to_groups_button
for line in 'Nurses 40% 68.20' 'Assistants 35% 31.50' 'Others rest'; do
    type_in "$line"
    press Return
done
still to-groups
press Tab Return
aside
still turned
save
[ "$(grep -c 'name: "\(Nurses\|Assistants\|Others\)"' "$home/book.ron")" = 3 ] || fail "the summary isn't in three groups"
"$program" check "$home/book.ron" >/dev/null || fail "what was turned into groups isn't right"
press ctrl+z
press ctrl+z
save
cmp "$(table_of pointer)" "$(table_of book)" || fail "Undo doesn't bring the groups back"
echo "turned into a summary and three groups, and back"
stop

# By keyboard alone, the text with dates in doubt, in the dark.
rm -rf "$home/data" "$home/config" "$home/.local"
cp "$case_file" "$home/doubt.ron"
xdotool mousemove 1439 899
start "$home/doubt.ron"
press ctrl+k
type_in "dark theme"
press Return
import_by_keys "$home/r.doubt.csv"
still dark-file
press Return
sleep 1
still dark-question
for _ in $(seq $answer_in_tabs); do press Tab; done
press Return
sleep 1
still dark-columns
differ dark-question dark-columns || fail "the question isn't answered"
press Return
still dark-check
press Return
still dark-imported
save
[ "$(sums "$(table_of doubt)")" = "$wanted" ] || fail "with dates in doubt: $(sums "$(table_of doubt)")"
# Every date kept is one that a plain look at the text gives, the month first.
awk -F, 'NR > 1 && $10 != "" { split($10, d, "/"); print d[3] "-" d[1] "-" d[2] }' "$home/r.doubt.csv" | sort -u >"$home/asked"
awk -F, 'NR > 1 && $NF != "" { print $NF }' "$(table_of doubt)" | sort -u >"$home/kept"
[ -s "$home/kept" ] && [ -z "$(comm -13 "$home/asked" "$home/kept")" ] || fail "dates kept are others than the month first"
echo "by keyboard, dates in doubt: $(sums "$(table_of doubt)")"
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
