// Which packages are to be judged: arguments, a folder of packages, a list, standard input.
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <unistd.h>

#include "verbs.hpp"

namespace assay::cli_detail {
namespace {

// Reads at most `limit` bytes; false when there is more, or on an error.
bool read_all(int descriptor, std::uint64_t limit, std::string& out, std::string& trouble) {
  char block[65'536];
  for (;;) {
    const ssize_t got = ::read(descriptor, block, sizeof block);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return trouble = std::strerror(errno), false;
    if (got == 0) return true;
    out.append(block, static_cast<std::size_t>(got));
    if (out.size() > limit) return false;
  }
}

Input standard_input(const InputOptions& options, const Limits& limits) {
  Input input;
  input.source.path = options.stdin_name;
  input.bytes = std::make_unique<std::string>();
  std::string trouble;
  if (read_all(0, limits.stdin_bytes, *input.bytes, trouble)) {
    input.source.bytes = input.bytes.get();
  } else if (!trouble.empty()) {
    input.problem = Problem{ProblemKind::unreadable, "not-readable", "Standard input cannot be read: " + trouble + ".", "Pipe a package into assay, or name a file.", options.stdin_name};
  } else {
    input.problem = Problem{ProblemKind::refused, "limit-stdin-bytes", "Standard input has more bytes than the limit stdin-bytes (" + std::to_string(limits.stdin_bytes) + ").",
                            "Save the package to a file and name it, or raise the limit with --limit stdin-bytes=N.", options.stdin_name};
  }
  return input;
}

Result<std::vector<std::string>> list_from(const InputOptions& options) {
  std::string text, trouble;
  if (options.files_from == "-") {
    if (!read_all(0, 1ull << 30, text, trouble)) return Problem{ProblemKind::usage, "not-readable", "The list on standard input cannot be read.", "", ""};
  } else {
    std::ifstream file(options.files_from, std::ios::binary);
    if (!file) return Problem{ProblemKind::usage, "not-found", "The list of files cannot be read.", "Check the path after --files-from.", options.files_from};
    text.assign(std::istreambuf_iterator<char>(file), {});
  }
  std::vector<std::string> names;
  const char separator = options.null_separated ? '\0' : '\n';
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = std::min(text.find(separator, at), text.size());
    std::string name = text.substr(at, end - at);
    if (!options.null_separated && !name.empty() && name.back() == '\r') name.pop_back();
    if (!name.empty()) names.push_back(std::move(name));
    at = end + 1;
  }
  return names;
}

}  // namespace

Result<std::vector<Input>> collect_inputs(const InputOptions& options, const Limits& limits) {
  std::vector<Input> inputs;
  const auto add = [&inputs](std::string path) {
    Input input;
    input.source.path = std::move(path);
    inputs.push_back(std::move(input));
  };
  for (const std::string& path : options.inputs) path == "-" ? inputs.push_back(standard_input(options, limits)) : add(path);
  for (const std::string& folder : options.each) {
    std::error_code error;
    std::vector<std::string> files;
    std::filesystem::recursive_directory_iterator walk(folder, std::filesystem::directory_options::skip_permission_denied, error), end;
    if (error) return Problem{ProblemKind::unreadable, "not-found", "The folder cannot be read: " + error.message() + ".", "Check the path after --each.", folder};
    for (; walk != end && !error; walk.increment(error))
      if (walk->is_regular_file(error)) files.push_back(walk->path().string());
    std::sort(files.begin(), files.end());
    for (std::string& file : files) add(std::move(file));
  }
  if (!options.files_from.empty()) {
    auto names = list_from(options);
    if (!names) return names.problem();
    for (std::string& name : *names) add(std::move(name));
  }
  return inputs;
}

}  // namespace assay::cli_detail
