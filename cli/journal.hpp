#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "verbs.hpp"

namespace assay::cli_detail {

/// What was judged so far, in a file that survives a run that is killed: one line for each input, written as soon as
/// it is judged. A run with the same settings goes on where it ended. Only files are kept, not folders or standard
/// input: what is inside a folder can change without a sign.
class Journal {
 public:
  struct Kept {
    int exit = 0;
    bool conforms = false;
    std::string result;  // as Renderer::add_result takes it
  };

  /// Goes on with the file, or begins it. From a line on that is broken, nothing is kept. Problems (kind usage):
  /// "no-journal", "other-journal" when `settings` are not those that it was begun with, "journal-in-use".
  static Result<Journal> open(const std::string& path, const std::string& settings);
  Journal(Journal&&) noexcept;
  Journal& operator=(Journal&&) = delete;
  ~Journal();

  /// What says that a file is still the same: where it lies, its size, its times. Empty for what is not kept.
  [[nodiscard]] static std::string identity_of(const Input&);
  /// What an earlier run found out, when the file is still the same. May be called from several threads.
  [[nodiscard]] std::optional<Kept> find(const Input&, const std::string& identity) const;
  /// The line of an input; empty without an identity.
  [[nodiscard]] static std::string line(const Input&, const std::string& identity, const Kept&);
  /// What cannot be written is told by trouble(). May be called from several threads.
  void add(const std::string& line);
  [[nodiscard]] int descriptor() const { return descriptor_; }
  [[nodiscard]] bool good() const { return trouble_.empty(); }
  [[nodiscard]] const std::string& trouble() const { return trouble_; }

 private:
  struct Row {
    std::string identity;
    Kept kept;  // without the result
    std::uint64_t at = 0, size = 0;
  };
  explicit Journal(int descriptor) : descriptor_(descriptor) {}
  std::optional<Problem> read(const std::string& path, const std::string& settings);
  int descriptor_ = -1;
  std::unordered_map<std::string, Row> rows_;  // by the path as it was given
  std::mutex mutex_;
  std::string trouble_;  // once there is one, nothing more is written
};

}  // namespace assay::cli_detail
