#!/bin/sh
# Opens the menu of actgen; words after the name are given to actgen: ./акты.sh check
folder=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd) || exit 3
run=$folder/run.py
[ -e "$run" ] || run='@RUN@'
finish() {
    # A window opened by a double click would close before anybody read what is wrong.
    if [ "$1" -ne 0 ] && [ "$2" -eq 0 ] && [ -t 0 ]; then
        printf 'Нажмите Enter, чтобы закрыть окно. '
        read -r _
    fi
    exit "$1"
}
if [ ! -e "$run" ]; then
    if command -v actgen >/dev/null 2>&1; then
        actgen --project "$folder" "$@"
        finish $? $#
    fi
    echo 'Рядом нет run.py. Если открыт архив, сначала распакуйте его целиком; если папку actgen перенесли, верните её на место или выполните: pip install actgen' >&2
    finish 3 $#
fi
if ! command -v python3 >/dev/null 2>&1; then
    echo 'На этом компьютере нет Python. Попросите учителя информатики выполнить: sudo apt install python3 python3-venv' >&2
    finish 3 $#
fi
python3 "$run" --project "$folder" "$@"
finish $? $#
