// A validator on the other side of the line protocol: one JSON request a line in, one JSON answer a line out.
#pragma once

#include <optional>
#include <string>

#include <sys/types.h>

namespace assay::vectors {

struct Usage {
  double seconds = 0;  // CPU of the child, user and system
  double mib = 0;      // largest resident set
};

class Child {
 public:
  /// Runs the command with /bin/sh.
  explicit Child(const std::string& command);
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// Nothing when the child died or did not answer within the time.
  std::optional<std::string> ask(const std::string& line, double seconds);
  /// Closes its input, waits, and says what it used.
  Usage finish();
  [[nodiscard]] bool alive() const { return process_ > 0; }

 private:
  void end(bool forcibly);
  pid_t process_ = -1;
  int in_ = -1, out_ = -1;
  std::string buffer_;
  Usage usage_;
};

}  // namespace assay::vectors
