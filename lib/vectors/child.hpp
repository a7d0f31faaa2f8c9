// A validator on the other side of the line protocol: one JSON request a line in, one JSON answer a line out.
#pragma once

#include <optional>
#include <string>

#include <sys/types.h>

namespace assay::vectors {

/// What wait4() says of a process that ended.
struct Usage {
  double seconds = 0;  // CPU, user and system
  double mib = 0;      // largest resident set
};

class Child {
 public:
  /// Runs the command with /bin/sh, in a process group of its own.
  explicit Child(const std::string& command);
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// Nothing when the child died or did not answer within so many seconds; it has ended then, and fate() says how.
  std::optional<std::string> ask(const std::string& line, double patience);
  /// Closes its input, waits, and says what it used.
  Usage finish();
  [[nodiscard]] bool alive() const { return process_ > 0; }
  [[nodiscard]] std::string fate() const;  // "was ended by signal 11"

 private:
  bool send(const std::string& request, std::size_t& done);
  bool receive();
  void end(bool forcibly);
  pid_t process_ = -1;
  int in_ = -1, out_ = -1, status_ = 0;
  bool timed_out_ = false;
  std::string buffer_;
  Usage usage_;
};

}  // namespace assay::vectors
