// A crash in the middle of a batch: which input was it? Everything is made beforehand, because a handler may only
// write.
#include "crash.hpp"

#include <array>
#include <atomic>
#include <csignal>
#include <cstddef>
#include <string>
#include <vector>

#include <unistd.h>

#include <assay/messages.hpp>

#include "text/unicode.hpp"
#include "verbs.hpp"

namespace assay::cli_detail {
namespace {

// Trivial, so that a handler may look at those of a thread that never made one.
struct Piece {
  const char* text;
  std::size_t size;
};
Piece piece_of(const std::string& from) { return {from.data(), from.size()}; }

thread_local constinit volatile bool underway = false;
thread_local constinit Piece words_of_input{}, line_of_input{};
thread_local constinit int journal = -1;
constinit Piece words{}, advice{};  // for all threads
constinit std::atomic_flag told = ATOMIC_FLAG_INIT;

constexpr std::array signals = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT};

extern "C" void end_with_words(int) {
  if (told.test_and_set())  // another thread crashed, too, and is about to end all
    for (;;) ::pause();
  const auto say = [](int descriptor, const Piece& piece) {
    if (::write(descriptor, piece.text, piece.size) < 0) return;  // nothing can be done about it
  };
  say(2, underway ? words_of_input : words);
  say(2, advice);
  if (underway && journal >= 0) say(journal, line_of_input);
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
  static const std::string said = "assay: " + say(language(), "trouble.crashed") + "\n";
  static const std::string meant =
      "       " + in_language(language(), "This is a fault of assay; please report it with the package.") + "\n";
  words = piece_of(said);
  advice = piece_of(meant);
  thread_local const SpareStack spare;
  struct sigaction action {};
  action.sa_handler = end_with_words;
  action.sa_flags = SA_ONSTACK;
  ::sigemptyset(&action.sa_mask);
  for (const int signal : signals) {
    struct sigaction before {};
    if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_DFL)
      ::sigaction(signal, &action, nullptr);
  }
}

Underway::Underway(const std::string& name, std::string line, int descriptor)
    : words_("assay: " + say(language(), "trouble.crashed-on", {{"input", text::visible(name)}}) + "\n"),
      line_(std::move(line)) {
  thread_local const SpareStack spare;
  words_of_input = piece_of(words_);
  line_of_input = piece_of(line_);
  journal = line_.empty() ? -1 : descriptor;
  std::atomic_signal_fence(std::memory_order_release);
  underway = true;
}

Underway::~Underway() {
  underway = false;
  std::atomic_signal_fence(std::memory_order_release);
}

}  // namespace assay::cli_detail
