#include "shell.hpp"

namespace assay::cli_detail {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
  return text;
}

// For single quotes of a shell.
std::string quoted(const std::string& text) { return "'" + replaced(text, "'", "'\\''") + "'"; }

std::string option_names(const Verb& verb) {
  std::string names;
  for (const Option& option : verb.options)
    if (!is_argument(option)) names += (names.empty() ? "" : " ") + joined(spellings(option));
  return names + (names.empty() ? "" : " ") + "--help";
}

std::string verb_names(const Verb& verb) {
  std::string names;
  for (const Verb& child : verb.verbs)
    if (!child.hidden) names += (names.empty() ? "" : " ") + child.name;
  return names;
}

// ---- bash: one case for each verb ----
void bash_verb(const Verb& verb, const std::string& path, std::string& out) {
  if (verb.hidden) return;
  std::string values;
  for (const Option& option : verb.options) {
    if (is_argument(option) || expects(option) == Expects::nothing) continue;
    std::string names;
    for (const std::string& name : spellings(option)) names += (names.empty() ? "" : "|") + name;
    values += "        " + names + ") ";
    if (const auto& words = proposals(option); !words.empty())
      values += "_assay_words " + quoted(joined(words)) + "; return ;;\n";
    else if (expects(option) == Expects::file)
      values += "_assay_files -f; return ;;\n";
    else if (expects(option) == Expects::folder)
      values += "_assay_files -d; return ;;\n";
    else
      values += "return ;;\n";
  }
  out += "    " + quoted(path) + ")\n";
  if (!values.empty()) out += "      case $previous in\n" + values + "      esac\n";
  out += "      options=" + quoted(option_names(verb)) + "\n";
  if (!verb.verbs.empty()) out += "      verbs=" + quoted(verb_names(verb)) + "\n";
  for (const Option& option : verb.options) {
    if (option.names == "ID") out += "      ids=yes\n";
    if (is_argument(option) && !proposals(option).empty())
      out += "      verbs=" + quoted(joined(proposals(option))) + "\n";
  }
  out += "      ;;\n";
  for (const Verb& child : verb.verbs) bash_verb(child, path + " " + child.name, out);
}

void bash_paths(const Verb& verb, const std::string& path, std::string& out) {
  for (const Verb& child : verb.verbs) {
    if (child.hidden) continue;
    out += (out.empty() ? "" : "|") + quoted(path + " " + child.name);
    bash_paths(child, path + " " + child.name, out);
  }
}

// ---- zsh: a function for each verb ----
std::string zsh_text(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("[]:\\").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return replaced(out, "'", "'\\''");
}

std::string zsh_action(const Option& option) {
  if (const auto& words = proposals(option); !words.empty()) return "(" + joined(words) + ")";
  if (option.names == "ID") return "{compadd -- ${(f)\"$(assay rules 2>/dev/null | cut -d\" \" -f1)\"}}";
  switch (expects(option)) {
    case Expects::file: return "_files";
    case Expects::folder: return "_files -/";
    default: return " ";
  }
}

void zsh_verb(const Verb& verb, const std::string& name, std::string& out) {
  if (verb.hidden) return;
  out += "_" + name + "() {\n  local context state state_descr line\n  typeset -A opt_args\n  _arguments -C";
  for (const Option& option : verb.options) {
    if (is_argument(option)) continue;
    const bool list = std::holds_alternative<std::vector<std::string>*>(option.into);
    for (const std::string& spelling : spellings(option)) {
      out += " \\\n    '" + std::string(list ? "*" : "") + spelling + "[" + zsh_text(option.meaning) + "]";
      if (expects(option) != Expects::nothing) out += ":" + zsh_text(option.type) + ":" + zsh_action(option);
      out += "'";
    }
  }
  out += " \\\n    '--help[print help]'";
  if (!verb.verbs.empty()) {
    out += " \\\n    '1: :->verb' '*:: :->rest'\n  case $state in\n  verb) _values verb";
    for (const Verb& child : verb.verbs)
      if (!child.hidden) out += " \\\n      '" + child.name + "[" + zsh_text(child.meaning) + "]'";
    out += " ;;\n  rest) case $line[1] in\n";
    for (const Verb& child : verb.verbs)
      if (!child.hidden) out += "    " + child.name + ") _" + name + "_" + child.name + " ;;\n";
    out += "    esac ;;\n  esac\n}\n\n";
  } else {
    for (const Option& option : verb.options)
      if (is_argument(option))
        out += " \\\n    '*:" + zsh_text(option.names) + ":" +
               (option.names == "ID" || !proposals(option).empty() ? zsh_action(option) : std::string("_files")) + "'";
    out += "\n}\n\n";
  }
  for (const Verb& child : verb.verbs) zsh_verb(child, name + "_" + child.name, out);
}

