# Fails when a file that makes calls includes more than it should; prints how long it takes to compile.
# Called with COMPILER, INCLUDE_DIR and SOURCE.
set(flags -std=c++20 -O0 -I${INCLUDE_DIR})

execute_process(COMMAND ${COMPILER} ${flags} -M ${SOURCE} OUTPUT_VARIABLE included RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "${SOURCE} does not compile with -I${INCLUDE_DIR} alone")
endif()
foreach(forbidden IN ITEMS "boost/json" "boost/asio" "boost/beast" "boost/url" "curl/" "openssl/" "include/c\\+\\+/[0-9]+/(regex|iostream|thread|future)[ \n]")
  if(included MATCHES "[^ \n]*${forbidden}[^ \n]*")
    message(FATAL_ERROR "${SOURCE} includes ${CMAKE_MATCH_0}")
  endif()
endforeach()

# Processor time, and the best of three: other work on the machine only ever adds.
find_program(BASH bash REQUIRED)
set(best 1000000)
foreach(round RANGE 1 3)
  execute_process(
    COMMAND ${BASH} -c "TIMEFORMAT=%U; time \"$@\"" bash ${COMPILER} ${flags} -c ${SOURCE} -o light_call.o
    ERROR_VARIABLE took RESULT_VARIABLE failed)
  if(failed OR NOT took MATCHES "([0-9]+)[.,]([0-9][0-9][0-9])")
    message(FATAL_ERROR "${SOURCE} does not compile: ${took}")
  endif()
  math(EXPR milliseconds "${CMAKE_MATCH_1} * 1000 + 1${CMAKE_MATCH_2} - 1000")
  if(milliseconds LESS best)
    set(best ${milliseconds})
  endif()
endforeach()
message(STATUS "compiled in ${best} ms of processor time at -O0")
