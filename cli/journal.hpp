#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "verbs.hpp"

namespace assay::cli_detail {

/// What was judged so far, in a file that survives whatever ends the run: one line for each input, written as soon as
/// it is judged. A run with the same settings goes on where it ended. Only files are kept, not folders or standard
/// input: what is inside a folder can change without a sign.
class Journal {
 public:
  struct Kept {
    int exit = 0;
    bool conforms = false;
    std::string result;  // as Renderer::add_result takes it
  };

  /// Goes on with the file, or begins it. A last line that was not finished is dropped. Problems (kind usage):
  /// "no-journal", "other-journal" when `settings` are not those that it was begun with, "journal-in-use".
  static Result<Journal> open(const std::string& path, const std::string& settings, const Limits&);
  Journal(Journal&&) noexcept;
  Journal& operator=(Journal&&) = delete;
  ~Journal();

  /// What an earlier run found out, when the file has kept its size and time. May be called from several threads.
  [[nodiscard]] std::optional<Kept> find(const Input&) const;
  /// The line of an input; empty when it is of a kind that is not kept.
  [[nodiscard]] std::string line(const Input&, const Kept&) const;
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
  std::optional<Problem> read(const std::string& path, const std::string& settings, const Limits&);
  int descriptor_ = -1;
  std::unordered_map<std::string, Row> rows_;  // by the path as it was given
  std::mutex mutex_;
  std::string trouble_;  // once there is one, nothing more is written
};

}  // namespace assay::cli_detail
