#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

#include "text/unicode.hpp"
#include "verbs.hpp"

namespace assay::cli_detail {

int graver(int a, int b) {
  constexpr int rank[] = {0, 1, 4, 2, 3, 5};  // by exit code
  return rank[a] >= rank[b] ? a : b;
}

int exit_of(Verdict verdict, const Counts& counts, const std::string& fail_on) {
  switch (verdict) {
    case Verdict::refused: return refused;
    case Verdict::unreadable: return unreadable;
    case Verdict::does_not_conform:
    case Verdict::incomplete: return fail_on == "never" ? ok : findings;
    case Verdict::conforms: break;
  }
  if (fail_on == "warning" && counts.warning > 0) return findings;
  if (fail_on == "info" && (counts.warning > 0 || counts.info > 0)) return findings;
  return ok;
}

int exit_of(const Problem& problem) {
  switch (problem.kind) {
    case ProblemKind::usage: return usage;
    case ProblemKind::unreadable: return unreadable;
    case ProblemKind::refused: return refused;
    case ProblemKind::internal: return internal;
  }
  return internal;
}

void complain(const Problem& problem) {
  std::string text = "assay: ";
  if (!problem.file.empty()) {
    text += text::visible(problem.file);
    if (problem.line) text += ":" + std::to_string(problem.line) + ":" + std::to_string(problem.column);
    text += ": ";
  }
  text += text::visible(problem.message) + "\n";
  if (!problem.advice.empty()) text += "       " + text::visible(problem.advice) + "\n";
  std::fputs(text.c_str(), stderr);
}

void complain(const std::string& message) { std::fprintf(stderr, "assay: %s\n", text::visible(message).c_str()); }

Result<Limits> read_limits(const std::vector<std::string>& settings) {
  Limits limits;
  for (const std::string& setting : settings) {
    const std::size_t equals = setting.find('=');
    const std::string name = setting.substr(0, equals);
    std::vector<std::string_view> names;
    const LimitInfo* found = nullptr;
    for (const LimitInfo& row : limit_table()) {
      names.push_back(row.name);
      if (row.name == name) found = &row;
    }
    if (!found) {
      const std::string near = text::nearest(name, names, 1);
      return Problem{ProblemKind::usage, "unknown-limit", "There is no limit \"" + name + "\".", near.empty() ? "See: assay limits." : "Did you mean " + near + "?", ""};
    }
    const std::string value = equals == std::string::npos ? "" : setting.substr(equals + 1);
    std::uint64_t number = 0;
    const auto end = std::from_chars(value.data(), value.data() + value.size(), number);
    if (value.empty() || end.ec != std::errc() || end.ptr != value.data() + value.size())
      return Problem{ProblemKind::usage, "bad-limit", "\"" + setting + "\" sets no limit.", "Write --limit " + name + "=NUMBER (" + std::string(found->unit) + ").", ""};
    limits.*(found->field) = number;
  }
  return limits;
}

Result<Output> Output::open(const std::string& path) {
  Output out;
  if (path.empty() || path == "-") return out;
  out.path_ = path;
  out.temporary_ = path + ".part-" + std::to_string(::getpid());
  out.descriptor_ = ::open(out.temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (out.descriptor_ < 0)
    return Problem{ProblemKind::internal, "cannot-write", std::string("The report cannot be written: ") + std::strerror(errno) + ".",
                   "Name a file in a folder that you may write to.", path};
  return out;
}

Output::Output(Output&& other) noexcept
    : descriptor_(other.descriptor_), path_(std::move(other.path_)), temporary_(std::move(other.temporary_)), trouble_(std::move(other.trouble_)), failed_(other.failed_) {
  other.descriptor_ = 1;
  other.temporary_.clear();
}

Output::~Output() {
  if (temporary_.empty()) return;
  ::close(descriptor_);
  ::unlink(temporary_.c_str());
}

bool Output::write(std::string_view text) {
  while (!failed_ && !text.empty()) {
    const ssize_t done = ::write(descriptor_, text.data(), text.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) {
      failed_ = true;
      trouble_ = std::strerror(errno);
      break;
    }
    text.remove_prefix(static_cast<std::size_t>(done));
  }
  return !failed_;
}

bool Output::finish() {
  if (temporary_.empty()) return !failed_;
  const bool closed = ::close(descriptor_) == 0;
  const bool moved = !failed_ && closed && ::rename(temporary_.c_str(), path_.c_str()) == 0;
  if (!moved) {
    if (trouble_.empty()) trouble_ = std::strerror(errno);
    ::unlink(temporary_.c_str());
  }
  temporary_.clear();
  return moved;
}

}  // namespace assay::cli_detail
