#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>

namespace assay::cli_detail {

/// One line on standard error while long work goes on, only on a terminal; gone before anything else is written.
class Progress {
 public:
  /// Draws nothing unless `wanted` and standard error is a terminal.
  Progress(std::uint64_t total, bool wanted);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void started(const std::string& name);
  void finished();
  /// While this lives, the line is gone and stays away: for writing to a terminal.
  class Pause {
   public:
    explicit Pause(Progress&);

   private:
    std::unique_lock<std::mutex> lock_;
  };

 private:
  void work();
  void clear();
  std::mutex mutex_;
  std::condition_variable changed_;
  std::thread thread_;
  std::string name_;
  std::uint64_t total_, done_ = 0;
  bool drawn_ = false, stop_ = false;
};

}  // namespace assay::cli_detail
