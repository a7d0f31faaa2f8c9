// From profile ids to a flat list of rules.
#include <algorithm>
#include <set>

#include "embedded.hpp"
#include "json/mistakes.hpp"
#include "profile/draft.hpp"
#include "profile/store_data.hpp"
#include "text/digest.hpp"

namespace assay {

namespace {

class Resolver {
 public:
  explicit Resolver(const StoreData& store) : store_(store) {}

  Result<std::shared_ptr<const Profile>> resolve(const ResolveOptions& options) {
    profile_ = std::make_shared<Profile>();
    if (auto problem = include(std::string(Profile::floor_id), {})) return *problem;
    for (const std::string& id : options.profiles) {
      if (auto problem = named(id, false)) return *problem;
    }
    for (const std::string& id : options.overlays)
      if (auto problem = named(id, true)) return *problem;
    for (const AppliedOverlay& each : options.declared) {
      origin_ = each.origin;
      if (auto problem = named(each.id, true)) return *problem;
    }
    if (options.profiles.empty()) {
      profile_->id = Profile::floor_id;
      profile_->question = "safe";
    }
    if (auto problem = lend_rules()) return *problem;
    if (auto problem = apply_rows()) return *problem;  // what the standard says comes before what is made of it
    if (auto problem = tighten()) return *problem;
    if (auto problem = finish()) return *problem;
    return std::shared_ptr<const Profile>(profile_);
  }

 private:
  using Failure = std::optional<Problem>;

  void name(const std::string& id) {
    if (!names_.insert(id).second) return;
    profile_->id += (profile_->id.empty() ? "" : "+") + id;
  }

  // A profile or overlay that the user named.
  Failure named(const std::string& id, bool overlay) {
    if (!overlay && !is_profile_path(id)) {
      const auto [family, version] = store_.split(id);
      if (!family.empty()) {
        name(id);
        if (profile_->title.empty()) profile_->title = (*store_.family(family))->find(version)->title;
        return include(id, {});
      }
    }
    auto document = load(id, {});
    if (!document) return document.problem();
    return application(**document, overlay, true);
  }

  // Finds an application profile or overlay: a path, a shipped id, or an id in the profile directories.
  Result<const JsonDocument*> load(const std::string& id, JsonNode where) {
    std::string path = id;
    std::optional<std::string> bytes;  // of somebody's own file
    const std::string shipped = "validators/profiles/" + id + "/profile.json";
    if (is_profile_path(id)) {
      const auto place = where ? included_profile_path(id, where) : Result<std::string>(id);
      if (!place) return place.problem();
      auto read = read_profile_file(path = *place);
      if (!read) return read.problem();
      bytes = std::move(*read);
    } else if (store_.file(shipped).data()) {
      path = shipped;
    } else {
      for (const std::string& directory : store_.directories) {
        for (const std::string& candidate : {directory + "/" + id + ".json", directory + "/" + id + "/profile.json"}) {
          auto read = bytes ? Result<std::string>(std::string()) : read_profile_file(candidate);
          if (bytes || !read) continue;
          path = candidate;
          bytes = std::move(*read);
        }
      }
    }
    if (!bytes && path != shipped) return unknown_profile(store_, id, where);
    auto read = bytes ? json::parse(path, std::move(*bytes)) : store_.document(path);
    if (!read) {
      Problem problem = read.problem();
      problem.kind = ProblemKind::usage;
      return problem;
    }
    documents_.push_back(std::move(*read));
    const JsonNode top = root(*documents_.back());
    if (path != shipped && !content(member(top, "id")).empty()) {
      const std::string own(content(member(top, "id")));
      const bool shadows =
          store_.file("validators/profiles/" + own + "/profile.json").data() || !store_.split(own).first.empty();
      if (shadows)
        return json::problem_at(member(top, "id"), "shadowed-profile",
                                "The id " + text::quoted(own) + " belongs to a profile of assay.",
                                "Give your profile an id of its own.");
    }
    return static_cast<const JsonDocument*>(documents_.back().get());
  }

