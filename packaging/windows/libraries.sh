# shellcheck shell=bash disable=SC2016,SC2154,SC2164 # apt expands; whoever sources it ends at errors
# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What Skein needs on Windows, built from Debian's own source packages into $cache/prefix, each once.
# Sourced by cross-build; does nothing by itself.

sources=$cache/sources
builds=$cache/builds
toolchain=$root/packaging/windows/toolchain.cmake
compiler=x86_64-w64-mingw32-gcc-posix

# Lists of source packages in a folder of their own: the system's stay as they are.
apt_of_our_own() {
    local folder=$cache/apt
    mkdir -p "$folder/lists/partial" "$folder/archives/partial"
    apt-get indextargets --format 'deb-src $(REPO_URI) $(CODENAME) $(COMPONENT)' \
        'Created-By: Packages' | sort -u >"$folder/sources.list"
    apt-get -o Dir::Etc::SourceList="$folder/sources.list" -o Dir::Etc::SourceParts=/dev/null \
        -o Dir::State::Lists="$folder/lists" -o Dir::Cache="$folder" --quiet "$@"
}

# Fetches a source package, and unpacks it with Debian's patches: fetch PACKAGE[=VERSION]
fetch() {
    local package=${1%%=*}
    rm -rf "${sources:?}/$package" "${sources:?}/download-$package"
    mkdir -p "$sources/download-$package"
    cd "$sources/download-$package"
    quietly apt_of_our_own update
    quietly apt_of_our_own source --download-only "$1"
    quietly dpkg-source --no-copy --extract ./*.dsc "$sources/$package"
    cd "$root"
}

# Replaces a line of a file, which must be there: mend FILE LINE NEW_LINE
mend() {
    grep --quiet --line-regexp --fixed-strings -- "$2" "$1"
    awk -v old="$2" -v new="$3" '{ print $0 == old ? new : $0 }' "$1" >"$1.mended"
    mv "$1.mended" "$1"
}

# The very version of the host's Qt, whose moc and rcc work for this one too. Mended: of a font that
# has letters but no outlines it reads measures that nobody has given; what its regular expressions
# compile at run time mingw-w64 frees too late when a thread ends; and where the disk is full it
# keeps a lock that it could not write, for which the next who writes settings waits for ever.
fetch_qt() {
    fetch "$(dpkg-query --show --showformat='${source:Package}=${source:Version}' qt6-base-dev)"
    mend "$sources/qt6-base/src/gui/text/windows/qwindowsfontengine.cpp" \
        '    if (cmap) {' '    if (cmap && GetOutlineTextMetrics(hdc, 0, nullptr)) {'
    mend "$sources/qt6-base/src/corelib/text/qregularexpression.cpp" '#ifdef QT_DEBUG' '#ifdef __MINGW32__'
    mend "$sources/qt6-base/src/corelib/io/qlockfile_win.cpp" \
        '        error = QLockFile::UnknownError; // partition full' \
        '    { error = QLockFile::UnknownError; CloseHandle(fh); fileHandle = INVALID_HANDLE_VALUE; QFile::remove(fileName); }'
}
fetch_image_formats() { fetch qt6-imageformats; }
fetch_sqlite() { fetch sqlite3; }
fetch_httplib() { fetch cpp-httplib; }

# A static library: the store and Qt's driver for it, which only tests use, have one each.
build_sqlite() {
    mkdir -p "$builds/sqlite" "$SKEIN_WINDOWS_PREFIX"/{include,lib}
    cd "$builds/sqlite"
    quietly "$sources/sqlite3/configure" --disable-shared
    quietly make sqlite3.c sqlite3.h
    "$compiler" -O2 -DSQLITE_ENABLE_COLUMN_METADATA -DSQLITE_ENABLE_FTS5 -c sqlite3.c -o sqlite3.o
    x86_64-w64-mingw32-gcc-ar-posix rcs "$SKEIN_WINDOWS_PREFIX/lib/libsqlite3.a" sqlite3.o
    cp sqlite3.h sqlite3ext.h "$SKEIN_WINDOWS_PREFIX/include/"
    cd "$root"
}

# Debian's own is a compiled library; here it is the header alone, as its authors publish it.
build_httplib() { install -D --mode=644 "$sources/cpp-httplib/httplib.h" "$SKEIN_WINDOWS_PREFIX/include/httplib.h"; }

# One library of Qt, into the prefix: configure_for_windows NAME SOURCES [OPTION...]
configure_for_windows() {
    rm -rf "${builds:?}/$1"
    quietly cmake -S "$sources/$2" -B "$builds/$1" -G Ninja -DCMAKE_TOOLCHAIN_FILE="$toolchain" \
        -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS=-w -DCMAKE_INSTALL_PREFIX="$SKEIN_WINDOWS_PREFIX" -DQT_HOST_PATH=/usr \
        -DQT_HOST_PATH_CMAKE_DIR="/usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH)/cmake" \
        -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF "${@:3}"
}

# Without what Skein does not use, and without what Debian's sources lack (wintab.h). TLS is the
# system's own (schannel).
configure_qt() {
    local feature off=() bundled=()
    for feature in concurrent dbus direct2d1_1 openssl pkg_config printsupport sql_odbc style_windowsvista \
        tabletevent tuiotouch vulkan xml zstd; do
        off+=("-DFEATURE_$feature=OFF")
    done
    for feature in doubleconversion freetype harfbuzz jpeg pcre2 png zlib; do
        bundled+=("-DFEATURE_system_$feature=OFF")
    done
    configure_for_windows qt qt6-base -DFEATURE_system_sqlite=ON "${off[@]}" "${bundled[@]}"
}
build_qt() { cmake --build "$builds/qt"; }
install_qt() { quietly cmake --install "$builds/qt" --strip; }

# WebP and TIFF, from the sources that it brings along.
build_image_formats() {
    configure_for_windows image-formats qt6-imageformats -DCMAKE_PREFIX_PATH="$SKEIN_WINDOWS_PREFIX" \
        -DFEATURE_{jasper,mng,system_tiff,system_webp}=OFF
    cmake --build "$builds/image-formats"
    quietly cmake --install "$builds/image-formats" --strip
}
