# Everything that all of the project's own code is compiled with stands on this one target.
add_library(clerk_options INTERFACE)
target_compile_features(clerk_options INTERFACE cxx_std_20)
target_compile_options(clerk_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast
  -Wmissing-field-initializers)
if(PROJECT_IS_TOP_LEVEL)  # a later compiler's new warning must not break another project's build
  target_compile_options(clerk_options INTERFACE -Werror)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # False alarms of g++ 12's optimizer inside libstdc++ and Boost.
  target_compile_options(clerk_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized -Wno-stringop-overflow -Wno-array-bounds
                                                 -Wno-stringop-overread -Wno-dangling-pointer)
endif()

if(CLERK_SANITIZE)
  list(JOIN CLERK_SANITIZE "," clerk_sanitizers)
  target_compile_options(clerk_options INTERFACE -fsanitize=${clerk_sanitizers} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(clerk_options INTERFACE -fsanitize=${clerk_sanitizers})
  if("undefined" IN_LIST CLERK_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    # clang 14 can't place what this check keeps beside each function where a coroutine is split.
    target_compile_options(clerk_options INTERFACE -fno-sanitize=function)
  endif()
  if("thread" IN_LIST CLERK_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # Asio's fences, which g++ says the sanitizer can't follow; every hand-over between threads is a lock besides.
    target_compile_options(clerk_options INTERFACE -Wno-tsan)
  endif()
endif()

find_program(CLERK_CCACHE ccache)
if(CLERK_CCACHE AND PROJECT_IS_TOP_LEVEL)
  # Paths are taken relative to the tree, so that what one clone or build folder has compiled is there for the others.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CLERK_CCACHE})
endif()
