# clerk_embed_text(TARGET FILE NAMESPACE): compiles a text file into the target, as the constant NAMESPACE::<its stem>.
function(clerk_embed_text target file namespace)
  get_filename_component(name ${file} NAME_WE)
  get_filename_component(file ${file} ABSOLUTE)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} text)
  configure_file(${CMAKE_CURRENT_FUNCTION_LIST_DIR}/embedded_text.cpp.in ${CMAKE_CURRENT_BINARY_DIR}/embedded/${name}.cpp @ONLY)
  target_sources(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/embedded/${name}.cpp)
endfunction()
