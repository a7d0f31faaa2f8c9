// From a vector to a package: base, tokens, edits.
#include <algorithm>
#include <tuple>

#include "profile/store_data.hpp"
#include "text/encode.hpp"
#include "text/unicode.hpp"
#include "vectors/text_value.hpp"
#include "vectors/vector.hpp"
#include "vectors/zip_edit.hpp"
#include "vectors/zip_writer.hpp"

namespace assay::vectors {
namespace {

using Failure = std::optional<Problem>;

// A manifest comes first in a zip: that is where tools put it, and where people look.
bool goes_before(const ZipEntry& a, const ZipEntry& b) {
  const bool first = a.name == "imsmanifest.xml", second = b.name == "imsmanifest.xml";
  return first != second ? first : a.name < b.name;
}

class Builder {
 public:
  Builder(const Suite& suite, const Vector& vector)
      : suite_(suite),
        vector_(vector),
        top_(root(*vector.document)),
        tokens_(suite.tokens(vector.family, vector.version)) {}

  Result<Built> make() {
    if (auto problem = base()) return *problem;
    for (JsonNode edit = first_child(member(top_, "edits")); edit; edit = next_sibling(edit))
      if (auto problem = apply(edit)) return *problem;
    auto built = finish();
    if (built)
      if (auto problem = put_beside(*built)) return *problem;
    return built;
  }

 private:
  // "imscp/minimal": the folder of the vector's own version, or "any"; of another family the best there is.
  Failure base() {
    const std::string& wanted = vector_.base;
    if (wanted == "none") return std::nullopt;
    const std::size_t slash = wanted.find('/');
    const auto no_base = [&](std::string advice) {
      return broken(member(top_, "base"), "There is no base " + text::quoted(wanted) + " for " + vector_.profile + ".",
                    std::move(advice));
    };
    if (slash == std::string::npos) return no_base("Write family/name, or none.");
    const std::string family = wanted.substr(0, slash);
    const auto folders = suite_.base_folders(family, wanted.substr(slash + 1), vector_.version);
    const bool own = family == vector_.family;
    if (folders.empty() || (own && version_in(folders[0]) != vector_.version && version_in(folders[0]) != "any"))
      return no_base("Put it into " + family + "/base/" + (own ? vector_.version : "any") + "/.");
    // Tokens of the base's family stand behind those of the vector's own.
    Tokens tokens = tokens_;
    for (const auto& [name, value] : suite_.tokens(family, version_in(folders[0]))) tokens.emplace(name, value);
    tokens_ = std::move(tokens);
    for (const std::string& path : suite_.files_under(folders[0])) {
      const std::string& bytes = *suite_.file(path);
      const bool words = text::is_valid_utf8(bytes) && bytes.find('\0') == std::string::npos;
      files_.push_back({path.substr(folders[0].size()), Blob(words ? with_tokens(bytes, tokens_) : bytes)});
    }
    std::sort(files_.begin(), files_.end(), goes_before);
    return std::nullopt;
  }

  Failure put_beside(Built& built) {
    for (JsonNode each = first_child(member(top_, "beside")); each; each = next_sibling(each)) {
      if (auto problem = only_keys(each, "write text")) return problem;
      const auto name = read_text(member(each, "write") ? member(each, "write") : each, tokens_);
      if (!name) return name.problem();
      auto bytes = read_blob(member(each, "text") ? member(each, "text") : each, tokens_);
      if (!bytes) return bytes.problem();
      built.beside.emplace_back(*name, std::move(*bytes));
    }
    return std::nullopt;
  }

  static std::string version_in(const std::string& folder) {  // "imscp/base/1.1.2/minimal/"
    const std::size_t at = folder.find("/base/") + 6;
    return folder.substr(at, folder.find('/', at) - at);
  }

  ZipEntry* find(const std::string& name) {
    const auto at = std::find_if(files_.begin(), files_.end(), [&](const ZipEntry& file) { return file.name == name; });
    return at == files_.end() ? nullptr : &*at;
  }

  Failure apply(JsonNode edit) {
    if (member(edit, "zip")) {
      if (auto problem = only_keys(edit, "zip")) return problem;
      return edit_zip(member(edit, "zip"), tokens_, files_, lies_);
    }
    constexpr std::tuple<std::string_view, std::string_view, Failure (Builder::*)(JsonNode, const std::string&)>
        verbs[] = {{"write", "write text method times", &Builder::write_file},
                   {"link", "link to", &Builder::make_link},
                   {"pipe", "pipe", &Builder::make_pipe},
                   {"remove", "remove", &Builder::remove},
                   {"rename", "rename to", &Builder::rename},
                   {"replace", "replace old new", &Builder::replace},
                   {"encode", "encode encoding", &Builder::encode}};
    for (const auto& [verb, keys, handler] : verbs) {
      const JsonNode target = member(edit, verb);
      if (!target) continue;
      if (auto problem = only_keys(edit, keys)) return problem;
      const auto name = read_text(target, tokens_);
      if (!name) return name.problem();
      if (verb != "write" && verb != "link" && verb != "pipe" && !find(*name))
        return broken(target, "There is no file " + text::quoted(*name) + " here.");
      return (this->*handler)(edit, *name);
    }
    return broken(edit, "This is no edit.", "Write one of write, remove, rename, replace, encode, link, pipe, zip.");
  }

