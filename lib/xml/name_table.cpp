#include "xml/name_table.hpp"

#include "xml/namespaces.hpp"

namespace assay::xml {
namespace {

// What one name costs besides its bytes, here and in Xerces, whose tables of names do not grow with them.
constexpr std::uint64_t cost_of_name = 512;
constexpr std::size_t usual_namespace = 256;  // those of standards have a third of it

}  // namespace

std::uint32_t NameTable::find(unsigned int uri_id, const XMLCh* prefix, const XMLCh* local) {
  key_.assign(1, static_cast<char16_t>(uri_id));
  key_ += local;
  key_ += u'\x1';
  if (prefix) key_ += prefix;
  const auto found = interned_.find(key_);
  if (found == interned_.end()) return XmlDocument::absent;
  // The parser and the diagnosis look at all of a namespace at each use of it.
  const std::size_t size = document_.names[found->second].uri.size();
  if (size > usual_namespace) bytes_ += size;
  return found->second;
}

std::uint32_t NameTable::add(std::string uri, const XMLCh* prefix, const XMLCh* local) {
  XmlDocument::Name made;
  made.uri = std::move(uri);
  made.local = utf8(local);
  bytes_ += cost_of_name + 2 * made.uri.size() + 3 * made.local.size();
  const std::string written_prefix = prefix ? utf8(prefix) : std::string();
  made.written = written_prefix.empty() ? made.local : written_prefix + ":" + made.local;
  if (made.uri == "http://www.w3.org/2000/xmlns/") {
    made.canonical = made.written;
  } else if (made.uri.empty()) {
    made.canonical = made.local;
  } else if (const Namespace* known = find_namespace(made.uri)) {
    made.canonical = std::string(known->prefix) + ":" + made.local;
  } else {
    made.canonical = "{" + made.uri + "}" + made.local;
  }
  const auto [group, fresh] =
      document_.group_ids.emplace(made.canonical, static_cast<std::uint32_t>(document_.groups.size()));
  if (fresh) document_.groups.push_back({});
  made.group = group->second;
  document_.names.push_back(std::move(made));
  return interned_[key_] = static_cast<std::uint32_t>(document_.names.size() - 1);
}

}  // namespace assay::xml
