// Any bytes as titles, names and values of a package whose report goes through every renderer.
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <assay/render.hpp>
#include <assay/store.hpp>
#include <assay/validate.hpp>

#include "text/unicode.hpp"

namespace {

std::string manifest_with(std::string_view value) {
  std::string text = "<manifest xmlns=\"http://www.imsproject.org/xsd/imscp_rootv1p1p2\" identifier=\"";
  return text.append(value)
      .append("\"><organizations default=\"")
      .append(value)
      .append("\"><organization identifier=\"")
      .append(value)
      .append("\"><item identifierref=\"")
      .append(value)
      .append("\"><title>")
      .append(value)
      .append("</title></item></organization></organizations><resources><resource href=\"")
      .append(value)
      .append("\"/></resources></manifest>");
}

std::optional<assay::Report> judged(const std::string& text, const std::shared_ptr<const assay::Profile>& profile) {
  const auto package = assay::open({"fuzz.xml", &text});
  if (!package) return std::nullopt;
  return assay::validate(*package, profile);
}

// SCORM 1.2 with the rules that some probes reach: a page says each row in ten languages, and rows that are the same
// for every input would take most of the time.
std::shared_ptr<const assay::Profile> reached_profile() {
  const assay::Store store;
  const auto whole = *assay::resolve(store, {{"scorm-1.2"}, {}});
  std::vector<bool> rules(whole->rules.size()), rows(whole->requirements.size());
  for (const char* value : {"a", "", "\t", "file:///c", "../a%20B/c.html?d#e"})
    if (const auto probe = judged(manifest_with(value), whole))
      for (std::size_t i = 0; i < rules.size(); ++i)
        if (probe->outcomes[i].outcome != assay::Outcome::inapplicable) rules[i] = true;
  for (std::size_t i = 0; i < rules.size(); ++i)
    if (rules[i])
      for (const std::uint32_t row : whole->rules[i].requirements) rows[row] = true;
  auto reached = std::make_shared<assay::Profile>(*whole);
  reached->rules.clear();
  reached->requirements.clear();
  std::vector<std::uint32_t> now(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    now[i] = static_cast<std::uint32_t>(reached->requirements.size());
    if (rows[i]) reached->requirements.push_back(whole->requirements[i]);
  }
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (!rules[i]) continue;
    assay::Rule& rule = reached->rules.emplace_back(whole->rules[i]);
    for (std::uint32_t& row : rule.requirements) row = now[row];
  }
  return reached;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static const auto profile = reached_profile();
  std::string value;
  for (const char c : std::string_view(reinterpret_cast<const char*>(data), size))
    value += c == '<' ? "&lt;" : c == '&' ? "&amp;" : c == '"' ? "&quot;" : std::string(1, c);
  const auto report = judged(manifest_with(value), profile);
  if (!report) return 0;
  for (const assay::RendererInfo& row : assay::renderer_table()) {
    std::string out;
    const auto renderer = row.make({}, [&](std::string_view part) {
      out += part;
      return true;
    });
    if (!renderer->begin() || !renderer->add(*report) || !renderer->end({})) std::abort();
    if (!assay::text::is_valid_utf8(out) || out.find('\x1b') != std::string::npos) std::abort();
  }
  return 0;
}
