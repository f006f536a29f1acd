# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later
# One folder with the program and what it needs, and an installer of it by NSIS.
# No console window; icon, version and manifest in the file itself.
enable_language(RC)
configure_file(windows/skein.rc.in skein.rc @ONLY)
target_sources(skein PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/skein.rc)
set_target_properties(skein PROPERTIES WIN32_EXECUTABLE ON)
install(TARGETS skein RUNTIME DESTINATION .)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION . RENAME LICENSE.txt)
if(COMMAND qt_generate_deploy_app_script)
    qt_generate_deploy_app_script(TARGET skein FILENAME_VARIABLE deploy NO_UNSUPPORTED_PLATFORM_ERROR)
    install(SCRIPT ${deploy})
endif()

set(CPACK_GENERATOR NSIS)
set(CPACK_NSIS_DISPLAY_NAME Skein)
set(CPACK_NSIS_PACKAGE_NAME Skein)
set(CPACK_NSIS_INSTALLED_ICON_NAME skein.exe)
set(CPACK_NSIS_MUI_ICON "${CMAKE_CURRENT_SOURCE_DIR}/icons/skein.ico")
set(CPACK_NSIS_MUI_UNIICON "${CMAKE_CURRENT_SOURCE_DIR}/icons/skein.ico")
set(CPACK_NSIS_URL_INFO_ABOUT "${SKEIN_HOMEPAGE}")
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_NSIS_MANIFEST_DPI_AWARE ON)
# CPACK_PACKAGE_EXECUTABLES makes the entry of the start menu; the finish page offers to start.
set(CPACK_NSIS_EXECUTABLES_DIRECTORY .)
set(CPACK_NSIS_MUI_FINISHPAGE_RUN skein.exe)
