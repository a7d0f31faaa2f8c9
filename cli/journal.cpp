// The journal of --resume.
#include "journal.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "json/document.hpp"
#include "text/unicode.hpp"

namespace assay::cli_detail {
namespace {

constexpr std::string_view schema = "assay-journal/1";

Problem no_journal(const std::string& path, std::uint32_t line) {
  return {
      ProblemKind::usage, "no-journal", "This is no journal of assay.", "Name another file after --resume.", path, line,
      line ? 1u : 0u};
}

Problem cannot_open(const std::string& path, int error) {
  return {ProblemKind::usage, "cannot-write",
          std::string("The journal cannot be written: ") + std::strerror(error) + ".",
          "Name a file in a folder that you may write to.", path};
}

// A name is any bytes, a member of JSON only text.
std::string name_of(const Input& input) {
  constexpr char digits[] = "0123456789abcdef";
  const std::string& path = input.source.path;
  if (text::is_valid_utf8(path)) return path;
  std::string name(1, '\0');
  for (const char c : path) {
    name += digits[static_cast<unsigned char>(c) >> 4];
    name += digits[static_cast<unsigned char>(c) & 15];
  }
  return name;
}

// What was written by an earlier run, whatever the limits of this one.
Limits limits_of_journal() {
  Limits limits;
  limits.document_bytes = 2'000'000'000;
  limits.json_nodes = 200'000'000;
  return limits;
}

std::string first_line(const std::string& settings) {
  std::string text;
  json::Writer(text).begin_object().key("schema").string(schema).key("settings").string(settings).end_object();
  return text + "\n";
}

}  // namespace

Journal::Journal(Journal&& other) noexcept : descriptor_(other.descriptor_), rows_(std::move(other.rows_)) {
  other.descriptor_ = -1;
}

Journal::~Journal() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::string Journal::identity_of(const Input& input) {
  struct stat info {};
  if (input.problem || input.source.bytes || ::stat(input.source.path.c_str(), &info) != 0 || !S_ISREG(info.st_mode))
    return {};
  const auto time = [](const timespec& at) { return std::to_string(at.tv_sec) + "." + std::to_string(at.tv_nsec); };
  return std::to_string(info.st_dev) + ":" + std::to_string(info.st_ino) + " " + std::to_string(info.st_size) + " " +
         time(info.st_mtim) + " " + time(info.st_ctim);
}

Result<Journal> Journal::open(const std::string& path, const std::string& settings) {
  Journal made(::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666));
  if (made.descriptor_ < 0) return cannot_open(path, errno);
  struct stat info {};
  if (::fstat(made.descriptor_, &info) != 0 || !S_ISREG(info.st_mode)) return no_journal(path, 0);
  if (::flock(made.descriptor_, LOCK_EX | LOCK_NB) != 0)
    return Problem{ProblemKind::usage, "journal-in-use", "Another run is writing this journal.",
                   "Wait until it ends, or name another file after --resume.", path};
  if (auto problem = made.read(path, settings)) return *problem;
  return made;
}

std::optional<Problem> Journal::read(const std::string& path, const std::string& settings) {
  const Limits limits = limits_of_journal();
  std::ifstream file(path, std::ios::binary);
  std::string text;
  std::uint64_t at = 0;
  for (std::uint32_t number = 1; std::getline(file, text) && !file.eof(); ++number) {
    const std::uint64_t size = text.size();
    const auto line = json::parse(path, text, limits);
    if (!line && number > 1) break;  // what follows a broken line is judged again
    if (!line) return no_journal(path, number);
    const JsonNode row = root(**line), result = member(row, "result");
    if (number == 1) {
      if (content(member(row, "schema")) != schema) return no_journal(path, number);
      if (content(member(row, "settings")) != settings)
        return Problem{
            ProblemKind::usage, "other-journal",
            "This journal was begun with other options, with another profile or by another version of assay.",
            "Remove it, or name another file after --resume.", path};
    } else {
      // The result is the last member, so that it can be handed on as it stands.
      const JsonNode exit = member(row, "exit");
      const bool whole = text.ends_with("}}") && type(member(result, "input")) == JsonType::object &&
                         !next_sibling(result) && content(exit).size() == 1 && content(exit)[0] >= '0' &&
                         content(exit)[0] <= '5' && (*line)->bytes.size() == size;
      if (!whole) break;
      const std::uint64_t from = (*line)->values[result.index].offset;
      rows_[std::string(content(member(row, "input")))] = {
          std::string(content(member(row, "identity"))),
          {content(exit)[0] - '0', boolean(member(row, "conforms")), {}},
          at + from,
          size - 1 - from};
    }
    at += size + 1;
  }
  // The run ended while it wrote a line; without a first line this is somebody else's file.
  if (at == 0 && !text.empty()) return no_journal(path, 1);
  if (::ftruncate(descriptor_, static_cast<off_t>(at)) != 0) return cannot_open(path, errno);
  if (at == 0 && !write_all(descriptor_, first_line(settings))) return cannot_open(path, errno);
  return std::nullopt;
}

std::optional<Journal::Kept> Journal::find(const Input& input, const std::string& identity) const {
  const auto found = rows_.find(name_of(input));
  if (found == rows_.end() || identity.empty() || found->second.identity != identity) return std::nullopt;
  Kept kept = found->second.kept;
  kept.result.resize(found->second.size);
  const auto got = ::pread(descriptor_, kept.result.data(), kept.result.size(), static_cast<off_t>(found->second.at));
  if (got != static_cast<ssize_t>(kept.result.size())) return std::nullopt;
  return kept;
}

std::string Journal::line(const Input& input, const std::string& identity, const Kept& kept) {
  if (identity.empty()) return {};
  std::string text;
  json::Writer out(text);
  out.begin_object().key("input").string(name_of(input)).key("identity").string(identity);
  out.key("exit").integer(kept.exit).key("conforms").boolean(kept.conforms).key("result").raw(kept.result).end_object();
  return text + "\n";
}

void Journal::add(const std::string& line) {
  const std::lock_guard lock(mutex_);
  if (good() && !write_all(descriptor_, line)) trouble_ = std::strerror(errno);
}

}  // namespace assay::cli_detail
