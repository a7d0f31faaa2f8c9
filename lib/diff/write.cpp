#include "diff/write.hpp"

#include <assay/messages.hpp>
#include <assay/profile.hpp>
#include <assay/render.hpp>

#include "json/document.hpp"
#include "report/common.hpp"
#include "report/novelty.hpp"
#include "text/escape.hpp"
#include "text/unicode.hpp"

namespace assay::diff {
namespace {

constexpr std::size_t most_shown = 20;  // rows of a list in text

std::string key_of(const IdentityChange& change) {
  const Thing& thing = change.before.kind.empty() ? change.after : change.before;
  if (change.what == What::changed || change.what == What::retargeted || change.what == What::moved)
    return "diff." + std::string(to_string(change.what));
  const bool records = thing.kind != "resource" && thing.kind != "block";
  return "diff." + std::string(to_string(change.what)) + (records ? "" : "-silently");
}

class Text {
 public:
  explicit Text(std::string_view language) : language_(language) {}

  std::string write(const Difference& all) {
    out_ = report::shown_input(all.before, language_) + " → " + report::shown_input(all.after, language_);
    out_ += " · " + report::format_title(all.after, language_) + " · " +
            say(!all.identity.known   ? "diff.no-identity"
                : all.identity.kept() ? "diff.kept"
                                      : "diff.lost") +
            "\n";
    identity(all);
    files(all.files);
    findings(all);
    out_ += "\n" + say("text.version", {{"version", report::tool_version()}}) + "\n";
    return text::log_safe(std::move(out_));
  }

 private:
  [[nodiscard]] std::string say(std::string_view key, std::initializer_list<Argument> arguments = {}) const {
    return assay::say(language_, key, arguments);
  }

  void more(std::size_t all) {
    if (all > most_shown)
      out_ += "  " + say("text.more-like-this", {{"count", std::to_string(all - most_shown)}}) + "\n";
  }

  void identity(const Difference& all) {
    if (!all.identity.known) return;
    out_ += "\n" + say("diff.identity") + "\n";
    if (all.before.format.id != all.after.format.id)
      out_ += "  " + say("severity.warning") + "  " +
              say("diff.format", {{"before", report::format_title(all.before, language_)},
                                  {"after", report::format_title(all.after, language_)}}) +
              "\n";
    std::size_t shown = 0;
    for (const IdentityChange& change : all.identity.changes) {
      // What holds the package together is of interest to nobody's learners: it is counted, and listed in JSON.
      const bool quiet = change.severity == Severity::info && change.after.kind == "resource";
      if (quiet || ++shown > most_shown) continue;
      one(change);
    }
    more(shown);
    for (const KindCounts& row : all.identity.counts)
      counts("  ", say("diff.kinds." + row.kind),
             {{"same", row.same},
              {"added", row.added},
              {"removed", row.removed},
              {"renamed", row.renamed},
              {"moved", row.moved}});
  }

  // "items: 12 same, 1 added": what there is none of is not said.
  void counts(std::string_view indent, const std::string& what,
              std::initializer_list<std::pair<const char*, std::uint64_t>> parts) {
    std::string line;
    for (const auto& [name, count] : parts)
      if (count > 0)
        line += (line.empty() ? "" : ", ") + say("diff.part." + std::string(name), {{"count", std::to_string(count)}});
    out_ += std::string(indent) + what + ": " + (line.empty() ? "0" : line) + "\n";
  }

  void one(const IdentityChange& change) {
    const Thing& thing = change.before.kind.empty() ? change.after : change.before;
    const std::string title = thing.title.empty() ? "" : " (" + thing.title + ")";
    const auto shown = [](const std::string& value) { return text::visible(value.substr(0, 400)); };
    const bool targets = change.what == What::retargeted, parents = change.what == What::moved;
    const auto side = [&](const Thing& each) { return shown(targets ? each.target : parents ? each.parent : each.id); };
    out_ += "  " + say("severity." + std::string(assay::to_string(change.severity))) + "  " +
            say(key_of(change), {{"kind", say("diff.kind." + thing.kind)},
                                 {"id", shown(thing.id)},
                                 {"title", shown(title)},
                                 {"before", side(change.before)},
                                 {"after", side(change.after)}}) +
            "\n";
    if (change.what == What::changed)
      out_ +=
          "        " + say("text.fix", {{"fix", say("diff.changed-fix", {{"before", side(change.before)}})}}) + "\n";
  }

  void files(const FilesDiff& files) {
    std::uint64_t counts_of[6] = {};
    for (const FileChange& change : files.changes) ++counts_of[static_cast<int>(change.what)];
    const auto count = [&](What what) { return counts_of[static_cast<int>(what)]; };
    out_ += "\n";
    counts("", say("diff.files"),
           {{"same", files.same},
            {"changed", count(What::changed)},
            {"added", count(What::added)},
            {"removed", count(What::removed)},
            {"moved", count(What::moved)}});
    for (std::size_t i = 0; i < files.changes.size() && i < most_shown; ++i) {
      const FileChange& change = files.changes[i];
      out_ += "  " +
              say("diff.file." + std::string(to_string(change.what)), {{"name", text::visible(change.name)},
                                                                       {"before", text::visible(change.before)},
                                                                       {"old", std::to_string(change.old_bytes)},
                                                                       {"new", std::to_string(change.new_bytes)}}) +
              "\n";
    }
    more(files.changes.size());
    for (const Problem& problem : files.problems)
      out_ += "  " + text::visible(problem.file) + ": " + text::visible(in_language(language_, problem).message) + "\n";
  }

