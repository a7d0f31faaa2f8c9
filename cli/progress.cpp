#include "progress.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>

#include <sys/ioctl.h>
#include <unistd.h>

#include "report/width.hpp"
#include "text/unicode.hpp"

namespace assay::cli_detail {
namespace {

using namespace std::chrono_literals;

bool can_draw() {
  const char* terminal = std::getenv("TERM");
  return ::isatty(2) == 1 && terminal && *terminal && std::string(terminal) != "dumb";
}

std::size_t columns() {
  struct winsize size {};
  return ::ioctl(2, TIOCGWINSZ, &size) == 0 && size.ws_col > 20 ? size.ws_col - 1u : 79u;
}

}  // namespace

Progress::Progress(std::uint64_t total, bool wanted) : total_(total) {
  if (wanted && can_draw()) thread_ = std::thread([this] { work(); });
}

Progress::~Progress() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
    clear();
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Progress::started(const std::string& name) {
  const std::lock_guard lock(mutex_);
  name_ = name;
}
void Progress::finished() {
  const std::lock_guard lock(mutex_);
  ++done_;
}

Progress::Pause::Pause(Progress& progress) : lock_(progress.mutex_) { progress.clear(); }

void Progress::clear() {
  if (drawn_) std::fputs("\r\x1b[K", stderr);
  drawn_ = false;
}

// Short work shows nothing; the rest a few times a second.
void Progress::work() {
  std::unique_lock lock(mutex_);
  const auto begin = std::chrono::steady_clock::now();
  changed_.wait_for(lock, 500ms, [this] { return stop_; });
  while (!stop_) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - begin);
    std::string line = "[" + std::to_string(done_) + "/" + std::to_string(total_) + "] " +
                       std::to_string(seconds.count()) + " s  " + text::visible(name_);
    const std::size_t most = columns();
    line.resize(report::prefix_bytes(line, most));
    while (report::display_width(line) > most)
      line.resize(report::prefix_bytes(line, text::count_code_points(line) - 1));
    std::fprintf(stderr, "\r%s\x1b[K", line.c_str());
    drawn_ = true;
    changed_.wait_for(lock, 200ms, [this] { return stop_; });
  }
}

}  // namespace assay::cli_detail