  Failure application(const JsonDocument& document, bool overlay, bool user_named) {
    const JsonNode top = root(document);
    if (auto problem = check_profile(top)) return problem;
    const std::string id(content(member(top, "id")));
    const bool is_overlay = content(member(top, "kind")) == "overlay";
    if (is_overlay != overlay)
      return json::problem_at(top, "bad-profile", text::quoted(id) + (overlay ? " is no overlay." : " is an overlay."),
                              overlay ? "Name it with --profile." : "Name it with --overlay, on top of a profile.");
    const auto [same, first] = files_.emplace(id, &document);
    if (!first && same->second->bytes != document.bytes)
      return json::problem_at(member(top, "id"), "duplicate-profile",
                              "The id " + text::quoted(id) + " is also that of " + same->second->file + ".",
                              "Give one of them another id.");
    if (auto problem = circle(id, top)) return problem;
    if (user_named && !overlay) {
      name(id);
      if (profile_->title.empty()) profile_->title = content(member(top, "title"));
    }
    if (!seen_.insert(id).second) return std::nullopt;
    const Link link(chain_, id);
    if (overlay && (member(top, "extends") || member(top, "includes") || member(top, "overlays")))
      return json::problem_at(top, "bad-overlay",
                              "An overlay extends nothing, includes nothing and names no other overlay.",
                              "Keep only its rules and what it tightens.");
    for (const JsonNode node : {member(top, "extends"), first_child(member(top, "includes"))})
      for (JsonNode each = node; each; each = key(node) == "extends" ? JsonNode{} : next_sibling(each))
        if (auto problem = include(std::string(content(each)), each)) return problem;
    if (auto problem = own_requirements(top, id)) return problem;
    for (JsonNode stanza = first_child(member(top, "rules")); stanza; stanza = next_sibling(stanza)) {
      if (overlay && !content(member(stanza, "id")).starts_with(id + "."))
        return json::problem_at(stanza, "bad-overlay",
                                "The ids of rules of this overlay start with " + text::quoted(id + ".") + ".",
                                "Rename the rule.");
      if (auto problem = add_stanza(stanza, id, "", id)) return problem;
    }
    if (member(top, "overlays")) profile_->takes_declared = true;
    if (const JsonNode tight = member(top, "tighten")) tightenings_.push_back({tight, overlay});
    if (overlay) profile_->overlays.push_back({id, "sha256:" + text::sha256_hex(document.bytes), origin_});
    return std::nullopt;
  }

