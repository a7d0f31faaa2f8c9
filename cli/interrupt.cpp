#include "interrupt.hpp"

#include <csignal>

namespace assay::cli_detail {
namespace {

std::atomic<bool> wanted{false};
std::atomic<int> which{0};
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

extern "C" void note_interrupt(int signal) {
  which = signal;
  wanted = true;
}

}  // namespace

void listen_for_interrupts() {
  struct sigaction action {};
  action.sa_handler = note_interrupt;
  action.sa_flags = SA_RESETHAND;  // no SA_RESTART: reading from a terminal or pipe has to end
  ::sigemptyset(&action.sa_mask);
  for (const int signal : {SIGINT, SIGTERM}) {
    struct sigaction before {};
    // A shell that starts us in the background ignores SIGINT on purpose.
    if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler != SIG_IGN)
      ::sigaction(signal, &action, nullptr);
  }
}

int interrupted() { return which; }
const std::atomic<bool>& interruption() { return wanted; }

}  // namespace assay::cli_detail
