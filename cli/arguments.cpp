// Every verb and option there is, in the order of --help.
#include "arguments.hpp"

#include <assay/messages.hpp>
#include <assay/render.hpp>

namespace assay::cli_detail {
namespace {

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

constexpr const char* diff_exit_codes =
    "Exit codes: 0 records of learners go on, 1 an identifier that they hang on was changed or removed,\n"
    "3 one of them cannot be read, or has no identifiers that assay knows.";

constexpr const char* repair_footer =
    "Mended are: a folder around the whole package, \"\\\" between folders, names whose encoding is not declared, "
    "files\n"
    "that Windows and macOS leave behind, records of folders, entries that stand there twice with the same bytes, "
    "data\n"
    "that belongs to no file, and records that contradict the data. No byte of a file is changed: manifest and pages "
    "stay\n"
    "as they are, and what is wrong in them stays wrong (assay check says what). A folder is zipped.\n\n"
    "Nothing is written when the package is unsafe in a way that cannot be mended: names that lead out of it, links,\n"
    "passwords, bombs, contradictory headers, two files that overwrite each other, damaged files, programs, keys.\n\n"
    "Examples:\n"
    "  assay repair course.zip -o mended.zip    and then: assay check mended.zip\n"
    "  assay repair course.zip --dry-run        what would be done\n\n"
    "Exit codes: 0 mended, or nothing to do (then the output is a copy), 1 written, but something is left for the "
    "author,\n"
    "2 wrong usage, or the output exists already, 3 cannot be read, 4 refused, nothing written, 5 the output cannot "
    "be\n"
    "written.";

Option option(std::string names, std::string type, Target into, std::string meaning,
              std::vector<std::string> choices = {}) {
  return {std::move(names), std::move(meaning), std::move(type), into, std::move(choices), {}, false, false};
}
Option flag(std::string names, bool& into, std::string meaning) {
  return option(std::move(names), "", &into, std::move(meaning));
}
Option required(Option made) {
  made.required = true;
  return made;
}

Option configuration(Arguments& all) {
  return option("--config", "FILE", &all.config, "defaults for these options: a JSON file (assay-config/1), or none");
}

Option profile_places(Arguments& all) {
  return option("--profiles", "DIR", &all.profile_directories, "a folder with more profiles");
}

void add_inputs(Verb& verb, InputOptions& options) {
  for (Option& each : std::vector<Option>{
           option("INPUT", "", &options.inputs, "zip, folder, a single XML or JSON document, or - for standard input"),
           option("--each", "DIR", &options.each, "every file under this folder"),
           option("--files-from", "FILE", &options.files_from, "a list of inputs, one a line; - is standard input"),
           flag("-0", options.null_separated, "the list is separated by NUL instead of line breaks"),
           option("--stdin-name", "NAME", &options.stdin_name, "what to call standard input in reports"),
           option("--limit", "NAME=VALUE", &options.limits, "sets a budget (see: assay limits)")})
    verb.options.push_back(std::move(each));
  for (const LimitInfo& limit : limit_table()) verb.options.back().likely.push_back(std::string(limit.name) + "=");
}

// A name that there is not is complained about with all names, so this list is not the parser's.
Option report_format(std::string& into) {
  Option made = option("--format", "NAME", &into, "how the report is written:");
  for (const RendererInfo& row : renderer_table()) {
    made.meaning += " " + std::string(row.id);
    made.likely.emplace_back(row.id);
  }
  return made;
}

Verb check_verb(Arguments& all) {
  CheckOptions& check = all.check;
  Verb verb{"check", "Judge packages: what is wrong, where, why, and what to do", check_examples, {}, {}, {}, false};
  add_inputs(verb, check.input);
  const auto add = [&](Option made) { verb.options.push_back(std::move(made)); };
  add(option("--profile", "ID|PATH", &check.profiles,
             "profile id, or path of a profile file; default: the version profile of the detected format"));
  add(profile_places(all));
  add(option("--overlay", "ID,ID", &all.overlays,
             "overlays on top of the profile, separated by commas; none for none"));
  add(report_format(check.format));
  add(option("-o,--output", "FILE", &check.output, "write the report to a file"));
  add(option("--detail", "LEVEL", &check.detail, "how much of what was judged is listed: findings, judged or all",
             {"findings", "judged", "all"}));
  add(flag("--digest", check.digest, "put the SHA-256 of each input into the report"));
  add(option("--fail-on", "SEVERITY", &check.fail_on, "what makes exit code 1: error, warning, info or never",
             {"error", "warning", "info", "never"}));
  add(option("--waivers", "FILE", &check.waivers, "findings to live with for a while: a JSON file (assay-waivers/1)"));
  add(option("--baseline", "FILE", &check.baseline, "an earlier report (json or ndjson); only what is new fails"));
  add(option("--today", "DATE", &check.today, "the day that waivers are compared with; default: today, in UTC"));
  add(option("--jobs", "N", &check.jobs, "packages judged at the same time"));
  add(option("--timeout", "SECONDS", &check.timeout, "the time for one input; when it is over, the input is refused"));
  add(option("--resume", "FILE", &check.resume,
             "a journal: what it has is not judged again, what is judged is added (formats json and ndjson)"));
  add(flag("-q,--quiet", check.quiet, "nothing about what conforms"));
  add(option("--color", "WHEN", &check.color, "auto, always or never", {"auto", "always", "never"}));
  add(configuration(all));
  return verb;
}

Verb inspect_verb(Arguments& all) {
  Verb verb{"inspect", "Show what a package holds: documents, references, languages, media", "", {}, {}, {}, false};
  add_inputs(verb, all.inspect.input);
  verb.options.push_back(option("--format", "NAME", &all.inspect.format,
                                "text, json or xml for one input; ndjson for any number",
                                {"text", "json", "xml", "ndjson"}));
  verb.options.push_back(configuration(all));
  return verb;
}

Verb explain_verb(Arguments& all) {
  Verb verb{"explain", "What a rule or requirement means, and how to fix what it finds", "", {}, {}, {}, false};
  verb.options.push_back(required(
      option("ID", "", &all.explain.id, "a rule (imscp.dangling-item-reference) or requirement (imscp-1.1.2/R-031)")));
  verb.options.push_back(profile_places(all));
  return verb;
}

Verb diff_verb(Arguments& all) {
  DiffOptions& diff = all.diff;
  Verb verb{"diff",
            "Compare two versions of a package: identifiers that keep learners' progress, files, findings",
            diff_exit_codes,
            {},
            {},
            {},
            false};
  const auto add = [&](Option made) { verb.options.push_back(std::move(made)); };
  add(required(option("BEFORE", "", &diff.before, "the version that learners have")));
  add(required(option("AFTER", "", &diff.after, "the version that shall take its place")));
  add(option("--profile", "ID|PATH", &diff.profiles,
             "profile id, or path of a profile file; default: the version profile of each format"));
  add(profile_places(all));
  add(option("--format", "NAME", &diff.format, "text or json", {"text", "json"}));
  add(option("-o,--output", "FILE", &diff.output, "write the comparison to a file"));
  add(option("--limit", "NAME=VALUE", &diff.limits, "sets a budget (see: assay limits)"));
  add(configuration(all));
  return verb;
}

Verb repair_verb(Arguments& all) {
  RepairOptions& repair = all.repair;
  Verb verb{"repair",
            "Mend a badly zipped package mechanically; the bytes of its files stay the same",
            repair_footer,
            {},
            {},
            {},
            false};
  const auto add = [&](Option made) { verb.options.push_back(std::move(made)); };
  add(required(option("INPUT", "", &repair.input, "a zip, the folder of a course, or - for standard input")));
  add(option("-o,--output", "FILE", &repair.output, "where to write the mended package"));
  add(flag("--dry-run", repair.dry_run, "only say what would be done"));
  add(flag("--force", repair.force, "replace the output when it exists already"));
  add(option("--format", "NAME", &repair.format, "how the result is told: text or json", {"text", "json"}));
  add(option("--stdin-name", "NAME", &repair.stdin_name, "what to call standard input in the result"));
  add(option("--limit", "NAME=VALUE", &repair.limits, "sets a budget (see: assay limits)"));
  return verb;
}

void add_lists(Verb& app, Arguments& all) {
  constexpr std::pair<const char*, const char*> verbs[] = {{"rules", "List the rules"},
                                                           {"profiles", "List the profiles"},
                                                           {"formats", "List the package formats"},
                                                           {"limits", "List the budgets"}};
  for (const auto& [name, meaning] : verbs) {
    Verb verb{name, meaning, "", {}, {}, [&all, id = name] { all.list.what = id; }, false};
    verb.options.push_back(option("--format", "NAME", &all.list_format, "text or json", {"text", "json"}));
    if (verb.name == "rules")
      verb.options.push_back(option("--profile", "ID|PATH", &all.list.profile, "only the rules of this profile"));
    if (verb.name == "rules" || verb.name == "profiles") verb.options.push_back(profile_places(all));
    app.verbs.push_back(std::move(verb));
  }
}

Verb vectors_verb(Arguments& all) {
  VectorsOptions& vectors = all.vectors;
  Verb verb{"vectors", "The conformance vectors: list them, build real packages, run them against a validator",
            "",        {},
            {},        {},
            false};
  const auto add_selection = [&](Verb& to) {
    to.options.push_back(option("--suite", "DIR", &vectors.suite, "a folder with vectors instead of those built in"));
    to.options.push_back(option("--family", "NAME", &vectors.family, "only vectors of this family"));
    to.options.push_back(option("--filter", "SUBSTRING", &vectors.filter, "only vectors whose id contains this"));
  };
  const auto action = [&](const char* name, const char* meaning, bool hidden = false) {
    return Verb{name, meaning, "", {}, {}, [&vectors, name] { vectors.action = name; }, hidden};
  };
  add_selection(verb);
  Verb list = action("list", "Ids, profiles and what each is about");
  add_selection(list);
  list.options.push_back(flag("--json", vectors.json, "as JSON"));
  Verb build = action("build", "Write the packages, byte for byte the same each time");
  add_selection(build);
  build.options.push_back(required(option("DIR", "", &vectors.directory, "an empty or new folder")));
  Verb run = action("run", "Judge every vector and compare");
  add_selection(run);
  run.options.push_back(option("--impl", "COMMAND", &vectors.implementation,
                               "command of another validator that speaks the line protocol"));
  run.options.push_back(option("--jobs", "N", &vectors.jobs, "validators that run at the same time"));
  // For the project's own tests.
  Verb serve = action("serve", "Answer the line protocol on standard input and output", true);
  Verb mutate = action("mutate", "Change every declarative rule a little; each change must fail a vector", true);
  add_selection(mutate);
  Verb coverage = action("coverage", "Print the coverage page (spec/COVERAGE.md)", true);
  for (Verb* each : {&list, &build, &run, &serve, &mutate, &coverage}) verb.verbs.push_back(std::move(*each));
  return verb;
}

Verb messages_verb(Arguments& all) {
  MessagesOptions& messages = all.messages;
  Verb verb{"messages", "For translators: what is translated, what is missing, what is stale", "", {}, {}, {}, false};
  const auto action = [&](const char* name, const char* meaning) {
    Verb made{name, meaning, "", {}, {}, [&messages, name] { messages.action = name; }, false};
    made.options.push_back(
        option("--group", "NAME", &messages.group, "only these texts: cause, cli, rule.imscp, requirement.scorm, …"));
    return made;
  };
  Verb coverage = action("coverage", "How many texts of each group every language has");
  coverage.options.push_back(flag("--json", messages.json, "as JSON"));
  Verb missing = action("missing", "As JSON: the texts that are missing or stale in a language (--lang)");
  Verb exported = action("export", "As JSON: all texts with what stands for them in a language (--lang)");
  Verb merge = action("merge", "Print the file of a language (--lang) with the texts of another file put in");
  merge.options.push_back(required(option("FILE", "", &messages.file, "JSON: { \"key\": \"text\" }")));
  for (Verb* each : {&coverage, &missing, &exported, &merge}) verb.verbs.push_back(std::move(*each));
  return verb;
}

// Read before the others (choose_language), so that help and complaints are in it too.
void add_language(Verb& verb, Arguments& all) {
  verb.options.push_back(option("--lang", "TAG", &all.language,
                                "language of texts for people, as a BCP 47 tag; default: that of the environment"));
  for (const LanguageInfo& language : language_table()) verb.options.back().likely.emplace_back(language.tag);
  for (Verb& child : verb.verbs) add_language(child, all);
}

}  // namespace

Verb command_line(Arguments& all) {
  Verb app{"assay", about, examples, {}, {}, {}, false};
  app.verbs.push_back(check_verb(all));
  app.verbs.push_back(inspect_verb(all));
  app.verbs.push_back(diff_verb(all));
  app.verbs.push_back(repair_verb(all));
  app.verbs.push_back(explain_verb(all));
  add_lists(app, all);
  app.verbs.push_back(vectors_verb(all));
  app.verbs.push_back(messages_verb(all));
  Verb completion{"completion", "Print what a shell needs to complete this command line", "", {}, {}, {}, false};
  completion.options.push_back(required(option("SHELL", "", &all.shell, "bash, zsh or fish", {"bash", "zsh", "fish"})));
  app.verbs.push_back(std::move(completion));
  app.verbs.push_back({"manual", "Print the manual page", "", {}, {}, {}, false});
  add_language(app, all);
  return app;
}

bool is_argument(const Option& option) { return !option.names.starts_with('-'); }

std::string long_name(const Option& option) {
  const std::size_t dashes = option.names.find("--");
  if (dashes == std::string::npos) return option.names;
  return option.names.substr(dashes, option.names.find(',', dashes) - dashes);
}

}  // namespace assay::cli_detail
