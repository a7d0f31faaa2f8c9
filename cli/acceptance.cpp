// What makes a run fail: findings that are neither waived nor known from a baseline. The verdict stays what it is.
#include <ctime>

#include <charconv>
#include <cstdlib>
#include <filesystem>

#include "acceptance.hpp"
#include "limits.hpp"
#include "text/digest.hpp"
#include "text/wording.hpp"

namespace assay::cli_detail {
namespace {

constexpr std::uint64_t most_waiver_bytes = 16ull << 20;

// The day that expiry is compared with: --today, else the time that reproducible builds are told, else now; UTC.
Result<std::string> day(const std::string& named) {
  if (!named.empty()) {
    if (is_date(named)) return named;
    return Problem{ProblemKind::usage, "bad-date", text::quoted(named) + " is no day of the calendar.",
                   "Write it like --today 2026-03-01.", ""};
  }
  const auto no_time = [] {
    return Problem{ProblemKind::usage, "bad-date", "SOURCE_DATE_EPOCH names no time.",
                   "Unset it, or name a day: --today 2026-03-01.", ""};
  };
  std::time_t seconds = std::time(nullptr);
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH"); epoch && *epoch) {
    const std::string_view text = epoch;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (end.ec != std::errc() || end.ptr != text.data() + text.size() || seconds < 0) return no_time();
  }
  std::tm parts{};
  char out[16];
  if (!::gmtime_r(&seconds, &parts) || std::strftime(out, sizeof out, "%Y-%m-%d", &parts) == 0) return no_time();
  return std::string(out);
}

// Whoever makes the package must not decide what is acceptable in it.
std::optional<Problem> comes_with_package(const std::string& file, const std::vector<Input>& inputs,
                                          const std::string& option) {
  std::error_code error;
  const auto place = std::filesystem::weakly_canonical(file, error);
  if (error) return std::nullopt;
  for (const Input& input : inputs) {
    if (input.source.bytes || !std::filesystem::is_directory(input.source.path, error)) continue;
    const auto folder = std::filesystem::weakly_canonical(input.source.path, error);
    const auto inside = place.lexically_relative(folder);
    if (error || inside.empty() || *inside.begin() == "..") continue;
    return Problem{ProblemKind::usage, "file-of-package",
                   "This file stands inside the package that is judged, so it cannot be used with " + option + ".",
                   "Keep it outside of the folder " + input.source.path + ".", file};
  }
  return std::nullopt;
}

}  // namespace

Result<Acceptance> Acceptance::read(const CheckOptions& options, const Store& store, const Profile* named,
                                    const std::vector<Input>& inputs, const Limits& limits) {
  Acceptance made;
  made.fail_on_ = options.fail_on;
  if (!options.today.empty() && !is_date(options.today)) return day(options.today).problem();
  made.only_ = inputs.size() == 1;
  if (!options.config.empty())
    if (auto problem = comes_with_package(options.config, inputs, "--config")) return *problem;
  if (!options.resume.empty())
    if (auto problem = comes_with_package(options.resume, inputs, "--resume")) return *problem;
  if (!options.waivers.empty()) {
    if (auto problem = comes_with_package(options.waivers, inputs, "--waivers")) return *problem;
    auto text = read_text(options.waivers, most_waiver_bytes, "--waivers");
    if (!text) return text.problem();
    const auto today = day(options.today);
    if (!today) return today.problem();
    made.settings_ += text::sha256_hex(*text) + "\n";
    auto waivers = Waivers::parse(options.waivers, std::move(*text), *today);
    if (!waivers) return waivers.problem();
    if (auto problem = waivers->check(store, named)) return *problem;
    for (const auto& row : waivers->rows()) made.settings_ += row->expired ? "expired " : "in force ";
    made.waivers_ = std::move(*waivers);
  }
  if (!options.baseline.empty()) {
    if (auto problem = comes_with_package(options.baseline, inputs, "--baseline")) return *problem;
    auto text = read_text(options.baseline, limits.report_bytes, "--baseline");
    if (!text && text.problem().code == "too-long") {
      Problem problem = over_limit(limits, &Limits::report_bytes, "The earlier report is too large", options.baseline);
      problem.kind = ProblemKind::usage;
      return problem;
    }
    if (!text) return text.problem();
    made.settings_ += text::sha256_hex(*text) + (made.only_ ? " only\n" : "\n");
    auto baseline = Baseline::parse(options.baseline, std::move(*text), limits);
    if (!baseline) return baseline.problem();
    made.baseline_ = std::move(*baseline);
  }
  return made;
}

void Acceptance::apply(Report& report) const {
  if (waivers_ && report.profile) waivers_->apply(report);
  if (baseline_) baseline_->compare(report, only_);
}

int Acceptance::exit_of(const Report& report) const {
  if (report.verdict == Verdict::refused) return refused;
  if (report.verdict == Verdict::unreadable) return unreadable;
  if (fail_on_ == "never") return ok;
  const bool unfinished = report.verdict == Verdict::incomplete || report.verdict == Verdict::does_not_conform;
  if (unfinished && !(report.compared && report.blocked_as_before)) return findings;
  const Severity from = fail_from(fail_on_);
  for (const Finding& finding : report.findings)
    if (report::fails(finding, from)) return findings;
  return ok;
}

std::vector<Problem> Acceptance::notes() const {
  std::vector<Problem> notes;
  if (waivers_) notes = waivers_->notes();
  if (baseline_)
    for (Problem& note : baseline_->notes()) notes.push_back(std::move(note));
  return notes;
}

}  // namespace assay::cli_detail
