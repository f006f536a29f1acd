# shellcheck shell=bash disable=SC2154 # whoever sources it knows where the cache is
# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What try-installer and try-sign-in have in common. Sourced by them after cache.sh; does nothing by
# itself.

must() { "$@" || { echo "Failed: $*" >&2; exit 1; }; }
until_true() { for _ in $(seq 600); do "$@" >/dev/null 2>&1 && return; sleep 0.1; done; must "$@"; }
wine() { packaging/windows/wine "$@"; }
# Windows' programs, then ours.
end_all() {
    WINEPREFIX=$cache/wine wineserver --kill || true
    jobs -p | xargs --no-run-if-empty kill 2>/dev/null || true
}

# Starts a program of ours, which must show itself: start_skein PROGRAM [OPTION...]; sets `skein` to the
# process and `window` to its window, which is in front.
start_skein() {
    wine "$@" &
    skein=$!
    window=$(timeout 60 xdotool search --sync --onlyvisible --limit 1 --name Skein)
    timeout 20 xdotool windowactivate --sync "$window"
}

# Quits it, as a person does at the keyboard.
quit_skein() {
    timeout 20 xdotool windowactivate --sync "$window" key ctrl+q
    must wait "$skein"
}
