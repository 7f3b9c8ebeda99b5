find_package(GTest REQUIRED)
include(GoogleTest)

# clerk_add_test(NAME TIER SOURCES... LINK...): one test program; each of its cases is a ctest entry labelled with its tier.
function(clerk_add_test name tier)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "SOURCES;LINK")
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE clerk_options ${arg_LINK} GTest::gmock GTest::gtest_main)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST PROPERTIES LABELS ${tier} TIMEOUT 300)
endfunction()
