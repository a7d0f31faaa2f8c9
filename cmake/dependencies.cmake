# Debian packages; each is included by one directory of lib/ only (see CONTRIBUTING.md).
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
pkg_check_modules(XML2 REQUIRED IMPORTED_TARGET libxml-2.0)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-i18n icu-uc)
pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(CRYPTO REQUIRED IMPORTED_TARGET libcrypto)
pkg_check_modules(ZLIB REQUIRED IMPORTED_TARGET zlib)
add_library(assay_dependencies INTERFACE)
target_link_libraries(assay_dependencies INTERFACE PkgConfig::XML2 PkgConfig::RE2 PkgConfig::ICU PkgConfig::GUMBO PkgConfig::CRYPTO
                                                   PkgConfig::ZLIB Threads::Threads)
