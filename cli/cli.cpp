// The only file that includes CLI11: reads the arguments and calls the verb.
#include <assay/cli.hpp>

#include <csignal>
#include <cstdlib>

#include <CLI/CLI.hpp>

#include <assay/render.hpp>

#include "verbs.hpp"

#ifndef ASSAY_VERSION
#define ASSAY_VERSION "0.0.0"
#endif

namespace assay {
namespace {

using namespace cli_detail;

constexpr const char* examples =
    "Examples:\n"
    "  assay check course.zip                       what is wrong, where, and what to do\n"
    "  assay check --format json course.zip         the same for a program\n"
    "  assay explain imscp.dangling-item-reference  what a rule is about\n\n"
    "Exit codes: 0 conforms, 1 does not conform or could not all be judged, 2 wrong usage,\n"
    "3 cannot be read, 4 refused (unsafe, or a limit was hit), 5 internal or the output cannot be written.";

void add_inputs(CLI::App& verb, InputOptions& options) {
  verb.add_option("INPUT", options.inputs, "zip, folder, a single XML or JSON document, or - for standard input");
  verb.add_option("--each", options.each, "every file under this folder")->type_name("DIR");
  verb.add_option("--files-from", options.files_from, "a list of inputs, one a line; - is standard input")->type_name("FILE");
  verb.add_flag("-0", options.null_separated, "the list is separated by NUL instead of line breaks");
  verb.add_option("--stdin-name", options.stdin_name, "what to call standard input in reports")->type_name("NAME");
  verb.add_option("--limit", options.limits, "sets a budget (see: assay limits)")->type_name("NAME=VALUE")->expected(1)->take_all();
}

std::vector<std::string> split_commas(const std::vector<std::string>& lists) {
  std::vector<std::string> out;
  for (const std::string& list : lists)
    for (std::size_t at = 0; at <= list.size();) {
      const std::size_t comma = std::min(list.find(',', at), list.size());
      if (comma > at && list.substr(at, comma - at) != "none") out.push_back(list.substr(at, comma - at));
      at = comma + 1;
    }
  return out;
}

void add_profile_directories(Store& store, const std::vector<std::string>& named) {
  for (const std::string& directory : named) store.add_profile_directory(directory);
  const auto variable = [](const char* name) { return std::string(std::getenv(name) ? std::getenv(name) : ""); };
  if (const std::string places = variable("ASSAY_PROFILES"); !places.empty())
    for (std::size_t at = 0; at <= places.size();) {
      const std::size_t colon = std::min(places.find(':', at), places.size());
      if (colon > at) store.add_profile_directory(places.substr(at, colon - at));
      at = colon + 1;
    }
  const std::string data = variable("XDG_DATA_HOME"), home = variable("HOME");
  if (!data.empty() || !home.empty()) store.add_profile_directory((data.empty() ? home + "/.local/share" : data) + "/assay/profiles");
  store.add_profile_directory("/usr/local/share/assay/profiles");
  store.add_profile_directory("/usr/share/assay/profiles");
}

std::string format_names() {
  std::string text = "how the report is written:";
  for (const RendererInfo& row : renderer_table()) text += " " + std::string(row.id);
  return text;
}

}  // namespace

int cli(int argc, char** argv, Store& store) {
  std::signal(SIGPIPE, SIG_IGN);       // a closed pipe is an answer of write()
  ::setenv("TZ", ":/etc/localtime", 0);  // unset, every DOS time of a zip costs a look at that file
  CLI::App app{"assay judges course packages and their metadata against digital-education standards.", "assay"};
  app.set_version_flag("--version", "assay " ASSAY_VERSION);
  app.require_subcommand(1);
  app.footer(examples);
  std::vector<std::string> profile_directories, overlays;

  CheckOptions check;
  auto* check_verb = app.add_subcommand("check", "Judge packages: what is wrong, where, why, and what to do");
  add_inputs(*check_verb, check.input);
  check_verb->add_option("--profile", check.profiles, "profile id, or path of a profile file; default: the version profile of the detected format")->type_name("ID|PATH")->expected(1)->take_all();
  check_verb->add_option("--profiles", profile_directories, "a folder with more profiles")->type_name("DIR")->expected(1)->take_all();
  check_verb->add_option("--overlay", overlays, "overlays on top of the profile; none for none")->type_name("ID,…")->expected(1)->take_all();
  check_verb->add_option("--format", check.format, format_names());
  check_verb->add_option("-o,--output", check.output, "write the report to a file")->type_name("FILE");
  check_verb->add_option("--detail", check.detail, "findings, judged or all")->check(CLI::IsMember({"findings", "judged", "all"}));
  check_verb->add_flag("--digest", check.digest, "put the SHA-256 of each input into the report");
  check_verb->add_option("--fail-on", check.fail_on, "error, warning, info or never")->check(CLI::IsMember({"error", "warning", "info", "never"}));
  check_verb->add_option("--lang", check.language, "language of the messages (en)")->type_name("TAG");
  check_verb->add_option("--jobs", check.jobs, "packages judged at the same time")->check(CLI::Range(1u, 256u));
  check_verb->add_flag("--quiet", check.quiet, "only the verdict of each input");
  check_verb->add_option("--color", check.color, "auto, always or never")->check(CLI::IsMember({"auto", "always", "never"}));

  InspectOptions inspect;
  auto* inspect_verb = app.add_subcommand("inspect", "Show what a package holds: documents, references, languages, media");
  add_inputs(*inspect_verb, inspect.input);
  inspect_verb->add_option("--format", inspect.format, "text, json, xml or ndjson")->check(CLI::IsMember({"text", "json", "xml", "ndjson"}));

  ExplainOptions explain;
  auto* explain_verb = app.add_subcommand("explain", "What a rule or requirement means, and how to fix what it finds");
  explain_verb->add_option("ID", explain.id, "a rule (imscp.dangling-item-reference) or requirement (imscp-1.1.2/R-031)")->required();

  ListOptions list;
  std::string list_format = "text";
  std::vector<CLI::App*> lists;
  for (const auto& [name, what] : {std::pair{"rules", "List the rules"}, std::pair{"profiles", "List the profiles"}, std::pair{"formats", "List the package formats"}, std::pair{"limits", "List the budgets"}}) {
    auto* verb = app.add_subcommand(name, what);
    verb->add_option("--format", list_format, "text or json")->check(CLI::IsMember({"text", "json"}));
    if (std::string(name) == "rules") verb->add_option("--profile", list.profile, "only the rules of this profile");
    lists.push_back(verb);
  }

  VectorsOptions vectors;
  auto* vectors_verb = app.add_subcommand("vectors", "The conformance vectors: list them, build real packages, run them against a validator");
  vectors_verb->require_subcommand(1);
  vectors_verb->add_option("--suite", vectors.suite, "a folder with vectors instead of those built in")->type_name("DIR");
  vectors_verb->add_option("--filter", vectors.filter, "only vectors whose id contains this");
  auto* vectors_list = vectors_verb->add_subcommand("list", "Ids, profiles and what each is about");
  vectors_list->add_flag("--json", vectors.json, "as JSON");
  auto* vectors_build = vectors_verb->add_subcommand("build", "Write the packages, byte for byte the same each time");
  vectors_build->add_option("DIR", vectors.directory, "an empty or new folder")->required();
  auto* vectors_run = vectors_verb->add_subcommand("run", "Judge every vector and compare");
  vectors_run->add_option("--impl", vectors.implementation, "command of another validator that speaks the line protocol (spec/vector-protocol.md)")->type_name("COMMAND");
  vectors_verb->add_subcommand("serve", "Answer the line protocol on standard input and output");
  vectors_verb->add_subcommand("mutate", "Change every declarative rule a little; each change must fail a vector");
  vectors_verb->add_subcommand("coverage", "Print the coverage page (spec/COVERAGE.md)");

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error);
    return code == 0 ? ok : usage;
  }
  check.overlays = split_commas(overlays);
  add_profile_directories(store, profile_directories);
  const auto without_input = [&](const InputOptions& input, const char* verb) {
    if (!input.inputs.empty() || !input.each.empty() || !input.files_from.empty()) return false;
    complain("nothing to " + std::string(verb) + ": name a package, for instance: assay " + verb + " course.zip");
    return true;
  };
  if (*check_verb) return without_input(check.input, "check") ? usage : run_check(store, check);
  if (*inspect_verb) return without_input(inspect.input, "inspect") ? usage : run_inspect(store, inspect);
  if (*explain_verb) return run_explain(store, explain);
  for (const CLI::App* verb : lists)
    if (*verb) {
      list.what = verb->get_name();
      list.json = list_format == "json";
      return run_list(store, list);
    }
  for (const CLI::App* verb : vectors_verb->get_subcommands()) vectors.action = verb->get_name();
  return run_vectors(store, vectors, argv[0]);
}

}  // namespace assay
