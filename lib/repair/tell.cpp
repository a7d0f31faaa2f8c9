// What was done, for people and for programs.
#include <assay/messages.hpp>
#include <assay/profile.hpp>
#include <assay/render.hpp>

#include "json/document.hpp"
#include "repair/repair.hpp"
#include "report/common.hpp"
#include "text/escape.hpp"
#include "text/unicode.hpp"

namespace assay::repair {
namespace {

constexpr std::size_t most_shown = 20;

struct Words {
  std::string message, fix;
};

Words words_of(const Note& note, const char* group, std::string_view language) {
  const std::string key = "repair." + std::string(group) + "." + std::string(note.what);
  const std::string count = std::to_string(note.count), first = note.names.empty() ? "" : note.names.front();
  const auto said = [&](const std::string& wanted) {
    return say(language, wanted, {{"count", count}, {"name", first}, {"detail", note.detail}});
  };
  return {said(key), group == std::string_view("left") ? said(key + "-fix") : ""};
}

/// A reason not to write anything, as it is told.
struct Reason : Words {
  std::string rule, cause, file;
};

Reason reason_of(const Plan& plan, const Refusal& refusal, std::string_view language) {
  Reason reason;
  if (refusal.finding != none) {
    const Finding& finding = plan.floor.findings[refusal.finding];
    const Finding shown = report::with_short_values(finding);
    reason.message = message_of(plan.floor, shown, language);
    reason.fix = fix_of(plan.floor, shown, language);
    reason.rule = plan.floor.profile->rules[finding.rule].id;
    reason.cause = finding.cause;
    reason.file = finding.location.file;
  } else if (refusal.problem) {
    const Problem problem = in_language(language, *refusal.problem);
    reason.message = problem.message;
    reason.fix = problem.advice;
    reason.cause = problem.code;
    reason.file = problem.file;
  } else {
    const std::string key = "repair.refused." + std::string(refusal.what);
    reason.message = say(language, key, {{"name", refusal.name}, {"other", refusal.other}});
    reason.fix = say(language, key + "-fix", {{"name", refusal.name}, {"other", refusal.other}});
    reason.cause = refusal.what;
    reason.file = refusal.what == "floor" || refusal.what == "nothing-left" ? "" : refusal.name;
  }
  return reason;
}

class Text {
 public:
  Text(const Told& told, std::string_view language) : told_(told), plan_(*told.plan), language_(language) {}

  std::string write() {
    out_ = report::shown_input(plan_.floor, language_);
    if (!told_.output.empty()) out_ += " → " + text::visible(told_.output);
    if (!plan_.floor.format.title.empty()) out_ += " · " + report::format_title(plan_.floor, language_);
    const bool tried = !told_.written && told_.verdict() != "refused";
    out_ += " · " + say("repair.verdict." + std::string(told_.verdict()) + (tried ? "-tried" : "")) + "\n";
    told_.verdict() == "refused" ? refusals() : notes();
    out_ += "\n" + say("text.version", {{"version", report::tool_version()}}) + "\n";
    return text::log_safe(std::move(out_));
  }

 private:
  [[nodiscard]] std::string say(std::string_view key, std::initializer_list<Argument> arguments = {}) const {
    return assay::say(language_, key, arguments);
  }

  void line(const Words& words) {
    out_ += "  " + text::visible(words.message) + "\n";
    if (!words.fix.empty()) out_ += "    " + say("text.fix", {{"fix", text::visible(words.fix)}}) + "\n";
  }

  void notes() {
    const bool tried = !told_.written;
    if (!plan_.done.empty()) out_ += "\n" + say(tried ? "repair.would-do" : "repair.done") + "\n";
    for (const Note& note : plan_.done) line(words_of(note, "done", language_));
    if (!plan_.left.empty()) out_ += "\n" + say("repair.left") + "\n";
    for (const Note& note : plan_.left) line(words_of(note, "left", language_));
    const std::string files = std::to_string(plan_.kept), bytes = std::to_string(plan_.bytes);
    out_ +=
        "\n" + say(tried ? "repair.would-keep" : "repair.same-content", {{"files", files}, {"bytes", bytes}}) + "\n";
    if (!told_.written) return;
    const std::string size = std::to_string(told_.written->bytes);
    out_ += say("repair.output",
                {{"path", text::visible(told_.output)}, {"bytes", size}, {"sha256", told_.written->sha256}}) +
            "\n" + say("repair.next", {{"path", text::visible(told_.output)}}) + "\n";
  }

