# For transcripts: a folder of its own, with a package of the vectors in it.
here=$PWD
place=$(mktemp -d)
cd "$place" || exit 1
bad() {
  assay vectors build --filter "$1" "$place.vectors" >/dev/null && cp "$place.vectors"/*/package.zip bad.zip
}
done_with_it() {
  cd "$here" && rm -r "$place" && rm -rf "$place.vectors"
}