  Failure write_file(JsonNode edit, const std::string& name) {
    auto content_blob = read_blob(member(edit, "text") ? member(edit, "text") : edit, tokens_);
    if (!content_blob) return content_blob.problem();
    const std::string_view method = content(member(edit, "method"));
    if (!method.empty() && method != "deflate" && method != "stored")
      return json::takes(member(edit, "method"), "bad-vector", "method", "stored or deflate");
    if (const JsonNode times = member(edit, "times")) {
      const auto count = read_integer(times, 0, 1 << 21);
      const std::size_t number = name.find("{n}");
      if (!count) return count.problem();
      if (number == std::string::npos) return broken(edit, "A file that is written several times has {n} in its name.");
      for (std::int64_t i = 0; i < *count; ++i) {
        std::string each = name;
        each.replace(number, 3, std::to_string(i));
        files_.push_back({.name = std::move(each), .content = *content_blob, .deflate = method == "deflate"});
      }
      return std::nullopt;
    }
    ZipEntry* file = find(name);
    if (!file) file = &files_.emplace_back(ZipEntry{.name = name, .content = {}});
    file->content = std::move(*content_blob);
    file->deflate = method == "deflate";
    return std::nullopt;
  }

  // In a directory: a link as it stands, and a pipe that nobody writes to.
  Failure make_link(JsonNode edit, const std::string& name) {
    auto to = read_text(member(edit, "to") ? member(edit, "to") : edit, tokens_);
    if (!to) return to.problem();
    specials_.push_back({name, std::move(*to)});
    return std::nullopt;
  }
  Failure make_pipe(JsonNode, const std::string& name) {
    specials_.push_back({name, std::nullopt});
    return std::nullopt;
  }

  Failure remove(JsonNode, const std::string& name) {
    files_.erase(files_.begin() + (find(name) - files_.data()));
    return std::nullopt;
  }

  Failure rename(JsonNode edit, const std::string& name) {
    auto to = read_text(member(edit, "to") ? member(edit, "to") : edit, tokens_);
    if (!to) return to.problem();
    find(name)->name = std::move(*to);
    return std::nullopt;
  }

  // Exactly one place, or the vector would test something else than it says.
  Failure replace(JsonNode edit, const std::string& name) {
    const JsonNode old_node = member(edit, "old"), new_node = member(edit, "new");
    if (!old_node || !new_node) return json::missing(edit, "bad-vector", old_node ? "new" : "old");
    const auto before = read_text(old_node, tokens_), after = read_text(new_node, tokens_);
    if (!before) return before.problem();
    if (!after) return after.problem();
    ZipEntry* file = find(name);
    if (!file->content.flat()) return larger_than(edit, Blob::hole_from);
    if (before->empty()) return broken(old_node, "\"old\" is empty.");
    std::string bytes = *file->content.flat();
    const std::size_t at = bytes.find(*before);
    if (at == std::string::npos) return broken(old_node, "This text does not stand in " + text::visible(name) + ".");
    if (bytes.find(*before, at + 1) != std::string::npos)
      return broken(old_node, "This text stands more than once in " + text::visible(name) + ".",
                    "Take more of what stands around it.");
    file->content = Blob(bytes.replace(at, before->size(), *after));
    return std::nullopt;
  }

  Failure encode(JsonNode edit, const std::string& name) {
    const JsonNode encoding = member(edit, "encoding");
    ZipEntry* file = find(name);
    auto bytes =
        file->content.flat() ? text::encode(*file->content.flat(), std::string(content(encoding))) : std::nullopt;
    if (!bytes) return not_in_encoding(encoding ? encoding : edit);
    file->content = Blob(std::move(*bytes));
    return std::nullopt;
  }

  Result<Built> finish() {
    Built built;
    const JsonNode place = member(top_, "as");
    const std::string as(place ? content(place) : "zip");
    if (!specials_.empty() && as != "directory")
      return broken(place, "Links and pipes stand in a directory; in a zip, set \"external\".");
    if (as == "directory") {
      built.kind = Built::Kind::directory;
      built.name = "package";
      for (ZipEntry& file : files_) built.files.emplace_back(std::move(file.name), std::move(file.content));
      built.specials = std::move(specials_);
    } else if (as.starts_with("document:")) {
      built.kind = Built::Kind::document;
      const ZipEntry* file = find(as.substr(9));
      if (!file) return broken(place, "There is no file " + text::quoted(as.substr(9)) + " here.");
      built.name = file->name.substr(file->name.rfind('/') + 1);
      built.content = file->content;
    } else if (as == "zip") {
      built.name = "package.zip";
      built.content = write_zip(files_, lies_);
    } else {
      return json::takes(place, "bad-vector", "as", "zip, directory or document:NAME");
    }
    return built;
  }

  const Suite& suite_;
  const Vector& vector_;
  JsonNode top_;
  Tokens tokens_;
  std::vector<ZipEntry> files_;
  std::vector<Special> specials_;
  ZipLies lies_;
};

}  // namespace

Result<Built> build(const Suite& suite, const Vector& vector) { return Builder(suite, vector).make(); }

}  // namespace assay::vectors
