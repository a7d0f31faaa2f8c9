// What a Package holds. Filled by open(), constant afterwards; the lazily made parts are guarded.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <assay/package.hpp>

#include "archive/archive.hpp"
#include "contents/content.hpp"
#include "json/document.hpp"
#include "package/format.hpp"
#include "xml/document.hpp"
#include "xpath/xpath.hpp"

namespace assay {

namespace pages_detail {
struct Contents;
struct LanguageUses;
}  // namespace pages_detail
namespace media {
struct Recordings;
}

struct Course {
  std::vector<Organization> organizations;
  std::vector<Item> items;
  std::unordered_map<std::string_view, std::uint32_t> item_index;  // by identifier
  std::vector<Resource> resources;
  std::vector<Dependency> dependencies;
  std::vector<Reference> references;
  std::uint32_t missing_references = 0, dangling = 0;  // the latter: items and dependencies that name no resource
  bool too_long = false;                               // the limit address-bytes was hit
  std::vector<bool> listed;                            // by entry
  std::deque<std::string> strings;                     // what the views above point at
};

struct SequencingData;  // lib/sequencing

struct PackageData {
  explicit PackageData(Source s, Limits l, archive::Archive a)
      : source(std::move(s)), limits(l), archive(std::move(a)) {}

  Source source;
  Limits limits;
  archive::Archive archive;
  Recognised recognised;
  std::vector<Document> documents;
  std::vector<std::unique_ptr<XmlDocument>> xml;  // also partial trees of documents that are not well-formed
  std::vector<std::unique_ptr<JsonDocument>> json;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> roles;  // role → documents
  std::vector<Problem> problems;
  std::uint64_t inflated = 0;
  Course course;

  [[nodiscard]] const xpath::Tree* tree(std::string_view role, std::uint32_t index, const Package&) const;
  [[nodiscard]] const SequencingData& sequencing() const;
  /// Read on the first question; whoever looks on sees the same bytes.
  [[nodiscard]] const contents::Content& contents(const Package&, contents::Onlooker* = nullptr) const;
  [[nodiscard]] std::span<const LookAlike> look_alikes() const;
  /// What a look into the files gave (lib/pages), made on the first question.
  template <class Make>
  const pages_detail::Contents& page_facts(Make make) const {
    std::call_once(pages_once_, [&] { pages_ = make(); });
    return *pages_;
  }
  /// Null as long as nobody asked.
  [[nodiscard]] const pages_detail::Contents* page_facts_if_made() const { return pages_.get(); }
  template <class Make>
  const pages_detail::LanguageUses& language_uses(Make make) const {
    std::call_once(language_once_, [&] { language_ = make(); });
    return *language_;
  }
  template <class Make>
  const media::Recordings& recordings(Make make) const {
    std::call_once(recordings_once_, [&] { recordings_ = make(); });
    return *recordings_;
  }
  std::string_view keep(std::string) const;  // for messages; lives as long as the package

 private:
  mutable std::mutex mutex_, trees_mutex_;
  mutable std::map<std::pair<std::string, std::uint32_t>, std::unique_ptr<xpath::Tree>> trees_;
  mutable std::once_flag sequencing_once_;
  mutable std::shared_ptr<const SequencingData> sequencing_;
  mutable std::deque<std::string> kept_;
  mutable std::once_flag contents_once_, look_alikes_once_;
  mutable std::vector<LookAlike> look_alikes_;
  mutable std::unique_ptr<contents::Content> contents_;
  mutable std::once_flag pages_once_, language_once_, recordings_once_;
  mutable std::shared_ptr<const media::Recordings> recordings_;
  mutable std::shared_ptr<const pages_detail::LanguageUses> language_;
  mutable std::shared_ptr<const pages_detail::Contents> pages_;
};

struct PackageAccess {
  static Package make(std::unique_ptr<PackageData> data) { return Package(std::move(data)); }
};

/// lib/package/course.cpp
[[nodiscard]] Course make_course(const PackageData&, const XmlDocument& manifest);
/// lib/package/start_files.cpp: who lists the start file of each resource.
void find_start_files(Course&);
/// lib/package/resolve_href.cpp: looks a reference up; `base` is the joined xml:base, `root` the manifest's folder.
struct Resolved {
  Resolution resolution = Resolution::missing;
  std::string target;
  std::uint32_t entry = none;
};
[[nodiscard]] Resolved resolve_href(const PackageData&, std::string_view base, std::string_view href);
/// The same from any folder: `root` stands in front of what was found ("" when `base` is a folder of the archive).
[[nodiscard]] Resolved resolve_from(const PackageData&, std::string_view root, std::string_view base,
                                    std::string_view href);
/// The inventory as a tree for XPath (lib/inventory).
[[nodiscard]] std::unique_ptr<xpath::Tree> make_inventory_tree(const Package&);

}  // namespace assay
