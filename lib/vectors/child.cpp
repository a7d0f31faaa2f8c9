#include "vectors/child.hpp"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ctime>

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace assay::vectors {
namespace {

constexpr std::size_t most_answer = 64u << 20;  // a validator that never ends its line is not waited for

/// Holds SIGPIPE back from this thread: a child that died is an answer of write(), whatever the program does with
/// signals.
class NoBrokenPipe {
 public:
  NoBrokenPipe() {
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    sigset_t pending;
    sigpending(&pending);
    was_pending_ = sigismember(&pending, SIGPIPE) == 1;
    pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  ~NoBrokenPipe() {
    const timespec now{};
    if (!was_pending_)
      while (sigtimedwait(&pipe_, nullptr, &now) == SIGPIPE) {
      }
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  NoBrokenPipe(const NoBrokenPipe&) = delete;
  NoBrokenPipe& operator=(const NoBrokenPipe&) = delete;

 private:
  sigset_t pipe_, before_;
  bool was_pending_ = false;
};

double now() {
  timespec time{};
  ::clock_gettime(CLOCK_MONOTONIC, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

// Largest resident set of a living process, in MiB; 0 when the system does not tell. ru_maxrss would not do: it still
// holds what the parent had when it forked, and a parent that builds large packages has much.
double peak_of(pid_t process) {
  char text[4'097] = {};
  const int descriptor = ::open(("/proc/" + std::to_string(process) + "/status").c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return 0;
  const ssize_t got = ::read(descriptor, text, sizeof text - 1);
  ::close(descriptor);
  const std::string_view status(text, got > 0 ? static_cast<std::size_t>(got) : 0);
  const std::size_t at = status.find("VmHWM:");
  return at == std::string_view::npos ? 0 : std::strtod(text + at + 6, nullptr) / 1024;
}

// In the child: only what is allowed between fork and exec of a program with threads.
[[noreturn]] void become(const char* command, int in, int out) {
  ::setpgid(0, 0);  // so that a shell and what it started end together
  ::signal(SIGPIPE, SIG_DFL);
  ::dup2(in, 0);
  ::dup2(out, 1);
  ::execl("/bin/sh", "sh", "-c", command, static_cast<char*>(nullptr));
  ::_exit(127);
}

}  // namespace

Child::Child(const std::string& command) {
  int to[2], from[2];
  if (::pipe2(to, O_CLOEXEC) != 0) return;
  if (::pipe2(from, O_CLOEXEC) != 0) {
    ::close(to[0]);
    ::close(to[1]);
    return;
  }
  const std::string shell = "exec " + command;
  process_ = ::fork();
  if (process_ == 0) become(shell.c_str(), to[0], from[1]);
  if (process_ > 0) ::setpgid(process_, process_);
  ::close(to[0]);
  ::close(from[1]);
  in_ = to[1];
  out_ = from[0];
  ::fcntl(in_, F_SETFL, O_NONBLOCK);  // a child that does not read must not stop us
}

Child::~Child() {
  if (alive()) end(true);
}

std::optional<std::string> Child::ask(const std::string& line, double patience) {
  if (!alive()) return std::nullopt;
  const NoBrokenPipe guard;
  const std::string request = line + "\n";
  const double until = now() + patience;
  std::size_t done = 0;
  for (;;) {
    if (const std::size_t stop = buffer_.find('\n'); stop != std::string::npos) {
      std::string answer = buffer_.substr(0, stop);
      buffer_.erase(0, stop + 1);
      return answer;
    }
    const double left = until - now();
    pollfd files[2] = {{out_, POLLIN, 0}, {done < request.size() ? in_ : -1, POLLOUT, 0}};
    const int ready =
        left > 0 && buffer_.size() < most_answer ? ::poll(files, 2, static_cast<int>(left * 1000) + 1) : 0;
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return timed_out_ = true, end(true), std::nullopt;
    if (files[1].revents != 0 && !send(request, done)) return end(false), std::nullopt;
    if (files[0].revents != 0 && !receive()) return end(false), std::nullopt;
  }
}

bool Child::send(const std::string& request, std::size_t& done) {
  const ssize_t wrote = ::write(in_, request.data() + done, request.size() - done);
  if (wrote > 0) done += static_cast<std::size_t>(wrote);
  return wrote > 0 || errno == EINTR || errno == EAGAIN;
}

bool Child::receive() {
  char block[65'536];
  const ssize_t got = ::read(out_, block, sizeof block);
  if (got > 0) buffer_.append(block, static_cast<std::size_t>(got));
  return got > 0 || (got < 0 && errno == EINTR);
}

Usage Child::finish() {
  if (alive()) end(false);
  return usage_;
}

std::string Child::fate() const {
  if (timed_out_) return "did not answer in time";
  if (WIFSIGNALED(status_)) return "was ended by signal " + std::to_string(WTERMSIG(status_));
  return "ended with exit code " + std::to_string(WEXITSTATUS(status_));
}

void Child::end(bool forcibly) {
  const double peak = forcibly ? 0 : peak_of(process_);  // as long as it lives
  ::close(in_);
  ::close(out_);
  if (forcibly) ::kill(-process_, SIGKILL);
  // One that does not end when its input does gets no more than a few seconds.
  rusage used{};
  const double until = now() + 10;
  for (pid_t done = 0; done != process_;) {
    done = ::wait4(process_, &status_, WNOHANG, &used);
    if (done < 0 && errno != EINTR) break;
    if (done == 0 && now() > until) ::kill(-process_, SIGKILL);
    const timespec pause{0, 500'000};
    if (done == 0) ::nanosleep(&pause, nullptr);
  }
  usage_ = {seconds(used.ru_utime) + seconds(used.ru_stime),
            peak > 0 ? peak : static_cast<double>(used.ru_maxrss) / 1024};
  process_ = -1;
}

}  // namespace assay::vectors
