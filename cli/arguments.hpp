// The command line as data: verbs with their options and where their values go. cli.cpp parses it, the man page and the
// completions are written from it, and a configuration file sets it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "verbs.hpp"

namespace assay::cli_detail {

using Target = std::variant<bool*, std::string*, unsigned*, std::vector<std::string>*>;

struct Option {
  std::string names;                 // "-o,--output"; a name without dashes is an argument: "INPUT"
  std::string meaning;               // English
  std::string type;                  // "FILE"; empty for a flag
  Target into;                       // a list: may be repeated, one value each time
  std::vector<std::string> choices;  // the only values there are
  std::vector<std::string> likely;   // values that a shell may propose
  bool required = false;
  bool given = false;  // stood on the command line
};

struct Verb {
  std::string name, meaning, footer;
  std::vector<Option> options;
  std::vector<Verb> verbs;
  std::function<void()> chosen;  // when it is the one, before anything runs
  bool hidden = false;           // works, and is not shown
};

/// What the arguments said, for all verbs.
struct Arguments {
  CheckOptions check;
  InspectOptions inspect;
  ExplainOptions explain;
  DiffOptions diff;
  RepairOptions repair;
  ListOptions list;
  VectorsOptions vectors;
  MessagesOptions messages;
  std::vector<std::string> profile_directories, overlays;
  std::string list_format = "text", language, config, shell;
};

/// `assay` itself with all its verbs; the targets are in `all`, which has to outlive it.
[[nodiscard]] Verb command_line(Arguments& all);
[[nodiscard]] bool is_argument(const Option&);
/// "--output" of "-o,--output".
[[nodiscard]] std::string long_name(const Option&);

}  // namespace assay::cli_detail