  void findings(const Difference& all) {
    const report::Compared compared = report::compared(all.after);
    out_ += "\n";
    counts("", say("diff.findings"),
           {{"new", compared.fresh}, {"known", compared.unchanged}, {"gone", all.after.gone.size()}});
    std::size_t shown = 0;
    for (const Finding& finding : all.after.findings) {
      if (finding.novelty != Novelty::fresh || ++shown > most_shown) continue;
      const std::string message = message_of(all.after, report::with_short_values(finding), language_);
      row("diff.new-finding", finding.severity, finding.location, message, report::defect_id(all.after, finding));
    }
    more(shown);
    for (std::size_t i = 0; i < all.after.gone.size() && i < most_shown; ++i) {
      const GoneFinding& gone = all.after.gone[i];
      row("diff.gone-finding", gone.severity, gone.location, gone.message, gone.rule);
    }
    more(all.after.gone.size());
  }

  void row(std::string_view key, Severity severity, const Location& location, const std::string& message,
           const std::string& rule) {
    const std::string place = report::shown_place(location);
    out_ += "  " +
            say(key, {{"finding", say("severity." + std::string(assay::to_string(severity))) +
                                      (place.empty() ? "" : " " + place) + "  " +
                                      text::visible(message.substr(0, 1'000)) + "  " + rule}}) +
            "\n";
  }

  std::string language_, out_;
};

// ---- JSON ----
using json::Writer;

void text_or_null(Writer& out, const std::string& text) { text.empty() ? out.null() : out.string(text); }

void place(Writer& out, const Location& location) {
  const auto number = [&](const char* name, std::uint32_t value) {
    out.key(name);
    value ? out.unsigned_integer(value) : out.null();
  };
  out.key("location").begin_object();
  text_or_null(out.key("file"), location.file);
  number("line", location.line);
  number("column", location.column);
  text_or_null(out.key("path"), location.path);
  out.end_object();
}

void side(Writer& out, const char* name, const Report& report) {
  out.key(name).begin_object().key("path").string(report.input_path).key("format");
  text_or_null(out, report.format.id);
  out.key("profile").string(report.profile->id).key("digest").string(report.profile->digest);
  text_or_null(out.key("sha256"), report.input_sha256);
  out.key("verdict").string(assay::to_string(report.verdict));
  if (!report.problems.empty()) {
    out.key("problems").begin_array();
    for (const Problem& problem : report.problems) out.string(problem.code);
    out.end_array();
  }
  out.end_object();
}

void thing(Writer& out, const char* name, const Thing& thing) {
  out.key(name);
  if (thing.kind.empty()) {
    out.null();
    return;
  }
  out.begin_object().key("id").string(thing.id);
  text_or_null(out.key("parent"), thing.parent);
  text_or_null(out.key("title"), thing.title);
  text_or_null(out.key("target"), thing.target);
  place(out, thing.place);
  out.end_object();
}

void finding(Writer& out, const GoneFinding& told, const char* state) {
  out.begin_object().key("state").string(state).key("rule").string(told.rule);
  text_or_null(out.key("cause"), told.cause);
  out.key("severity").string(assay::to_string(told.severity)).key("message").string(told.message);
  out.key("fingerprint").string(told.fingerprint);
  place(out, told.location);
  out.end_object();
}

}  // namespace

std::string as_text(const Difference& all, std::string_view language) { return Text(language).write(all); }

std::string as_json(const Difference& all, std::string_view language) {
  std::string text;
  Writer out(text, true);
  out.begin_object().key("schema").string("assay-diff/1").key("tool").begin_object().key("name").string("assay");
  out.key("version").string(report::tool_version()).end_object();
  side(out, "before", all.before);
  side(out, "after", all.after);
  out.key("identity").begin_object().key("known").boolean(all.identity.known).key("kept").boolean(all.identity.kept());
  out.key("counts").begin_array();
  for (const KindCounts& row : all.identity.counts) {
    out.begin_object().key("kind").string(row.kind).key("same").unsigned_integer(row.same);
    out.key("added").unsigned_integer(row.added).key("removed").unsigned_integer(row.removed);
    out.key("renamed").unsigned_integer(row.renamed).key("moved").unsigned_integer(row.moved).end_object();
  }
  out.end_array().key("changes").begin_array();
  for (const IdentityChange& change : all.identity.changes) {
    out.begin_object().key("kind").string(change.before.kind.empty() ? change.after.kind : change.before.kind);
    out.key("what").string(to_string(change.what)).key("severity").string(assay::to_string(change.severity));
    thing(out, "before", change.before);
    thing(out, "after", change.after);
    out.end_object();
  }
  out.end_array().end_object().key("files").begin_object().key("same").unsigned_integer(all.files.same);
  out.key("changes").begin_array();
  for (const FileChange& change : all.files.changes) {
    out.begin_object().key("name").string(change.name).key("what").string(to_string(change.what));
    text_or_null(out.key("before"), change.before);
    out.key("old_bytes").unsigned_integer(change.old_bytes).key("new_bytes").unsigned_integer(change.new_bytes);
    out.end_object();
  }
  out.end_array().end_object();
  const report::Compared counts = report::compared(all.after);
  out.key("findings").begin_object().key("new").unsigned_integer(counts.fresh);
  out.key("unchanged").unsigned_integer(counts.unchanged).key("gone").unsigned_integer(all.after.gone.size());
  out.key("list").begin_array();
  for (const Finding& each : all.after.findings) {
    if (each.novelty != Novelty::fresh) continue;
    GoneFinding told = report::as_old(all.after, each).told;
    told.message = message_of(all.after, each, language);
    finding(out, told, "new");
  }
  for (const GoneFinding& gone : all.after.gone) finding(out, gone, "gone");
  out.end_array().end_object().end_object();
  return text + "\n";
}

}  // namespace assay::diff
