# Xerces-C++ without a network: Debian's static library wants sixteen libcurl functions; ours refuse. They are made local
# to one merged object, so that a program that links libassay and libcurl keeps its own curl.
add_library(assay_xerces INTERFACE)
set(ASSAY_XERCES_OBJECT "")
if(ASSAY_SHARED_XERCES)
  find_library(ASSAY_XERCES_LIBRARY NAMES xerces-c REQUIRED)
  target_link_libraries(assay_xerces INTERFACE ${ASSAY_XERCES_LIBRARY})
  target_link_libraries(assay_dependencies INTERFACE ${ASSAY_XERCES_LIBRARY})
else()
  find_library(ASSAY_XERCES_ARCHIVE NAMES libxerces-c.a REQUIRED)
  set(ASSAY_XERCES_OBJECT ${CMAKE_BINARY_DIR}/generated/xerces_without_network.o)
  add_library(assay_no_curl OBJECT ${PROJECT_SOURCE_DIR}/cmake/no_curl.c)
  add_custom_command(
    OUTPUT ${ASSAY_XERCES_OBJECT}
    COMMAND ${CMAKE_LINKER} -r -o ${ASSAY_XERCES_OBJECT} --whole-archive ${ASSAY_XERCES_ARCHIVE} --no-whole-archive $<TARGET_OBJECTS:assay_no_curl>
    COMMAND ${CMAKE_OBJCOPY} --wildcard --localize-symbol=curl_* ${ASSAY_XERCES_OBJECT}
    DEPENDS assay_no_curl ${ASSAY_XERCES_ARCHIVE} VERBATIM)
  set_source_files_properties(${ASSAY_XERCES_OBJECT} PROPERTIES EXTERNAL_OBJECT ON GENERATED ON)
  add_custom_target(assay_xerces_object DEPENDS ${ASSAY_XERCES_OBJECT})
  add_dependencies(assay_xerces assay_xerces_object)
  target_link_libraries(assay_xerces INTERFACE ${ASSAY_XERCES_OBJECT})
endif()
