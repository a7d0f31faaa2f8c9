#!/bin/sh
# Installs the build to a scratch prefix, then builds and runs two strangers' programs against it.
#   run.sh BUILD_DIR CONSUMERS_DIR SOURCE_DIR
set -eu
build=$1 consumers=$2 source=$3
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cmake --install "$build" --prefix "$scratch/prefix" >/dev/null
for name in judge rule; do
  if [ "$name" = judge ] && ! pkg-config --exists libcurl; then
    echo "SKIPPED: the consumer that uses its own libcurl (libcurl4-openssl-dev is not installed)"
    continue
  fi
  cmake -S "$consumers/$name" -B "$scratch/$name" -DCMAKE_PREFIX_PATH="$scratch/prefix" -DCMAKE_BUILD_TYPE=Release >"$scratch/log" 2>&1 || { cat "$scratch/log"; exit 1; }
  cmake --build "$scratch/$name" >"$scratch/log" 2>&1 || { cat "$scratch/log"; exit 1; }
done
[ ! -x "$scratch/judge/judge" ] || "$scratch/judge/judge" "$source/samples/bilingual-course"
"$scratch/rule/own" check --quiet "$source/samples/bilingual-course"
"$scratch/rule/own" explain imscp.title-in-capitals | grep -q 'shouts'
echo "#include <assay/validate.hpp>" >"$scratch/t.cpp"
PKG_CONFIG_PATH="$scratch/prefix/lib/pkgconfig:$scratch/prefix/lib/$(gcc -print-multiarch)/pkgconfig" pkg-config --cflags --libs assay >/dev/null
"$scratch/prefix/bin/assay" --version
