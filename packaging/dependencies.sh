# shellcheck shell=bash disable=SC2034
# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What Skein needs, by the names of each system, in one place. Sourced by the programs beside
# it; does nothing by itself.

# Debian 12 or newer, Ubuntu 24.04 or newer.
build_packages=(g++ cmake ninja-build ccache pkg-config qt6-base-dev
    qt6-tools-dev qt6-l10n-tools libsqlite3-dev qtkeychain-qt6-dev libheif-dev libxcb1-dev
    libcpp-httplib-dev unicode-cldr-core)
# libsecret is loaded by qtkeychain at run time; without it nobody stays signed in.
# The image formats are WebP and TIFF, libheif is for HEIC; the translations are of Qt's own dialogs.
run_packages=(libsecret-1-0 libheif1 qt6-wayland qt6-image-formats-plugins
    qt6-translations-l10n fonts-noto-color-emoji)
# One fixed clang-format: versions disagree about the same style file. Clang compiles the tests: it
# tells what GCC overlooks. Tests look into the store by Qt's driver for SQLite, not by Skein's own code.
clang_format=clang-format-19
check_packages=("$clang_format" clang-19 libclang-rt-19-dev mold git libqt6sql6-sqlite)
desktop_packages=(xvfb openbox xdotool xclip dbus-x11 gnome-keyring libsecret-tools at-spi2-core
    python3-gi gir1.2-gtk-3.0 imagemagick dunst trayer
    # to try the package
    dpkg-dev desktop-file-utils appstream xauth x11-utils)
# To build for Windows on Debian (packaging/windows); SQLite's sources are put together by Tcl.
windows_packages=(g++-mingw-w64-x86-64-posix dpkg-dev make tcl nsis)
# Wine for 64 bits does; it cannot start what Windows has in 32.
wine_packages=(wine wine64 xvfb xauth openbox xdotool curl binutils-mingw-w64-x86-64 fonts-wine
    fonts-dejavu-core fonts-noto-color-emoji)
fuzz_packages=(clang-19 libclang-rt-19-dev llvm libqt6sql6-sqlite)

name_packages_elsewhere() {
    cat >&2 <<'NAMES'
Skein needs Qt 6.4 or newer and a C++23 compiler (GCC 12 or Clang 19, or newer). The packages:
  Fedora  gcc-c++ cmake ninja-build ccache pkgconf-pkg-config qt6-qtbase-devel
          qt6-qttools-devel sqlite-devel qt6-linguist qt6-qttranslations qt6-qtimageformats
          qtkeychain-qt6-devel libheif-devel libxcb-devel cpp-httplib-devel libsecret
          cldr-emoji-annotation
          (and libheif-freeworld of RPM Fusion, which reads what iPhones write)
  Arch    gcc cmake ninja ccache pkgconf qt6-base qt6-tools qt6-translations
          qt6-imageformats sqlite qtkeychain-qt6 libheif libxcb cpp-httplib libsecret
  macOS   (Homebrew) cmake ninja ccache pkgconf qt qtkeychain libheif cpp-httplib
The tests also need Clang and clang-format 19, mold and, for tests/desktop: Xvfb, openbox, xdotool, xclip,
gnome-keyring, secret-tool, at-spi2-core, PyGObject, GTK 3, ImageMagick, dunst and trayer.
NAMES
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

# Runs a command and shows its output only when it fails.
quietly() {
    local output
    output=$(mktemp)
    if ! "$@" >"$output" 2>&1; then
        cat "$output" >&2
        rm -f "$output"
        return 1
    fi
    rm -f "$output"
}

is_installed() {
    [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# Installs those of the named packages that are missing. Says what it installs and asks nothing. On a
# system without apt-get it does nothing: cmake will say what is missing.
install_missing() {
    command -v apt-get >/dev/null || return 0
    local package missing=()
    for package in "$@"; do
        is_installed "$package" || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        echo "Please install as root: apt-get install ${missing[*]}" >&2
        return 1
    fi
    echo "Installing ${missing[*]}"
    quietly as_root apt-get --quiet update
    quietly as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get --quiet --yes --no-install-recommends install "${missing[@]}"
}

# Configures a preset; where that fails and there is no apt-get, names the packages.
configure() {
    if ! quietly cmake --preset "$1"; then
        command -v apt-get >/dev/null || name_packages_elsewhere
        return 1
    fi
}
