// A crash in the middle of a batch: which input was it? Everything is made beforehand, because a handler may only
// write.
#include "crash.hpp"

#include <array>
#include <csignal>
#include <cstddef>
#include <string_view>
#include <vector>

#include <unistd.h>

#include "text/unicode.hpp"
#include "verbs.hpp"

namespace assay::cli_detail {
namespace {

struct Ready {
  const char* words = nullptr;
  std::size_t words_size = 0;
  const char* line = nullptr;
  std::size_t line_size = 0;
  int descriptor = -1;
};
thread_local volatile bool underway = false;
thread_local Ready ready;

constexpr std::array signals = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT};

constexpr std::string_view advice = "       This is a fault of assay; please report it with the package.\n";
constexpr std::string_view elsewhere = "assay: internal error: assay crashed\n";

extern "C" void end_with_words(int) {
  const auto say = [](int descriptor, const char* text, std::size_t size) {
    if (::write(descriptor, text, size) < 0) return;  // nothing can be done about it
  };
  if (underway)
    say(2, ready.words, ready.words_size);
  else
    say(2, elsewhere.data(), elsewhere.size());
  say(2, advice.data(), advice.size());
  if (underway && ready.descriptor >= 0) say(ready.descriptor, ready.line, ready.line_size);
  ::_exit(internal);
}

// A stack that is used up has no room for a handler.
class SpareStack {
 public:
  SpareStack() {
    stack_t spare{};
    spare.ss_sp = memory_.data();
    spare.ss_size = memory_.size();
    ::sigaltstack(&spare, nullptr);
  }
  ~SpareStack() {
    stack_t none{};
    none.ss_flags = SS_DISABLE;
    ::sigaltstack(&none, nullptr);
  }
  SpareStack(const SpareStack&) = delete;
  SpareStack& operator=(const SpareStack&) = delete;

 private:
  std::vector<std::byte> memory_ = std::vector<std::byte>(64 << 10);
};

}  // namespace

void name_crashes() {
  struct sigaction action {};
  action.sa_handler = end_with_words;
  action.sa_flags = SA_ONSTACK | SA_RESETHAND;
  ::sigemptyset(&action.sa_mask);
  for (const int signal : signals) {
    struct sigaction before {};
    if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_DFL)
      ::sigaction(signal, &action, nullptr);
  }
}

Underway::Underway(const std::string& name, std::string line, int descriptor)
    : words_("assay: internal error: assay crashed while it judged " + text::visible(name) + "\n"),
      line_(std::move(line)) {
  thread_local const SpareStack spare;
  ready = {words_.data(), words_.size(), line_.data(), line_.size(), line_.empty() ? -1 : descriptor};
  underway = true;
}

Underway::~Underway() { underway = false; }

}  // namespace assay::cli_detail
