# shellcheck shell=bash disable=SC2034
# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Where the programs beside it keep what they make outside the repository. Sourced by them, in the
# project's folder; does nothing by itself.

root=$PWD
cache=${SKEIN_WINDOWS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/skein-windows}
export SKEIN_WINDOWS_PREFIX=$cache/prefix

is_done() { [ -e "$cache/done/$1" ]; }

# Does a step unless it was done before: once NAME
once() {
    is_done "$1" && return
    echo "$(date +%H:%M)  ${1//_/ }"
    "$1"
    mkdir -p "$cache/done"
    touch "$cache/done/$1"
}

# As Windows knows it: windows_path PATH
windows_path() { echo "Z:${1//\//\\}"; }
