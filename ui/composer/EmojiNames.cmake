# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What emoji are called in Spanish, from the CLDR: a resource of lines as emoji.txt has them. Where
# the CLDR is missing they have their English names only.
find_path(SKEIN_CLDR NAMES annotations/es.xml PATHS /usr/share/unicode/cldr/common
    NO_CMAKE_FIND_ROOT_PATH DOC "The folder \"common\" of the Unicode CLDR")
if(NOT SKEIN_CLDR)
    return()
endif()
set(names "")
foreach(part annotations annotationsDerived)
    # Without what CMake's lists cannot hold: none of it is an emoji's.
    file(STRINGS ${SKEIN_CLDR}/${part}/es.xml lines ENCODING UTF-8
        REGEX "cp=\"[^][&;\"]+\" type=\"tts\">[^][&;]+</annotation>")
    list(FILTER lines EXCLUDE REGEX "🏻|🏼|🏽|🏾|🏿")
    foreach(line IN LISTS lines)
        string(REGEX REPLACE ".*cp=\"([^\"]+)\".*>([^<]+)<.*" "\\1 \\2" line "${line}")
        string(APPEND names "${line}\n")
    endforeach()
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/es.txt CONTENT "${names}" @ONLY)
qt_add_resources(skein_ui emoji_names PREFIX /emoji BASE ${CMAKE_CURRENT_BINARY_DIR}
    FILES ${CMAKE_CURRENT_BINARY_DIR}/es.txt)