// ---- fish: one line for each option ----
void fish_verb(const Verb& verb, const std::string& condition, std::string& out) {
  if (verb.hidden) return;
  const std::string begin = "complete -c assay -n " + quoted(condition);
  for (const Option& option : verb.options) {
    if (is_argument(option)) {
      if (!proposals(option).empty()) out += begin + " -f -a " + quoted(joined(proposals(option))) + "\n";
      if (option.names == "ID") out += begin + " -f -a '(assay rules 2>/dev/null | cut -d\" \" -f1)'\n";
      continue;
    }
    out += begin;
    for (const std::string& spelling : spellings(option))
      out += spelling.starts_with("--") ? " -l " + spelling.substr(2) : " -s " + spelling.substr(1);
    if (const auto& words = proposals(option); !words.empty())
      out += " -x -a " + quoted(joined(words));
    else if (expects(option) == Expects::file || expects(option) == Expects::folder)
      out += " -r -F";
    else if (expects(option) == Expects::word)
      out += " -x";
    out += " -d " + quoted(option.meaning) + "\n";
  }
  for (const Verb& child : verb.verbs) {
    if (child.hidden) continue;
    const bool top = condition == "__fish_use_subcommand";
    const std::string seen = "__fish_seen_subcommand_from " + child.name;
    const std::string choose =
        top ? condition : condition + "; and not __fish_seen_subcommand_from " + verb_names(verb);
    out += "complete -c assay -n " + quoted(choose) + " -f -a " + child.name + " -d " + quoted(child.meaning) + "\n";
    fish_verb(child, top ? seen : condition + "; and " + seen, out);
  }
}

}  // namespace

std::string bash_completion(const Verb& app) {
  std::string paths, cases;
  bash_paths(app, app.name, paths);
  bash_verb(app, app.name, cases);
  return "# Completion of assay for bash; made by: assay completion bash\n"
         "_assay_words() { mapfile -t COMPREPLY < <(compgen -W \"$1\" -- \"$current\"); "
         "[[ ${COMPREPLY[0]-} != *= ]] || compopt -o nospace; }\n"
         "_assay_files() { compopt -o filenames; mapfile -t COMPREPLY < <(compgen \"$1\" -- \"$current\"); }\n"
         "_assay() {\n"
         "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} path=assay options='' "
         "verbs='' ids='' i\n"
         "  COMPREPLY=()\n"
         "  for ((i = 1; i < COMP_CWORD; ++i)); do\n"
         "    case \"$path ${COMP_WORDS[i]}\" in\n"
         "      " +
         paths +
         ") path=\"$path ${COMP_WORDS[i]}\" ;;\n"
         "    esac\n"
         "  done\n"
         "  case $path in\n" +
         cases +
         "  esac\n"
         "  if [[ $current == -* ]]; then _assay_words \"$options\"\n"
         "  elif [[ $verbs ]]; then _assay_words \"$verbs\"\n"
         "  elif [[ $ids ]]; then _assay_words \"$(assay rules 2>/dev/null | cut -d' ' -f1)\"\n"
         "  else _assay_files -f; fi\n"
         "}\n"
         "complete -F _assay assay\n";
}

std::string zsh_completion(const Verb& app) {
  std::string out = "#compdef assay\n# Completion of assay for zsh; made by: assay completion zsh\n\n";
  zsh_verb(app, "assay", out);
  return out + "_assay \"$@\"\n";
}

std::string fish_completion(const Verb& app) {
  std::string out = "# Completion of assay for fish; made by: assay completion fish\n";
  fish_verb(app, "__fish_use_subcommand", out);
  return out;
}

Expects expects(const Option& option) {
  if (std::holds_alternative<bool*>(option.into)) return Expects::nothing;
  if (option.type == "FILE" || option.type == "ID|PATH") return Expects::file;
  if (option.type == "DIR") return Expects::folder;
  return Expects::word;
}

const std::vector<std::string>& proposals(const Option& option) {
  return option.choices.empty() ? option.likely : option.choices;
}

std::vector<std::string> spellings(const Option& option) { return split(option.names, ','); }

}  // namespace assay::cli_detail