  void refusals() {
    out_ += "\n" + say("repair.refusal") + "\n";
    for (std::size_t i = 0; i < plan_.refusals.size() && i < most_shown; ++i) {
      const Reason reason = reason_of(plan_, plan_.refusals[i], language_);
      Words words = reason;
      if (!reason.rule.empty()) words.message += "  " + reason.rule;
      line(words);
    }
    if (plan_.refusals.size() > most_shown)
      out_ += "  " + say("text.more-like-this", {{"count", std::to_string(plan_.refusals.size() - most_shown)}}) + "\n";
  }

  const Told& told_;
  const Plan& plan_;
  std::string language_, out_;
};

// ---- JSON ----
using json::Writer;

void text_or_null(Writer& out, const char* key, const std::string& text) {
  out.key(key);
  text.empty() ? out.null() : out.string(text);
}

void notes(Writer& out, const char* group, const std::vector<Note>& all, std::string_view language) {
  const bool left = group == std::string_view("left");
  out.key(group).begin_array();
  for (const Note& note : all) {
    const Words words = words_of(note, group, language);
    out.begin_object().key("what").string(note.what).key("count").unsigned_integer(note.count);
    text_or_null(out, "detail", note.detail);
    out.key("names").begin_array();
    for (const std::string& name : note.names) out.string(name);
    out.end_array().key("message").string(words.message);
    if (left) out.key("fix").string(words.fix);
    out.end_object();
  }
  out.end_array();
}

}  // namespace

std::string_view Told::verdict() const {
  return !plan->refusals.empty() ? "refused"
         : !plan->left.empty()   ? "incomplete"
         : plan->changes()       ? "repaired"
                                 : "nothing-to-do";
}

std::string as_text(const Told& told, std::string_view language) { return Text(told, language).write(); }

std::string as_json(const Told& told, std::string_view language) {
  const Plan& plan = *told.plan;
  std::string text;
  Writer out(text, true);
  out.begin_object().key("schema").string("assay-repair/1").key("tool").begin_object().key("name").string("assay");
  out.key("version").string(report::tool_version()).end_object();
  out.key("input").begin_object().key("path").string(plan.floor.input_path).key("kind").string(plan.floor.input_kind);
  out.key("bytes").unsigned_integer(plan.floor.input_bytes);
  text_or_null(out, "sha256", plan.floor.input_sha256);
  text_or_null(out, "format", plan.floor.format.id);
  out.end_object().key("output");
  if (told.written) {
    out.begin_object().key("path").string(told.output).key("bytes").unsigned_integer(told.written->bytes);
    out.key("sha256").string(told.written->sha256).end_object();
  } else {
    out.null();
  }
  out.key("verdict").string(told.verdict());
  notes(out, "done", plan.done, language);
  notes(out, "left", plan.left, language);
  out.key("refused").begin_array();
  for (const Refusal& refusal : plan.refusals) {
    const Reason reason = reason_of(plan, refusal, language);
    out.begin_object();
    text_or_null(out, "rule", reason.rule);
    text_or_null(out, "cause", reason.cause);
    text_or_null(out, "file", reason.file);
    out.key("message").string(reason.message).key("fix").string(reason.fix).end_object();
  }
  out.end_array().key("entries").begin_array();
  for (const Item& item : plan.items) {
    const std::string name = text::is_valid_utf8(item.name) ? item.name : text::visible(item.name);
    out.begin_object().key("before").string(item.old_name);
    text_or_null(out, "after", item.left_out.empty() ? name : "");
    text_or_null(out, "left_out", std::string(item.left_out));
    out.key("bytes").unsigned_integer(item.bytes);
    text_or_null(out, "sha256_before", item.before);
    text_or_null(out, "sha256_after", item.after);
    out.end_object();
  }
  out.end_array().end_object();
  return text + "\n";
}

}  // namespace assay::repair
