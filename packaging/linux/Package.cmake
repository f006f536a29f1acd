# SPDX-FileCopyrightText: 2026 The Skein authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The places of the freedesktop specifications, and the Debian package.
include(GNUInstallDirs)
foreach(kind desktop metainfo.xml)
    configure_file(linux/skein.${kind}.in ${SKEIN_APP_ID}.${kind} @ONLY)
endforeach()
install(TARGETS skein RUNTIME)
install(TARGETS skein-demo-http LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/skein)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/${SKEIN_APP_ID}.desktop
    DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/${SKEIN_APP_ID}.metainfo.xml
    DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/skein.svg RENAME ${SKEIN_APP_ID}.svg
    DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
foreach(size 16 32 48 128 256)
    install(FILES icons/skein-${size}.png RENAME ${SKEIN_APP_ID}.png
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps)
endforeach()
foreach(text skein.1 changelog)
    execute_process(COMMAND gzip --best --no-name --stdout ${CMAKE_CURRENT_SOURCE_DIR}/linux/${text}
        OUTPUT_FILE ${CMAKE_CURRENT_BINARY_DIR}/${text}.gz COMMAND_ERROR_IS_FATAL ANY)
endforeach()
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/skein.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES linux/copyright ${CMAKE_CURRENT_BINARY_DIR}/changelog.gz DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/skein)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded at run time, so that no linker knows of them.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "libsecret-1-0, libheif1, qt6-wayland, qt6-image-formats-plugins, qt6-translations-l10n, fonts-noto-color-emoji")
