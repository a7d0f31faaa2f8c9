// The only file that includes CLI11: reads the arguments and calls the verb.
#include <assay/cli.hpp>

#include <csignal>
#include <cstdlib>
#include <functional>
#include <sstream>

#include <CLI/CLI.hpp>

#include <assay/messages.hpp>
#include <assay/render.hpp>

#include "messages/catalogue.hpp"
#include "text/unicode.hpp"
#include "verbs.hpp"

#ifndef ASSAY_VERSION
#define ASSAY_VERSION "0.0.0"
#endif

namespace assay {
namespace {

using namespace cli_detail;

constexpr const char* about = "assay judges course packages and their metadata against digital-education standards.";

constexpr const char* examples =
    "Examples:\n"
    "  assay check course.zip                       what is wrong, where, and what to do\n"
    "  assay check --format json course.zip         the same for a program\n"
    "  assay explain imscp.dangling-item-reference  what a rule is about\n\n"
    "Exit codes: 0 conforms, 1 does not conform or could not all be judged, 2 wrong usage,\n"
    "3 cannot be read, 4 refused (unsafe, or a limit was hit), 5 internal or the output cannot be written.";

constexpr const char* check_examples =
    "Examples:\n"
    "  assay check course.zip                                  under the profile of its format\n"
    "  assay check --each exports --jobs 4 --format ndjson     a folder full of packages\n"
    "  curl -s https://example.org/c.zip | assay check --stdin-name c.zip -";

/// What the arguments said, for all verbs.
struct Arguments {
  CheckOptions check;
  InspectOptions inspect;
  ExplainOptions explain;
  ListOptions list;
  VectorsOptions vectors;
  MessagesOptions messages;
  std::vector<std::string> profile_directories, overlays;
  std::string list_format = "text", language;
};

// One value each time, so that inputs may follow; the option may be repeated.
CLI::Option* repeatable(CLI::App& verb, const char* name, std::vector<std::string>& into, const char* meaning) {
  return verb.add_option(name, into, meaning)->allow_extra_args(false);
}

void add_profile_places(CLI::App& verb, Arguments& all) {
  repeatable(verb, "--profiles", all.profile_directories, "a folder with more profiles")->type_name("DIR");
}

// Read before the others (choose_language), so that help and complaints are in it too.
void add_language(CLI::App& verb, Arguments& all) {
  verb.add_option("--lang", all.language,
                  "language of texts for people, as a BCP 47 tag; default: that of the environment")
      ->type_name("TAG");
  for (CLI::App* child : verb.get_subcommands([](CLI::App*) { return true; })) add_language(*child, all);
}

void add_inputs(CLI::App& verb, InputOptions& options) {
  verb.add_option("INPUT", options.inputs, "zip, folder, a single XML or JSON document, or - for standard input")
      ->type_name("");
  repeatable(verb, "--each", options.each, "every file under this folder")->type_name("DIR");
  verb.add_option("--files-from", options.files_from, "a list of inputs, one a line; - is standard input")
      ->type_name("FILE");
  verb.add_flag("-0", options.null_separated, "the list is separated by NUL instead of line breaks");
  verb.add_option("--stdin-name", options.stdin_name, "what to call standard input in reports")->type_name("NAME");
  repeatable(verb, "--limit", options.limits, "sets a budget (see: assay limits)")->type_name("NAME=VALUE");
}

std::string format_names() {
  std::string text = "how the report is written:";
  for (const RendererInfo& row : renderer_table()) text += " " + std::string(row.id);
  return text;
}

void add_check(CLI::App& app, Arguments& all) {
  CheckOptions& check = all.check;
  CLI::App& verb = *app.add_subcommand("check", "Judge packages: what is wrong, where, why, and what to do");
  verb.footer(check_examples);
  add_inputs(verb, check.input);
  repeatable(verb, "--profile", check.profiles,
             "profile id, or path of a profile file; default: the version profile of the detected format")
      ->type_name("ID|PATH");
  add_profile_places(verb, all);
  repeatable(verb, "--overlay", all.overlays, "overlays on top of the profile, separated by commas; none for none")
      ->type_name("ID,ID");
  verb.add_option("--format", check.format, format_names())->type_name("NAME");
  verb.add_option("-o,--output", check.output, "write the report to a file")->type_name("FILE");
  verb.add_option("--detail", check.detail, "how much of what was judged is listed: findings, judged or all")
      ->type_name("LEVEL")
      ->check(CLI::IsMember({"findings", "judged", "all"}));
  verb.add_flag("--digest", check.digest, "put the SHA-256 of each input into the report");
  verb.add_option("--fail-on", check.fail_on, "what makes exit code 1: error, warning, info or never")
      ->type_name("SEVERITY")
      ->check(CLI::IsMember({"error", "warning", "info", "never"}));
  verb.add_option("--waivers", check.waivers, "findings to live with for a while: a JSON file (assay-waivers/1)")
      ->type_name("FILE");
  verb.add_option("--baseline", check.baseline, "an earlier report (json or ndjson); only what is new fails")
      ->type_name("FILE");
  verb.add_option("--today", check.today, "the day that waivers are compared with; default: today, in UTC")
      ->type_name("DATE");
  verb.add_option("--jobs", check.jobs, "packages judged at the same time")
      ->type_name("N")
      ->check(CLI::Range(1u, 256u));
  verb.add_flag("--quiet", check.quiet, "only the verdict of each input");
  verb.add_option("--color", check.color, "auto, always or never")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

void add_inspect(CLI::App& app, Arguments& all) {
  CLI::App& verb = *app.add_subcommand("inspect", "Show what a package holds: documents, references, languages, media");
  add_inputs(verb, all.inspect.input);
  verb.add_option("--format", all.inspect.format, "text, json or xml for one input; ndjson for any number")
      ->type_name("NAME")
      ->check(CLI::IsMember({"text", "json", "xml", "ndjson"}));
}

void add_explain(CLI::App& app, Arguments& all) {
  CLI::App& verb = *app.add_subcommand("explain", "What a rule or requirement means, and how to fix what it finds");
  verb.add_option("ID", all.explain.id, "a rule (imscp.dangling-item-reference) or requirement (imscp-1.1.2/R-031)")
      ->required();
  add_profile_places(verb, all);
}

void add_lists(CLI::App& app, Arguments& all) {
  constexpr std::pair<const char*, const char*> verbs[] = {{"rules", "List the rules"},
                                                           {"profiles", "List the profiles"},
                                                           {"formats", "List the package formats"},
                                                           {"limits", "List the budgets"}};
  for (const auto& [name, meaning] : verbs) {
    CLI::App& verb = *app.add_subcommand(name, meaning);
    verb.add_option("--format", all.list_format, "text or json")
        ->type_name("NAME")
        ->check(CLI::IsMember({"text", "json"}));
    verb.parse_complete_callback([&all, id = name] { all.list.what = id; });
    if (std::string_view(name) == "rules")
      verb.add_option("--profile", all.list.profile, "only the rules of this profile")->type_name("ID|PATH");
    if (std::string_view(name) == "rules" || std::string_view(name) == "profiles") add_profile_places(verb, all);
  }
}

void add_vectors(CLI::App& app, Arguments& all) {
  VectorsOptions& vectors = all.vectors;
  CLI::App& verb = *app.add_subcommand(
      "vectors", "The conformance vectors: list them, build real packages, run them against a validator");
  verb.require_subcommand(1);
  const auto action = [&](const char* name, const char* meaning) {
    CLI::App& added = *verb.add_subcommand(name, meaning);
    added.parse_complete_callback([&vectors, id = name] { vectors.action = id; });
    return &added;
  };
  const auto add_selection = [&](CLI::App& to) {
    to.add_option("--suite", vectors.suite, "a folder with vectors instead of those built in")->type_name("DIR");
    to.add_option("--family", vectors.family, "only vectors of this family")->type_name("NAME");
    to.add_option("--filter", vectors.filter, "only vectors whose id contains this")->type_name("SUBSTRING");
  };
  add_selection(verb);
  CLI::App& list = *action("list", "Ids, profiles and what each is about");
  add_selection(list);
  list.add_flag("--json", vectors.json, "as JSON");
  CLI::App& build = *action("build", "Write the packages, byte for byte the same each time");
  add_selection(build);
  build.add_option("DIR", vectors.directory, "an empty or new folder")->required();
  CLI::App& run = *action("run", "Judge every vector and compare");
  add_selection(run);
  run.add_option("--impl", vectors.implementation, "command of another validator that speaks the line protocol")
      ->type_name("COMMAND");
  run.add_option("--jobs", vectors.jobs, "validators that run at the same time")
      ->type_name("N")
      ->check(CLI::Range(1u, 256u));
  // For the project's own tests; an empty group keeps them out of --help.
  action("serve", "Answer the line protocol on standard input and output")->group("");
  CLI::App& mutate = *action("mutate", "Change every declarative rule a little; each change must fail a vector");
  mutate.group("");
  add_selection(mutate);
  action("coverage", "Print the coverage page (spec/COVERAGE.md)")->group("");
}

void add_messages(CLI::App& app, Arguments& all) {
  MessagesOptions& messages = all.messages;
  CLI::App& verb =
      *app.add_subcommand("messages", "For translators: what is translated, what is missing, what is stale");
  verb.require_subcommand(1);
  const auto action = [&](const char* name, const char* meaning) {
    CLI::App& added = *verb.add_subcommand(name, meaning);
    added.parse_complete_callback([&messages, id = name] { messages.action = id; });
    added.add_option("--group", messages.group, "only these texts: cause, cli, rule.imscp, requirement.scorm, …")
        ->type_name("NAME");
    return &added;
  };
  action("coverage", "How many texts of each group every language has")->add_flag("--json", messages.json, "as JSON");
  action("missing", "As JSON: the texts that are missing or stale in a language (--lang)");
  action("export", "As JSON: all texts with what stands for them in a language (--lang)");
  action("merge", "Print the file of a language (--lang) with the texts of another file put in")
      ->add_option("FILE", messages.file, "JSON: { \"key\": \"text\" }")
      ->required();
}

/// One text of --help with its key, and where to put its translation.
struct HelpText {
  std::string key, english;
  std::function<void(const std::string&)> put;
};

void collect_help(CLI::App& verb, const std::string& key, std::vector<HelpText>& into) {
  into.push_back({key, verb.get_description(), [&verb](const std::string& text) { verb.description(text); }});
  if (!verb.get_footer().empty())
    into.push_back({key + ".footer", verb.get_footer(), [&verb](const std::string& text) { verb.footer(text); }});
  for (CLI::Option* option : verb.get_options())
    into.push_back({key + "." + option->get_name(false, true), option->get_description(),
                    [option](const std::string& text) { option->description(text); }});
  for (CLI::App* child : verb.get_subcommands([](CLI::App*) { return true; }))
    if (!child->get_group().empty()) collect_help(*child, key + "." + child->get_name(), into);
}

// English stands where the option is made; other languages are put in its place.
void translate_help(CLI::App& app) {
  app.get_formatter()->label("OPTIONS", say(language(), "help.options-placeholder"));
  app.get_formatter()->label("SUBCOMMAND", say(language(), "help.verb-placeholder"));
  app.get_formatter()->label("Usage", say(language(), "help.usage"));
  app.get_formatter()->label("Positionals", say(language(), "help.arguments"));
  app.get_formatter()->label("REQUIRED", say(language(), "help.required"));
  if (language() == "en") return;
  std::vector<HelpText> texts;
  collect_help(app, "cli", texts);
  for (const HelpText& text : texts)
    if (const auto own = messages::own_text(language(), text.key, text.english); !own.empty())
      text.put(std::string(own));
}

// What could have stood there instead of a word that nobody knows.
std::string likely(const CLI::App& verb, const std::string& word) {
  std::vector<std::string> names;
  if (word.starts_with("-")) {
    for (const CLI::Option* option : verb.get_options())
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  } else {
    for (const CLI::App* child : verb.get_subcommands([](const CLI::App*) { return true; }))
      names.push_back(child->get_name());
  }
  const std::vector<std::string_view> views(names.begin(), names.end());
  return text::nearest(word.substr(0, word.find('=')), views, 1);
}

std::string visible_verbs(const CLI::App& verb) {
  std::string names;
  for (const CLI::App* child : verb.get_subcommands([](const CLI::App*) { return true; }))
    if (!child->get_group().empty()) names += (names.empty() ? "" : ", ") + child->get_name();
  return names;
}

int usage_error(CLI::App& app, const CLI::ParseError& error) {
  const CLI::App* verb = &app;
  while (!verb->get_subcommands().empty()) verb = verb->get_subcommands().front();
  std::string path;
  for (const CLI::App* at = verb; at; at = at->get_parent()) path = at->get_name() + (path.empty() ? "" : " ") + path;
  const std::vector<std::string> unknown = app.remaining(true);
  std::string message;
  if (!unknown.empty()) {
    message = "\"" + unknown.front() + "\" is not understood here";
    const std::string near = likely(*verb, unknown.front());
    message += near.empty() ? "" : "; did you mean " + near + "?";
  } else if (const auto choice = visible_verbs(*verb); !choice.empty()) {
    message = "say what to do: " + choice;
  } else {
    message = error.what();
  }
  complain(message);
  complain("see: " + path + " --help");
  return usage;
}

// Parses; an exit code when there is nothing left to do (help, version, mistakes).
std::optional<int> parse(CLI::App& app, int argc, char** argv) {
  try {
    app.parse(argc, argv);
    return {};
  } catch (const CLI::Success& wish) {
    std::ostringstream out, err;
    app.exit(wish, out, err);
    return print_out(out.str());
  } catch (const CLI::ParseError& error) {
    return usage_error(app, error);
  }
}

bool has_input(const InputOptions& input, const std::string& verb) {
  if (!input.inputs.empty() || !input.each.empty() || !input.files_from.empty()) return true;
  complain("nothing to " + verb + ": name a package, for instance: assay " + verb + " course.zip");
  return false;
}

int dispatch(const std::string& verb, Arguments& all, Store& store, const char* program) {
  if (verb == "check") return has_input(all.check.input, verb) ? run_check(store, all.check) : static_cast<int>(usage);
  if (verb == "inspect")
    return has_input(all.inspect.input, verb) ? run_inspect(store, all.inspect) : static_cast<int>(usage);
  if (verb == "explain") return run_explain(store, all.explain);
  if (verb == "messages") return run_messages(store, all.messages);
  if (verb == "vectors") return run_vectors(store, all.vectors, program);
  all.list.json = all.list_format == "json";
  return run_list(store, all.list);
}

void add_verbs(CLI::App& app, Arguments& all) {
  app.set_version_flag("--version", "assay " ASSAY_VERSION);
  app.require_subcommand(1);
  app.footer(examples);
  add_check(app, all);
  add_inspect(app, all);
  add_explain(app, all);
  add_lists(app, all);
  add_vectors(app, all);
  add_messages(app, all);
  for (CLI::App* verb : app.get_subcommands([](CLI::App*) { return true; })) add_language(*verb, all);
}

}  // namespace

std::vector<messages::Text> cli_detail::help_texts() {
  CLI::App app{about, "assay"};
  Arguments all;
  add_verbs(app, all);
  std::vector<HelpText> texts;
  collect_help(app, "cli", texts);
  std::vector<messages::Text> out;
  for (HelpText& text : texts) out.push_back({std::move(text.key), std::move(text.english)});
  return out;
}

int cli(int argc, char** argv, Store& store) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an answer of write()
  secure_standard_streams();
  ::setenv("TZ", ":/etc/localtime", 0);  // unset, every DOS time of a zip costs a look at that file
  try {
    choose_language(argc, argv);
    CLI::App app{about, "assay"};
    Arguments all;
    add_verbs(app, all);
    translate_help(app);
    if (const auto done = parse(app, argc, argv)) return *done;
    for (const std::string& list : all.overlays)
      for (std::string& id : split(list, ','))
        if (id != "none") all.check.overlays.push_back(std::move(id));
    add_profile_directories(store, all.profile_directories);
    return dispatch(app.get_subcommands().front()->get_name(), all, store, argv[0]);
  } catch (const std::exception& error) {
    complain(std::string("internal error: ") + error.what());
    return internal;
  }
}

}  // namespace assay
