// What only all files of a package together tell.
#include "pages/contents.hpp"

namespace assay::pages_detail {
namespace {

class Connections {
 public:
  Connections(Contents& contents, std::span<const Entry> entries) : contents_(contents) {
    for (std::uint32_t i = 0; i < contents_.pages.size(); ++i)
      by_path_.emplace(entries[contents_.pages[i].entry].path, i);
  }

  // A page that a page of the author opens is the author's, whatever its folder is called.
  void own_pages() {
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < contents_.pages.size(); ++i)
      if (!contents_.pages[i].vendor && contents_.pages[i].kind == Page::Kind::page) open.push_back(i);
    while (!open.empty()) {
      const std::uint32_t from = open.back();
      open.pop_back();
      for (const PageReference& each : contents_.pages[from].references) {
        if (each.use != Use::link && each.use != Use::frame) continue;
        Page* const target = find(each);
        if (!target || !target->vendor || target->kind != Page::Kind::page || in_tool_folder(each.entry)) continue;
        target->vendor = false;
        open.push_back(static_cast<std::uint32_t>(target - contents_.pages.data()));
      }
    }
  }

  // A page whose scripts load others may load any of them.
  void languages_by_script() {
    bool any = false;
    for (const Page& page : contents_.pages) any = any || (page.kind == Page::Kind::script && page.sets_language);
    if (!any) return;
    for (Page& page : contents_.pages) {
      if (page.kind != Page::Kind::page || page.sets_language) continue;
      bool loads = page.loads_scripts;
      for (const PageReference& each : page.references) {
        const Page* const script = each.use == Use::script ? find(each) : nullptr;
        if (!script) continue;
        page.sets_language = page.sets_language || script->sets_language;
        loads = loads || script->loads_scripts;
      }
      page.sets_language = page.sets_language || loads;
    }
  }

 private:
  Page* find(const PageReference& reference) {
    const auto found = by_path_.find(reference.entry);
    return reference.entry.empty() || found == by_path_.end() ? nullptr : &contents_.pages[found->second];
  }

  Contents& contents_;
  std::unordered_map<std::string_view, std::uint32_t> by_path_;
};

}  // namespace

void connect(Contents& contents, std::span<const Entry> entries) {
  Connections connections(contents, entries);
  connections.own_pages();
  connections.languages_by_script();
}

}  // namespace assay::pages_detail
