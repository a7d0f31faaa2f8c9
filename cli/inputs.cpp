// Which packages are to be judged: arguments, a folder of packages, a list, standard input.
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "interrupt.hpp"
#include "limits.hpp"
#include "text/message_format.hpp"
#include "verbs.hpp"

namespace assay::cli_detail {
namespace {

constexpr std::uint64_t most_list_bytes = 256ull << 20;
constexpr std::uint64_t most_of_device = 1ull << 20;  // what is typed; /dev/zero has no end

enum class Reading : std::uint8_t { complete, too_long, failed };

// Reads at most `limit` bytes; errno tells why when it failed.
Reading read_all(int descriptor, std::uint64_t limit, std::string& out) {
  char block[65'536];
  for (;;) {
    const ssize_t got = ::read(descriptor, block, sizeof block);
    if (got < 0 && errno == EINTR && !interruption()) continue;
    if (got < 0) return Reading::failed;
    if (got == 0) return Reading::complete;
    if (static_cast<std::uint64_t>(got) > limit - out.size()) return Reading::too_long;
    out.append(block, static_cast<std::size_t>(got));
  }
}

// Why a read failed; a standard input that was closed is no bad descriptor for people.
std::string why_not_read(int descriptor, int error) {
  return descriptor == 0 && error == EBADF ? "it is closed" : std::strerror(error);
}

Input of_path(std::string path) {
  Input input;
  input.source.path = std::move(path);
  return input;
}

Input of_problem(std::string path, Problem problem) {
  problem.file = path;
  Input input = of_path(std::move(path));
  input.problem = std::move(problem);
  return input;
}

Input standard_input(const InputOptions& options, const Limits& limits) {
  auto bytes = std::make_unique<std::string>();
  switch (read_all(0, limits.stdin_bytes, *bytes)) {
    case Reading::complete: break;
    case Reading::failed:
      return of_problem(options.stdin_name, {ProblemKind::unreadable, "not-readable",
                                             "Standard input cannot be read: " + why_not_read(0, errno) + ".",
                                             "Pipe a package into assay, or name a file.", ""});
    case Reading::too_long:
      return of_problem(options.stdin_name,
                        over_limit(limits, &Limits::stdin_bytes, "Standard input has too many bytes", "",
                                   "Save the package to a file and name it."));
  }
  Input input = of_path(options.stdin_name);
  input.bytes = std::move(bytes);
  input.source.bytes = input.bytes.get();
  return input;
}

Result<std::vector<std::string>> list_from(const InputOptions& options) {
  const auto text = read_text(options.files_from, most_list_bytes, "--files-from");
  if (!text) return text.problem();
  std::vector<std::string> names;
  const char separator = options.null_separated ? '\0' : '\n';
  for (std::size_t at = 0; at < text->size();) {
    const std::size_t end = std::min(text->find(separator, at), text->size());
    std::string name = text->substr(at, end - at);
    if (!options.null_separated && name.ends_with('\r')) name.pop_back();
    if (!name.empty()) names.push_back(std::move(name));
    at = end + 1;
  }
  return names;
}

// Every regular file below the folder, sorted. What cannot be walked becomes an input of its own, so that it is told.
void add_each(const std::string& folder, const std::string& journal, std::vector<Input>& inputs) {
  namespace fs = std::filesystem;
  const auto unreadable_folder = [&](const std::string& where, const std::error_code& error) {
    inputs.push_back(of_problem(
        where, {ProblemKind::unreadable, "not-readable", "The folder cannot be read: " + error.message() + ".",
                "Check the path after --each and the rights of the folder.", ""}));
  };
  std::vector<std::string> folders{folder}, files;
  while (!folders.empty()) {
    const std::string current = std::move(folders.back());
    folders.pop_back();
    std::error_code error;
    fs::directory_iterator walk(current, error);
    for (; !error && walk != fs::directory_iterator(); walk.increment(error)) {
      std::error_code unknown;
      if (walk->is_directory(unknown) && !walk->is_symlink(unknown))
        folders.push_back(walk->path().string());
      else if (walk->is_regular_file(unknown) && !(!journal.empty() && same_file(walk->path().string(), journal)))
        files.push_back(walk->path().string());
    }
    if (error) unreadable_folder(current, error);
  }
  std::sort(files.begin(), files.end());
  for (std::string& file : files) inputs.push_back(of_path(std::move(file)));
}

}  // namespace

Result<std::string> read_text(const std::string& path, std::uint64_t most, const std::string& option) {
  const int descriptor = path == "-" ? 0 : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  std::string text;
  struct stat status {};
  const bool known = descriptor >= 0 && ::fstat(descriptor, &status) == 0;
  const bool device = known && (S_ISCHR(status.st_mode) || S_ISBLK(status.st_mode));
  if (device) most = std::min(most, most_of_device);
  const bool too_long = known && S_ISREG(status.st_mode) && static_cast<std::uint64_t>(status.st_size) > most;
  const Reading reading = descriptor < 0 ? Reading::failed
                          : too_long     ? Reading::too_long
                                         : read_all(descriptor, most, text);
  const int error = errno;
  if (descriptor > 0) ::close(descriptor);
  if (reading == Reading::complete) return text;
  const std::string why =
      reading == Reading::too_long ? "it is longer than " + text::size_in_words(most) : why_not_read(descriptor, error);
  return Problem{ProblemKind::usage, reading == Reading::too_long && !device ? "too-long" : "not-readable",
                 "The file of " + option + " cannot be read: " + why + ".", "Check the path after " + option + ".",
                 path};
}

Result<std::vector<Input>> collect_inputs(const InputOptions& options, const Limits& limits,
                                          const std::string& journal) {
  const auto from_stdin = std::count(options.inputs.begin(), options.inputs.end(), "-");
  if (from_stdin + (options.files_from == "-" ? 1 : 0) > 1)
    return Problem{ProblemKind::usage, "standard-input-twice", "Standard input can be read once only.",
                   "Use - for one package or for the list of --files-from, not for both.", ""};
  std::vector<Input> inputs;
  for (const std::string& path : options.inputs)
    inputs.push_back(path == "-" ? standard_input(options, limits) : of_path(path));
  for (const std::string& folder : options.each) add_each(folder, journal, inputs);
  if (!options.files_from.empty()) {
    auto names = list_from(options);
    if (!names) return names.problem();
    for (std::string& name : *names) inputs.push_back(of_path(std::move(name)));
  }
  // An empty list is what a pipeline without changes makes; a folder without files is a mistake more often.
  if (inputs.empty() && options.files_from.empty())
    return Problem{ProblemKind::usage, "no-inputs", "There is no file in this folder.",
                   "Name a folder that holds packages after --each.", options.each.front()};
  if (inputs.empty()) complain("the list names no input; nothing was judged");
  return inputs;
}

}  // namespace assay::cli_detail
