# Debian packages by `cpack`, one for each group of components: what runs, what is needed to build against it, the tools.
# The library's name carries its soname, so that two of them can be installed side by side.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME clerk)
set(CPACK_PACKAGE_VENDOR "clerk-cpp")
set(CPACK_PACKAGE_CONTACT "The clerk-cpp authors <clerk-cpp@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_DEB_COMPONENT_INSTALL ON)

set(clerk_library_package libclerk${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
set(clerk_this_version "(= ${PROJECT_VERSION})")

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS OFF)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SECTION libs)

set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME ${clerk_library_package})
set(CPACK_DEBIAN_LIBRARY_PACKAGE_PROVIDES "libclerk ${clerk_this_version}")
set(CPACK_DEBIAN_LIBRARY_DESCRIPTION "C++ library for the Clerk Backend API
 Typed calls of the Clerk Backend API, blocking and asynchronous, with errors
 that keep everything the server said.")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_GENERATE_SHLIBS ON)

set(CPACK_DEBIAN_SDK_PACKAGE_NAME libclerk-dev)
set(CPACK_DEBIAN_SDK_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_SDK_PACKAGE_DEPENDS "${clerk_library_package} ${clerk_this_version}, libboost1.81-dev")
set(CPACK_DEBIAN_SDK_DESCRIPTION "C++ library for the Clerk Backend API (development files)
 Headers, CMake package, pkg-config file and guides.")

set(CPACK_DEBIAN_PROGRAMS_PACKAGE_NAME clerk-tools)
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_DEPENDS "systemd | systemd-standalone-sysusers | systemd-sysusers")
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_SHLIBDEPS ON)
if(CLERK_BUILD_CTL AND BUILD_SHARED_LIBS)
  # The library of clerkctl is found where it was built, and its package is none that the tool knows of yet.
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${PROJECT_BINARY_DIR}/src/sdk)
  string(APPEND CPACK_DEBIAN_PROGRAMS_PACKAGE_DEPENDS ", ${clerk_library_package} ${clerk_this_version}")
endif()
set(CPACK_DEBIAN_PROGRAMS_DESCRIPTION "command line and local server for the Clerk Backend API
clerkctl keeps the settings of Clerk instances as code (plan, apply, drift) and
makes every call of the Backend API from a shell.

clerkd keeps the settings of Clerk instances durably and answers as the Backend
API does, for development and tests without a network. Its systemd unit is
installed and left disabled.")
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_CONTROL_EXTRA
    "${PROJECT_SOURCE_DIR}/packaging/debian/postinst;${PROJECT_SOURCE_DIR}/packaging/debian/prerm;${PROJECT_SOURCE_DIR}/packaging/debian/postrm")

if(CLERK_BUILD_SERVER)
  install(FILES ${PROJECT_SOURCE_DIR}/packaging/debian/clerkd.service DESTINATION lib/systemd/system COMPONENT tools)
  install(FILES ${PROJECT_SOURCE_DIR}/packaging/debian/clerkd.sysusers DESTINATION lib/sysusers.d RENAME clerkd.conf COMPONENT tools)
endif()

include(CPack)
cpack_add_component_group(library)
cpack_add_component_group(sdk)
cpack_add_component_group(programs)
cpack_add_component(runtime GROUP library)
cpack_add_component(development GROUP sdk)
cpack_add_component(documentation GROUP sdk)
cpack_add_component(tools GROUP programs)
