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
if(CMAKE_CROSSCOMPILING)
    # What is loaded by name: windows, what photos are made of, https, and whether there is a network.
    set(SKEIN_QT_PLUGINS platforms/qwindows imageformats/qgif imageformats/qico imageformats/qjpeg
        imageformats/qtiff imageformats/qwebp tls/qschannelbackend)
    get_target_property(SKEIN_QT_PREFIX Qt6::Core IMPORTED_LOCATION_RELEASE)
    get_filename_component(SKEIN_QT_PREFIX ${SKEIN_QT_PREFIX}/../.. ABSOLUTE)
    list(GET CMAKE_FIND_ROOT_PATH 0 mingw)
    set(SKEIN_IMPORT_FOLDERS ${mingw}/lib)
    execute_process(COMMAND ${CMAKE_CXX_COMPILER} -print-libgcc-file-name
        OUTPUT_VARIABLE libgcc OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    get_filename_component(libgcc ${libgcc} DIRECTORY)
    set(SKEIN_COMPILER_FOLDERS ${libgcc} ${mingw}/lib)
    set(SKEIN_QT_TRANSLATIONS ${QT_HOST_PATH}/share/qt6/translations)
    configure_file(windows/Deploy.cmake.in Deploy.cmake @ONLY)
    install(SCRIPT ${CMAKE_CURRENT_BINARY_DIR}/Deploy.cmake)
    set(CPACK_NSIS_DEFINES "Target amd64-unicode") # as the program; NSIS for Windows has none of these
elseif(COMMAND qt_generate_deploy_app_script)
    qt_generate_deploy_app_script(TARGET skein FILENAME_VARIABLE deploy NO_UNSUPPORTED_PLATFORM_ERROR)
    install(SCRIPT ${deploy})
endif()

# NSIS.template.in stands here; CPack takes it for its own.
list(PREPEND CMAKE_MODULE_PATH ${CMAKE_CURRENT_SOURCE_DIR}/windows)
set(CPACK_GENERATOR NSIS)
set(CPACK_NSIS_PACKAGE_NAME Skein)
set(CPACK_NSIS_MUI_ICON "${CMAKE_CURRENT_SOURCE_DIR}/icons/skein.ico")
set(CPACK_NSIS_MUI_UNIICON "${CMAKE_CURRENT_SOURCE_DIR}/icons/skein.ico")
set(CPACK_NSIS_URL_INFO_ABOUT "${SKEIN_HOMEPAGE}")
