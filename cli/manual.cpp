#include <cstdio>

#include "report/common.hpp"
#include "shell.hpp"

namespace assay::cli_detail {
namespace {

// A character beyond ASCII by its number, whatever encoding troff takes its input to be in.
std::string ascii(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
      out += text[at++];
      continue;
    }
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    unsigned character = lead & (0x3Fu >> more);
    for (int i = 1; i <= more; ++i) character = character << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
    at += static_cast<std::size_t>(more) + 1;
    char name[16];
    std::snprintf(name, sizeof name, "\\[u%04X]", character);
    out += name;
  }
  return out;
}

// Text for troff: nothing in it is a request or an escape.
std::string roff(std::string_view text) {
  std::string out;
  bool line_start = true;
  for (const char c : text) {
    if (line_start && (c == '.' || c == '\'')) out += "\\&";
    line_start = c == '\n';
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c;
  }
  return ascii(out);
}

std::string heading(const char* name) { return std::string(".SH ") + name + "\n"; }

std::string signature(const Option& option) {
  std::string out;
  for (const std::string& spelling : spellings(option))
    out += (out.empty() ? "\\fB" : ", \\fB") + roff(spelling) + "\\fR";
  if (!option.type.empty()) out += " \\fI" + roff(option.type) + "\\fR";
  return out;
}

void options(const Verb& verb, std::string& out) {
  for (const Option& option : verb.options) {
    out += ".TP\n" + signature(option) + "\n" + roff(option.meaning);
    if (std::holds_alternative<std::vector<std::string>*>(option.into)) out += " (may be repeated)";
    if (!option.choices.empty() && option.meaning.find(option.choices.front()) == std::string::npos) {
      out += ":";
      for (const std::string& choice : option.choices) out += " " + roff(choice);
    }
    out += "\n";
  }
}

void examples(const std::string& footer, std::string& out) {
  if (footer.empty()) return;
  out += ".PP\n.nf\n" + roff(footer) + "\n.fi\n";
}

void verb(const Verb& one, const std::string& path, std::string& out) {
  if (one.hidden) return;
  out += ".SS " + roff(path) + "\n" + roff(one.meaning) + ".\n";
  options(one, out);
  examples(one.footer, out);
  for (const Verb& child : one.verbs) verb(child, path + " " + child.name, out);
}

}  // namespace

std::string manual_page(const Verb& app) {
  std::string out = ".TH ASSAY 1 \"\" \"assay " + std::string(report::tool_version()) + "\" \"User Commands\"\n";
  out += heading("NAME") + "assay \\- judge course packages and their metadata against digital\\-education standards\n";
  out += heading("SYNOPSIS") + ".B assay\n.I VERB\n.RI [ OPTION \"...] [\" INPUT \"...]\"\n";
  out +=
      heading("DESCRIPTION") + roff(app.meaning) +
      "\nEvery finding has a place (file, line, column, element path), a requirement that it traces to, and a way to "
      "fix it.\nNothing is unpacked to disk, and no connection is ever opened.\n";
  out += heading("VERBS");
  for (const Verb& each : app.verbs) verb(each, each.name, out);
  out += heading("EXIT STATUS") +
         ".TP\n.B 0\nconforms (with \\-\\-baseline: nothing is new)\n"
         ".TP\n.B 1\ndoes not conform, or not all could be judged; what \\-\\-fail\\-on names\n"
         ".TP\n.B 2\nwrong usage, profile, waivers or configuration\n"
         ".TP\n.B 3\nan input cannot be read, or is no package that is judged\n"
         ".TP\n.B 4\nrefused: unsafe, or a limit was hit\n"
         ".TP\n.B 5\ninternal error, or the report cannot be written\n"
         ".TP\n.BR 130 \", \" 143\ninterrupted; the report holds what was judged and says so\n"
         ".PP\nOf several inputs the gravest counts: 5, 2, 4, 3, 1, 0.\n";
  out +=
      heading("ENVIRONMENT") +
      ".TP\n.B ASSAY_PROFILES\nfolders with more profiles, separated by colons\n"
      ".TP\n.B LC_ALL, LC_MESSAGES, LANG, LANGUAGE\nthe language of texts for people, unless \\-\\-lang names one\n"
      ".TP\n.B NO_COLOR\nno colour on a terminal\n"
      ".TP\n.B SOURCE_DATE_EPOCH\nthe time that waivers are compared with, in seconds, unless \\-\\-today names a day\n"
      ".TP\n.B XDG_CONFIG_HOME, XDG_DATA_HOME\nwhere the user's configuration and profiles are\n";
  out += heading("FILES") +
         ".TP\n.I ~/.config/assay/config.json\ndefaults for options: { \"schema\": \"assay\\-config/1\", \"check\": { "
         "\"fail\\-on\": \"warning\" } }\n"
         ".TP\n.I ~/.local/share/assay/profiles\nprofiles of the user\n";
  out += heading("EXAMPLES");
  examples(app.footer, out);
  return out;
}

}  // namespace assay::cli_detail
