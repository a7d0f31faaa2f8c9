#!/bin/sh
# Builds and runs a stranger's program against an installed assay.
#   run.sh judge|rule|pkg_config PREFIX SOURCE_DIR SCRATCH_DIR
set -eu
consumer=$1 prefix=$2 source=$3 scratch=$4/$1
course=$source/samples/bilingual-course
rm -rf "$scratch"
mkdir -p "$scratch"
case $consumer in
  judge | pkg_config)
    if ! pkg-config --exists libcurl; then
      echo "SKIPPED: the program that uses its own libcurl (libcurl4-openssl-dev is not installed)"
      exit 0
    fi
    ;;
esac

if [ "$consumer" = pkg_config ]; then
  PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name assay.pc)")
  export PKG_CONFIG_PATH
  # shellcheck disable=SC2046
  "${CXX:-c++}" -std=c++20 $(pkg-config --cflags assay libcurl) "$source/tests/install/judge/main.cpp" -o "$scratch/judge" \
    $(pkg-config --libs assay libcurl)
  exec "$scratch/judge" "$course"
fi

cmake -G Ninja -S "$source/tests/install/$consumer" -B "$scratch" -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_BUILD_TYPE=Release
cmake --build "$scratch"
if [ "$consumer" = judge ]; then
  exec "$scratch/judge" "$course"
fi
"$scratch/own" check --quiet "$course"
"$scratch/own" explain imscp.title-in-capitals | grep shouts
