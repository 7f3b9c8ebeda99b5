# What is installed, by components: runtime (the shared library), development (headers, CMake package, pkg-config file,
# a static library), tools (programs and their manual pages), documentation.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(TARGETS clerk clerk_contract EXPORT clerk
  LIBRARY COMPONENT runtime NAMELINK_COMPONENT development
  ARCHIVE COMPONENT development
  RUNTIME COMPONENT runtime)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/ TYPE INCLUDE COMPONENT development FILES_MATCHING PATTERN "*.hpp")

set(clerk_package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/clerk)
get_target_property(clerk_type clerk TYPE)
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/clerkConfig.cmake.in clerkConfig.cmake
  INSTALL_DESTINATION ${clerk_package_folder})
# Before 1.0 a minor version may change the interface.
write_basic_package_version_file(clerkConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(EXPORT clerk NAMESPACE clerk:: FILE clerkTargets.cmake DESTINATION ${clerk_package_folder} COMPONENT development)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/clerkConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/clerkConfigVersion.cmake
  DESTINATION ${clerk_package_folder} COMPONENT development)

# A static library is linked with what it uses, by plain `--libs`: `--static` would also ask for all that libcurl uses.
set(clerk_pc_needs "Libs: -L\${libdir} -lclerk")
if(clerk_type STREQUAL "STATIC_LIBRARY")
  set(clerk_pc_needs "Requires: libcurl\n${clerk_pc_needs} -lboost_json -lboost_url -pthread")
endif()
# Relative to the file itself, so that the whole may be moved.
file(RELATIVE_PATH clerk_prefix_from_pc ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
configure_file(${PROJECT_SOURCE_DIR}/cmake/clerk.pc.in clerk.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/clerk.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)

if(CLERK_BUILD_SERVER)
  install(TARGETS clerkd COMPONENT tools)
  install(FILES ${PROJECT_SOURCE_DIR}/docs/man/clerkd.8 DESTINATION ${CMAKE_INSTALL_MANDIR}/man8 COMPONENT tools)
endif()
if(CLERK_BUILD_CTL)
  # What describes the program is asked of the program itself.
  set(clerkctl_documents ${CMAKE_CURRENT_BINARY_DIR}/clerkctl_documents)
  add_custom_command(
    OUTPUT ${clerkctl_documents}/made
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${clerkctl_documents}
    COMMAND clerkctl man --out ${clerkctl_documents}/man1
    COMMAND clerkctl completion bash > ${clerkctl_documents}/clerkctl
    COMMAND clerkctl completion zsh > ${clerkctl_documents}/_clerkctl
    COMMAND clerkctl completion fish > ${clerkctl_documents}/clerkctl.fish
    COMMAND ${CMAKE_COMMAND} -E touch ${clerkctl_documents}/made
    DEPENDS clerkctl
    VERBATIM)
  add_custom_target(clerkctl_documents ALL DEPENDS ${clerkctl_documents}/made)
  install(TARGETS clerkctl COMPONENT tools)
  install(DIRECTORY ${clerkctl_documents}/man1 DESTINATION ${CMAKE_INSTALL_MANDIR} COMPONENT tools)
  install(FILES ${clerkctl_documents}/clerkctl
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT tools)
  install(FILES ${clerkctl_documents}/_clerkctl DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions COMPONENT tools)
  install(FILES ${clerkctl_documents}/clerkctl.fish
    DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT tools)
endif()

set(clerk_documents ${CMAKE_INSTALL_DATADIR}/doc/libclerk-dev)
install(FILES README.md ARCHITECTURE.md CHANGELOG.md DESTINATION ${clerk_documents} COMPONENT documentation)
install(DIRECTORY docs/guide docs/reference examples DESTINATION ${clerk_documents} COMPONENT documentation
  PATTERN CMakeLists.txt EXCLUDE)
