#include "vectors/child.hpp"

#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace assay::vectors {

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
  if (process_ == 0) {
    ::dup2(to[0], 0);
    ::dup2(from[1], 1);
    ::execl("/bin/sh", "sh", "-c", shell.c_str(), static_cast<char*>(nullptr));
    ::_exit(127);
  }
  ::close(to[0]);
  ::close(from[1]);
  in_ = to[1];
  out_ = from[0];
}

Child::~Child() { end(true); }

std::optional<std::string> Child::ask(const std::string& line, double seconds) {
  if (!alive()) return std::nullopt;
  const std::string request = line + "\n";
  for (std::size_t done = 0; done < request.size();) {
    const ssize_t wrote = ::write(in_, request.data() + done, request.size() - done);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return end(false), std::nullopt;
    done += static_cast<std::size_t>(wrote);
  }
  for (;;) {
    if (const std::size_t stop = buffer_.find('\n'); stop != std::string::npos) {
      std::string answer = buffer_.substr(0, stop);
      buffer_.erase(0, stop + 1);
      return answer;
    }
    pollfd ready{out_, POLLIN, 0};
    const int state = ::poll(&ready, 1, static_cast<int>(seconds * 1000));
    if (state < 0 && errno == EINTR) continue;
    if (state <= 0) return end(true), std::nullopt;
    char block[65'536];
    const ssize_t got = ::read(out_, block, sizeof block);
    if (got <= 0) return end(false), std::nullopt;
    buffer_.append(block, static_cast<std::size_t>(got));
  }
}

Usage Child::finish() {
  end(false);
  return usage_;
}

void Child::end(bool forcibly) {
  if (!alive()) return;
  ::close(in_);
  ::close(out_);
  if (forcibly) ::kill(process_, SIGKILL);
  rusage used{};
  int status = 0;
  while (::wait4(process_, &status, 0, &used) < 0 && errno == EINTR) {
  }
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  usage_ = {seconds(used.ru_utime) + seconds(used.ru_stime), static_cast<double>(used.ru_maxrss) / 1024};
  process_ = -1;
}

}  // namespace assay::vectors
