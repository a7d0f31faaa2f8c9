#!/bin/sh
# The same ten inputs for every format: folders, zips, a lone manifest, what cannot be read, what is refused, what is
# hostile. ten.sh OPTIONS… runs assay check on them.
set -eu
here=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$here"/../cli/packages/good "$here"/../cli/packages/dangling "$here"/../cli/packages/many "$here"/../cli/packages/broken \
  "$here"/../cli/packages/website "$here"/packages/hostile "$here"/../cli/waivers "$work"
cd "$work"
"$ASSAY" vectors build vectors --filter .unknown --family imscp
"$ASSAY" vectors build unsafe --filter path-traversal.parent
cp vectors/imscp.dangling-item-reference.unknown@*1.1.2/*.zip dangling.zip 2>/dev/null || cp vectors/imscp.dangling-item-reference.unknown*/*.zip dangling.zip
cp unsafe/safe-package.path-traversal.parent*/*.zip unsafe.zip
cp good/imsmanifest.xml imsmanifest.xml
status=0
"$ASSAY" check "$@" good dangling many broken website hostile dangling.zip unsafe.zip imsmanifest.xml nowhere.zip || status=$?
exit $status
