// The only file that includes CLI11: reads the arguments and calls the verb.
#include <assay/cli.hpp>

#include <charconv>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <sstream>

#include <CLI/CLI.hpp>

#include <assay/messages.hpp>

#include "arguments.hpp"
#include "config.hpp"
#include "crash.hpp"
#include "messages/catalogue.hpp"
#include "shell.hpp"
#include "text/unicode.hpp"
#include "text/wording.hpp"

#ifndef ASSAY_VERSION
#define ASSAY_VERSION "0.0.0"
#endif

namespace assay {
namespace {

using namespace cli_detail;

// The value of an option; one each time, so that arguments may follow.
CLI::Option* add_option(CLI::App& verb, const Option& option) {
  struct Add {
    CLI::App& verb;
    const Option& option;
    CLI::Option* operator()(bool* into) const { return verb.add_flag(option.names, *into, option.meaning); }
    CLI::Option* operator()(std::string* into) const { return verb.add_option(option.names, *into, option.meaning); }
    CLI::Option* operator()(unsigned* into) const {
      return verb.add_option(option.names, *into, option.meaning)->check([](const std::string& value) {
        unsigned number = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
        const bool good = error == std::errc() && end == value.data() + value.size() && number >= 1 && number <= 256;
        return good ? std::string() : "Value " + value + " not in range " + "1–256";
      });
    }
    CLI::Option* operator()(std::vector<std::string>* into) const {
      CLI::Option* made = verb.add_option(option.names, *into, option.meaning);
      return is_argument(option) ? made : made->allow_extra_args(false);
    }
  };
  CLI::Option* made = std::visit(Add{verb, option}, option.into);
  if (!std::holds_alternative<bool*>(option.into)) made->type_name(option.type);
  if (!option.choices.empty()) made->check(CLI::IsMember(option.choices));
  // An empty variable of a script is no wish: --baseline "" would silently compare with nothing.
  if (!is_argument(option) && option.choices.empty())
    made->check([](const std::string& value) { return value.empty() ? "a value is wanted here" : std::string(); });
  return option.required ? made->required() : made;
}

void add_verb(CLI::App& app, Verb& verb) {
  app.footer(verb.footer);  // an empty one too: it would be that of the verb above
  if (!verb.verbs.empty()) app.require_subcommand(1);
  for (Option& option : verb.options)
    add_option(app, option)->each([&option](const std::string&) { option.given = true; });
  for (Verb& child : verb.verbs) {
    CLI::App& added = *app.add_subcommand(child.name, child.meaning);
    if (child.chosen) added.parse_complete_callback(child.chosen);
    if (child.hidden) added.group("");  // an empty group keeps it out of --help
    add_verb(added, child);
  }
}

void add_all(CLI::App& app, Verb& model) {
  app.set_version_flag("--version", "assay " ASSAY_VERSION);
  add_verb(app, model);
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

void translate_headings(CLI::App& verb) {
  for (CLI::Option* option : verb.get_options()) {
    if (option->get_group() == "Options") option->group(say(language(), "help.options"));
  }
  for (CLI::App* child : verb.get_subcommands([](CLI::App*) { return true; })) {
    if (child->get_group() == "Subcommands") child->group(say(language(), "help.verbs"));
    translate_headings(*child);
  }
}

// English stands where the option is made; other languages are put in its place.
void translate_help(CLI::App& app) {
  app.get_formatter()->label("OPTIONS", say(language(), "help.options-placeholder"));
  app.get_formatter()->label("SUBCOMMAND", say(language(), "help.verb-placeholder"));
  app.get_formatter()->label("Usage", say(language(), "help.usage"));
  app.get_formatter()->label("Positionals", say(language(), "help.arguments"));
  app.get_formatter()->label("REQUIRED", say(language(), "help.required"));
  if (language() == "en") return;
  translate_headings(app);
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
    if (const auto* twice = dynamic_cast<const CLI::ArgumentMismatch*>(&error);
        twice && message.find(": At Most 1 ") != std::string::npos)
      message = message.substr(0, message.find(':')) + ": it stands there more than once; give it once";
    if (const std::size_t equals = message.find(" = ");  // --quiet=loud
        dynamic_cast<const CLI::ConversionError*>(&error) && equals != std::string::npos) {
      const std::size_t option = message.find(": ") + 2;
      message = text::quoted(message.substr(option, equals - option) + "=" + message.substr(equals + 3)) +
                " is not understood here";
    }
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

int print_shell(const Verb& model, const std::string& shell) {
  return print_out(shell == "bash"  ? bash_completion(model)
                   : shell == "zsh" ? zsh_completion(model)
                                    : fish_completion(model));
}

int dispatch(const std::string& verb, const Verb& model, Arguments& all, Store& store, const char* program) {
  if (verb == "check") return has_input(all.check.input, verb) ? run_check(store, all.check) : static_cast<int>(usage);
  if (verb == "inspect")
    return has_input(all.inspect.input, verb) ? run_inspect(store, all.inspect) : static_cast<int>(usage);
  if (verb == "diff") return run_diff(store, all.diff);
  if (verb == "repair") return run_repair(store, all.repair);
  if (verb == "explain") return run_explain(store, all.explain);
  if (verb == "completion") return print_shell(model, all.shell);
  if (verb == "manual") return print_out(manual_page(model));
  if (verb == "messages") return run_messages(store, all.messages);
  if (verb == "vectors") return run_vectors(store, all.vectors, program);
  all.list.json = all.list_format == "json";
  return run_list(store, all.list);
}

Problem contradicting_overlays(const std::string& id) {
  return {ProblemKind::usage, "contradicting-overlays",
          "--overlay none says that no overlay applies, and " + id + " is named too.", "Keep one of them.", ""};
}

Result<std::string> apply_configuration(Verb& model, const std::string& name, Arguments& all) {
  for (Verb& verb : model.verbs) {
    if (verb.name != name || (name != "check" && name != "inspect" && name != "diff")) continue;
    const std::string language_before = all.language;
    for (Option& option : verb.options)  // before the verb it counts as much as behind it
      if (option.names == "--lang") option.given = option.given || model.options.front().given;
    auto used = configure(verb, all.config);
    if (!used) return used;
    all.check.config = *used;
    if (all.language != language_before) choose_language(all.language);
    return used;
  }
  return std::string();
}

}  // namespace

std::vector<messages::Text> cli_detail::help_texts() {
  Arguments all;
  Verb model = command_line(all);
  CLI::App app{model.meaning, model.name};
  add_all(app, model);
  std::vector<HelpText> texts;
  collect_help(app, "cli", texts);
  std::vector<messages::Text> out;
  for (HelpText& text : texts) out.push_back({std::move(text.key), std::move(text.english)});
  return out;
}

int cli(int argc, char** argv, Store& store) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an answer of write()
  std::signal(SIGXFSZ, SIG_IGN);  // and so is the limit of a file's size
  secure_standard_streams();
  ::setenv("TZ", ":/etc/localtime", 0);  // unset, every DOS time of a zip costs a look at that file
  try {
    choose_language(argc, argv);
    name_crashes();
    Arguments all;
    Verb model = command_line(all);
    CLI::App app{model.meaning, model.name};
    add_all(app, model);
    translate_help(app);
    if (const auto done = parse(app, argc, argv)) return *done;
    const std::string name = app.get_subcommands().front()->get_name();
    if (const auto used = apply_configuration(model, name, all); !used)
      return complain(used.problem()), exit_of(used.problem());
    for (const std::string& list : all.overlays)
      for (std::string& id : split(list, ','))
        if (id == "none")
          all.check.no_overlays = true;
        else
          all.check.overlays.push_back(std::move(id));
    if (all.check.no_overlays && !all.check.overlays.empty())
      return complain(contradicting_overlays(all.check.overlays.front())), usage;
    add_profile_directories(store, all.profile_directories);
    return dispatch(name, model, all, store, argv[0]);
  } catch (const std::exception& error) {
    complain(std::string("internal error: ") + error.what());
    return internal;
  }
}

}  // namespace assay
