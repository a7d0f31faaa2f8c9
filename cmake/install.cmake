# find_package(assay), pkg-config and a Debian package.
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/assay)
install(TARGETS assay EXPORT assay_targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(TARGETS assay_dependencies EXPORT assay_targets)
install(EXPORT assay_targets FILE assay_targets.cmake NAMESPACE assay:: DESTINATION ${package_dir})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/lib/include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN *.hpp)
install(TARGETS assay_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

# The manual page and the completions are written by the program from its own command line.
set(shell_dir ${CMAKE_BINARY_DIR}/generated/shell)
file(MAKE_DIRECTORY ${shell_dir})
add_custom_command(OUTPUT ${shell_dir}/assay.1 ${shell_dir}/assay.bash ${shell_dir}/_assay ${shell_dir}/assay.fish
  COMMAND assay_program manual > ${shell_dir}/assay.1
  COMMAND assay_program completion bash > ${shell_dir}/assay.bash
  COMMAND assay_program completion zsh > ${shell_dir}/_assay
  COMMAND assay_program completion fish > ${shell_dir}/assay.fish
  DEPENDS assay_program VERBATIM)
add_custom_target(assay_shell ALL DEPENDS ${shell_dir}/assay.1)
install(FILES ${shell_dir}/assay.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${shell_dir}/assay.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME assay)
install(FILES ${shell_dir}/_assay DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${shell_dir}/assay.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/assayConfig.cmake.in ${CMAKE_BINARY_DIR}/assayConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${CMAKE_BINARY_DIR}/assayConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/assayConfig.cmake ${CMAKE_BINARY_DIR}/assayConfigVersion.cmake DESTINATION ${package_dir})

# The prefix is only known when somebody installs, so assay.pc says where it is from its own place.
file(RELATIVE_PATH assay_pc_to_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
string(REGEX REPLACE "/$" "" assay_pc_to_prefix ${assay_pc_to_prefix})
set(assay_pc_xerces "")
if(ASSAY_SHARED_XERCES)
  set(assay_pc_xerces " -lxerces-c")
endif()
configure_file(${PROJECT_SOURCE_DIR}/cmake/assay.pc.in ${CMAKE_BINARY_DIR}/assay.pc @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/assay.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

# `cpack` in the build folder. What the program needs is read from it; what linking to libassay.a needs is suggested.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME assay)
set(CPACK_PACKAGE_CONTACT "the assay authors <authors@assay.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "pkg-config, libxml2-dev, libre2-dev, libicu-dev, libgumbo-dev, libssl-dev, zlib1g-dev")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_STRIP_FILES ON)
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
include(CPack)
