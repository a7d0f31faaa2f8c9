// The verbs of the command line; cli.cpp reads the arguments, each verb has a file of its own.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <assay/package.hpp>
#include <assay/report.hpp>
#include <assay/store.hpp>

#include "messages/keys.hpp"

namespace assay::cli_detail {

/// Exit codes of the contract.
enum Exit : int { ok = 0, findings = 1, usage = 2, unreadable = 3, refused = 4, internal = 5 };
/// 5, 2, 4, 3, 1, 0: the gravest of two.
[[nodiscard]] int graver(int a, int b);
/// The severity from which a finding fails: that of --fail-on, error for "never".
[[nodiscard]] Severity fail_from(const std::string& fail_on);
[[nodiscard]] int exit_of(const Problem&);
/// One line (or two) on standard error: file:line:column: message, then the advice.
void complain(const Problem&);
void complain(const std::string& message);
/// Reads --lang wherever it stands, else the environment; a language that there is not is complained about.
void choose_language(int argc, char** argv);
/// The same for a language that a configuration names.
void choose_language(const std::string& wanted);
/// The language that help, complaints and texts for people are in.
[[nodiscard]] const std::string& language();
/// What a program reads does not depend on whose machine made it: only --lang changes its messages.
[[nodiscard]] std::string language_of_report(bool for_people);

struct InputOptions {
  std::vector<std::string> inputs, each;
  std::string files_from, stdin_name = "-";
  bool null_separated = false;
  std::vector<std::string> limits;  // "NAME=VALUE"
};

struct CheckOptions {
  InputOptions input;
  std::vector<std::string> profiles, overlays;
  bool no_overlays = false;  // --overlay none: not even those that a package declares
  std::string format = "text", output, detail, fail_on = "error", color = "auto";
  std::string waivers, baseline, today, config, resume, timeout;
  unsigned jobs = 1;
  bool digest = false, quiet = false;
};

struct InspectOptions {
  InputOptions input;
  std::string format = "text";
};

struct DiffOptions {
  std::string before, after, format = "text", output;
  std::vector<std::string> profiles, limits;
};

struct RepairOptions {
  std::string input, output, format = "text", stdin_name = "-";
  bool dry_run = false, force = false;
  std::vector<std::string> limits;
};

struct ListOptions {
  std::string what;  // "rules", "profiles", "formats", "limits"
  std::string profile;
  bool json = false;
};

struct ExplainOptions {
  std::string id;
};

struct VectorsOptions {
  std::string action;  // "list", "build", "run", "serve", "mutate", "coverage"
  std::string directory, implementation, filter, suite;
  std::string family;  // only vectors of this family: "imscp"; empty: all
  unsigned jobs = 1;
  bool json = false;
};

struct MessagesOptions {
  std::string action;  // "coverage", "missing", "export", "merge"
  std::string group, file;
  bool json = false;
};

int run_messages(Store&, const MessagesOptions&);
/// Every text of --help with its key.
[[nodiscard]] std::vector<messages::Text> help_texts();
/// The parts of a list, without the empty ones.
[[nodiscard]] std::vector<std::string> split(const std::string& list, char separator);
/// --profiles, then $ASSAY_PROFILES, the user's data folder, those of the system.
void add_profile_directories(Store&, const std::vector<std::string>& named);
int run_check(Store&, const CheckOptions&);
int run_inspect(Store&, const InspectOptions&);
int run_diff(Store&, const DiffOptions&);
int run_repair(Store&, const RepairOptions&);
int run_list(Store&, const ListOptions&);
int run_explain(Store&, const ExplainOptions&);
int run_vectors(Store&, const VectorsOptions&, const char* program);

/// Where output goes: standard output, or a file written beside its place and renamed when complete.
class Output {
 public:
  enum class Existing : std::uint8_t { replaced, kept };
  /// Problem kind internal when the file cannot be made; "output-exists" of kind usage when it is there and kept.
  static Result<Output> open(const std::string& path, Existing = Existing::replaced);
  Output(Output&&) noexcept;
  ~Output();
  bool write(std::string_view);
  /// The file that is written until it is complete; empty for standard output and devices.
  [[nodiscard]] const std::string& unfinished() const { return temporary_; }
  /// True when everything reached its place.
  bool finish();
  [[nodiscard]] std::string trouble() const { return trouble_; }
  /// Whoever read it went away on purpose (head, a pager): no reason to complain.
  [[nodiscard]] bool closed() const { return closed_; }

 private:
  Output() = default;
  int descriptor_ = 1;
  std::string path_, temporary_, trouble_;
  bool failed_ = false, closed_ = false, owned_ = false, keep_ = false;
};
/// False when not all of it reached the descriptor; errno tells why.
[[nodiscard]] bool write_all(int descriptor, std::string_view);
[[nodiscard]] Problem output_exists(const std::string& path);
/// Standard output in one go: ok, or internal with a complaint.
int print_out(const std::string& text);
[[nodiscard]] bool same_file(const std::string& a, const std::string& b);
/// Descriptors 0 to 2 exist afterwards, so that no package is opened in place of standard output.
void secure_standard_streams();

/// One input to be judged; standard input is read into memory.
struct Input {
  Source source;
  std::unique_ptr<std::string> bytes;
  std::optional<Problem> problem;
};
/// `journal`: a file that is none of the packages of a folder.
Result<std::vector<Input>> collect_inputs(const InputOptions&, const Limits&, const std::string& journal = {});
/// The text of a file that an option names; a problem of kind usage when it cannot be read or is larger.
Result<std::string> read_text(const std::string& path, std::uint64_t most, const std::string& option);
Result<Limits> read_limits(const std::vector<std::string>&);

}  // namespace assay::cli_detail