  // Being named twice is fine, naming oneself over others is not; nor is a chain that nobody could follow.
  Failure circle(const std::string& id, JsonNode where) const {
    if (chain_.size() > 32 || documents_.size() > 1'000)
      return json::problem_at(where, "profile-depth", "These profiles include too many others.",
                              "Include them in one profile, side by side.");
    if (std::find(chain_.begin(), chain_.end(), id) == chain_.end()) return std::nullopt;
    std::string way;
    for (auto each = std::find(chain_.begin(), chain_.end(), id); each != chain_.end(); ++each) way += *each + " → ";
    return json::problem_at(where, "profile-cycle", text::quoted(id) + " includes itself: " + way + id + ".",
                            "Break the circle.");
  }

  // A version profile, the floor, or an application profile that another one names.
  Failure include(const std::string& id, JsonNode where) {
    const auto [family_id, version_id] = store_.split(id);
    if (family_id.empty()) {
      auto document = load(id, where);
      if (!document) return document.problem();
      return application(**document, false, false);
    }
    if (auto problem = circle(id, where)) return problem;
    if (!seen_.insert(id).second) return std::nullopt;
    const Link link(chain_, id);
    const auto [row, fresh] = versions_.emplace(family_id, version_id);
    if (!fresh) {
      const std::string message =
          "Two versions of one standard meet: " + family_id + "-" + row->second + " and " + id + ".";
      return at_node({ProblemKind::usage, "two-versions", message, "Keep one of them.", ""}, where);
    }
    const auto found = store_.family(family_id);
    if (!found) return found.problem();
    const Family& family = **found;
    const FamilyVersion& version = *family.find(version_id);
    for (const std::string& other : version.includes)
      if (auto problem = include(other, root(*family.family))) return problem;
    for (const auto& [row_id, node] : family.rows)
      if (auto problem = requirement(node, family_id, version_id, id + "/" + row_id)) return problem;
    if (family.rules)
      for (JsonNode stanza = first_child(member(root(*family.rules), "rules")); stanza; stanza = next_sibling(stanza))
        if (auto problem = add_stanza(stanza, family_id, version_id, id)) return problem;
    return native_rules_of(family_id, id);
  }

  Failure requirement(JsonNode row, const std::string& family, const std::string& version, const std::string& cited) {
    const auto in_versions = strings(member(row, "versions"));
    if (!version.empty() && std::find(in_versions.begin(), in_versions.end(), version) == in_versions.end())
      return std::nullopt;
    const JsonNode own = member(member(row, "in"), version);
    const auto field = [&](const char* name) {
      return std::string(content(member(own, name) ? member(own, name) : member(row, name)));
    };
    Requirement made;
    made.id = cited;
    made.family = family;
    made.row = content(member(row, "id"));
    const std::string level = field("level"), testable = field("testable");
    made.level = level == "MUST" ? Level::must : level == "SHOULD" ? Level::should : Level::may;
    made.testable = testable == "auto" ? Testable::automatic : testable == "manual" ? Testable::manual : Testable::no;
    made.refuse = boolean(member(row, "refuse"));
    made.statement = field("statement");
    made.rationale = field("rationale");
    made.clause = field("clause");
    made.trust = field("trust"), made.wild = field("wild");
    made.xref = strings(member(own, "xref") ? member(own, "xref") : member(row, "xref"));
    rows_[cited] = {member(own, "params"), member(row, "rules")};
    profile_->requirements.push_back(std::move(made));
    return std::nullopt;
  }

  Failure own_requirements(JsonNode top, const std::string& id) {
    for (JsonNode row = first_child(member(top, "requirements")); row; row = next_sibling(row)) {
      if (auto problem = only_keys(row, "id level testable statement rationale clause trust xref rules refuse"))
        return problem;
      if (auto problem = check_row(row)) return problem;
      if (rows_.contains(id + "/" + std::string(content(member(row, "id")))))
        return json::twice(row, "bad-requirement", content(member(row, "id")), "Give one of them another id.");
      if (auto problem = requirement(row, id, "", id + "/" + std::string(content(member(row, "id"))))) return problem;
    }
    return std::nullopt;
  }

  // Rows of this version that a rule cites; a rule without any is not of this version.
  std::vector<std::string> cited(const std::vector<std::string>& wanted, const std::string& owner) const {
    std::vector<std::string> found;
    for (const std::string& id : wanted) {
      const std::string full = id.find('/') == std::string::npos ? owner + "/" + id : id;
      if (rows_.contains(full)) found.push_back(full);
    }
    return found;
  }

  Failure add(Draft draft, JsonNode where) {
    const auto [row, fresh] = drafts_.emplace(draft.id, std::move(draft));
    if (fresh) return std::nullopt;
    return json::twice(where, "duplicate-rule", row->first, "Give one of them another id.");
  }

  Failure add_stanza(JsonNode stanza, const std::string& family, const std::string& version,
                     const std::string& origin) {
    auto draft = read_stanza(stanza, family, version, origin,
                             [this](const auto& wanted, const std::string& owner) { return cited(wanted, owner); });
    if (!draft) return draft.problem();
    return *draft ? add(std::move(**draft), stanza) : std::nullopt;
  }

  Failure native_rules_of(const std::string& family, const std::string& origin) {
    for (const RuleInfo* info : store_.natives) {
      if (!info->id.starts_with(family + ".")) continue;
      Draft draft;
      draft.requirements = cited(words(info->requirements), origin);
      if (draft.requirements.empty()) continue;
      draft.id = info->id;
      draft.kind_name = "native";
      draft.native = info;
      draft.needs = info->needs;
      draft.message = info->message;
      draft.fix = info->fix;
      draft.origin = origin;
      draft.confidence = info->confidence;
      for (const ParamInfo& param : info->params) {
        auto value = read_default(param, info->id);
        if (!value) return value.problem();
        draft.params.emplace(param.name, std::move(*value));
      }
      if (auto problem = add(std::move(draft), {})) return problem;
    }
    return std::nullopt;
  }

  // A row may name rules of a family that every profile has (the safety floor): one defect is found once and traces
  // to both.
  Failure lend_rules() {
    for (const auto& [cited_id, row] : rows_)
      for (JsonNode each = first_child(row.rules); each; each = next_sibling(each)) {
        const auto found = drafts_.find(std::string(content(each)));
        if (found == drafts_.end())
          return json::problem_at(each, "unknown-rule", text::quoted(content(each)) + " is no rule of this profile.",
                                  "Name a rule of the safety floor.");
        found->second.requirements.push_back(cited_id);
      }
    return std::nullopt;
  }

  Failure apply_rows() {
    std::map<std::string, std::set<std::string, std::less<>>> used;  // row → parameters that some rule of it has
    for (auto& [id, draft] : drafts_)
      for (const std::string& cited_id : draft.requirements)
        if (auto problem = apply_row(draft, rows_[cited_id].params, used[cited_id])) return problem;
    for (const auto& [cited_id, names] : used)
      for (JsonNode each = first_child(rows_[cited_id].params); each; each = next_sibling(each))
        if (!names.contains(key(each)))
          return json::problem_at(each, "unknown-parameter",
                                  "No rule of " + cited_id + " has a parameter " + text::quoted(key(each)) + ".",
                                  "Write one that a rule of this requirement has.");
    return std::nullopt;
  }

  Problem unknown_rule(JsonNode node) const {
    std::vector<std::string_view> ids;
    for (const auto& [id, draft] : drafts_) ids.push_back(id);
    return json::problem_at(node, "unknown-rule", text::quoted(key(node)) + " is no rule of this profile.",
                            text::suggestion(key(node), ids, "See: assay rules."));
  }

  Failure tighten() {
    for (const auto& [list, overlay] : tightenings_)
      for (JsonNode node = first_child(list); node; node = next_sibling(node)) {
        const auto found = drafts_.find(std::string(key(node)));
        if (found == drafts_.end() && overlay && store_.has_rule(key(node))) continue;
        if (found == drafts_.end()) return unknown_rule(node);
        if (auto problem = assay::tighten(found->second, node)) return problem;
      }
    return std::nullopt;
  }

  // Parameters of the rows, compilation, order, digest.
  Failure finish() {
    auto& requirements = profile_->requirements;
    sort_by_id(requirements);
    std::string everything = profile_->id + "\n" + canonical(requirements);
    for (auto& [id, draft] : drafts_) {
      Rule rule;
      rule.refuse = draft.refuse;
      Severity severity = Severity::info;
      for (const std::string& cited_id : draft.requirements) {
        const auto at = std::lower_bound(requirements.begin(), requirements.end(), cited_id,
                                         [](const Requirement& a, const std::string& b) { return a.id < b; });
        rule.requirements.push_back(static_cast<std::uint32_t>(at - requirements.begin()));
        rule.refuse = rule.refuse || at->refuse;
        severity = std::max(severity, at->level == Level::must     ? Severity::error
                                      : at->level == Level::should ? Severity::warning
                                                                   : Severity::info);
      }
      severity = std::max(severity, draft.severity.value_or(Severity::info));
      rule.severity = draft.confidence < 1 ? std::min(severity, Severity::warning) : severity;
      rule.id = id;
      rule.needs = draft.needs;
      rule.kind = draft.kind_name;
      rule.confidence = draft.confidence;
      rule.message = draft.message;
      rule.fix = draft.fix;
      rule.origin = draft.origin;
      rule.check = draft.native ? draft.native->check : draft.kind->check;
      auto compiled = assay::compile(draft);
      if (!compiled) return compiled.problem();
      everything += id + "|" + std::to_string(static_cast<int>(rule.severity)) + "|" + rule.kind + "|" + rule.needs +
                    "|" + rule.message + "|" + rule.fix + (rule.refuse ? "|refuse" : "");
      for (const std::string& cited_id : draft.requirements) everything += "|" + cited_id;
      for (const auto& [name, value] : (*compiled)->values) everything += "|" + name + "=" + canonical(value);
      everything += "\n";
      rule.params = std::move(*compiled);
      profile_->rules.push_back(std::move(rule));
    }
    std::ranges::sort(profile_->overlays, {}, &AppliedOverlay::id);
    for (const AppliedOverlay& overlay : profile_->overlays) everything += overlay.id + "\n";
    profile_->digest = "sha256:" + text::sha256_hex(everything);
    return std::nullopt;
  }

  struct Row {
    JsonNode params;
    JsonNode rules;  // of other families, which judge this row too
  };
  const StoreData& store_;
  std::shared_ptr<Profile> profile_;
  std::string origin_ = "command line";  // of overlays
  std::vector<std::unique_ptr<JsonDocument>> documents_;
  std::set<std::string> seen_, names_;
  std::map<std::string, const JsonDocument*> files_;  // id → where it was read
  std::vector<std::string> chain_;
  std::map<std::string, std::string> versions_;  // family → version
  std::map<std::string, Row> rows_;
  std::map<std::string, Draft> drafts_;
  std::vector<std::pair<JsonNode, bool>> tightenings_;  // of an overlay? it may name rules that this lacks
};

}  // namespace

Result<std::shared_ptr<const Profile>> resolve(const Store& store, const ResolveOptions& options) {
  return Resolver(store.data()).resolve(options);
}

}  // namespace assay
