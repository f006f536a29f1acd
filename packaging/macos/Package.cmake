# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A bundle with what it needs, on a disk image.
set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/icons/skein.icns
    TARGET_DIRECTORY skein PROPERTIES MACOSX_PACKAGE_LOCATION Resources)
target_sources(skein PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/icons/skein.icns)
set_target_properties(skein PROPERTIES
    MACOSX_BUNDLE ON
    OUTPUT_NAME Skein
    MACOSX_BUNDLE_INFO_PLIST ${CMAKE_CURRENT_SOURCE_DIR}/macos/Info.plist.in)
install(TARGETS skein BUNDLE DESTINATION .)
if(COMMAND qt_generate_deploy_app_script)
    qt_generate_deploy_app_script(TARGET skein FILENAME_VARIABLE deploy NO_UNSUPPORTED_PLATFORM_ERROR)
    install(SCRIPT ${deploy})
endif()

set(CPACK_GENERATOR DragNDrop)
set(CPACK_DMG_VOLUME_NAME Skein)
