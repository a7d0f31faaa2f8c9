// From a vector to a package: base, tokens, edits.
#include <algorithm>
#include <fstream>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "text/encode.hpp"
#include "vectors/vector.hpp"
#include "vectors/zip_writer.hpp"

namespace assay::vectors {
namespace {

std::string unhex(std::string_view text) {
  std::string out;
  int high = -1;
  for (const char c : text) {
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) continue;
    if (high < 0) {
      high = digit;
    } else {
      out.push_back(static_cast<char>(high * 16 + digit));
      high = -1;
    }
  }
  return out;
}

std::string unbase64(std::string_view text) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const std::size_t value = alphabet.find(c);
    if (value == std::string_view::npos) continue;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    if ((count += 6) >= 8) out.push_back(static_cast<char>(bits >> (count -= 8) & 0xFF));
  }
  return out;
}

class Builder {
 public:
  Builder(const Suite& suite, const Vector& vector) : suite_(suite), vector_(vector), top_(root(*vector.document)) {}

  Result<Built> make() {
    tokens_ = suite_.tokens(vector_.family, vector_.version);
    if (auto problem = base()) return *problem;
    for (JsonNode edit = first_child(member(top_, "edits")); edit; edit = next_sibling(edit))
      if (auto problem = apply(edit)) return *problem;
    return finish();
  }

 private:
  using Failure = std::optional<Problem>;

  Problem broken(JsonNode node, std::string message) const {
    return json::problem_at(node, "bad-vector", std::move(message), "Repair the vector.");
  }

  std::string with_tokens(std::string text) const {
    for (const auto& [name, value] : tokens_) {
      const std::string token = "{" + name + "}";
      for (std::size_t at = 0; (at = text.find(token, at)) != std::string::npos; at += value.size())
        text.replace(at, token.size(), value);
    }
    return text;
  }

  Failure base() {
    const std::string wanted(content(member(top_, "base")));
    if (wanted.empty() || wanted == "none") return std::nullopt;
    const std::size_t slash = wanted.find('/');
    const std::string family = wanted.substr(0, slash), name = wanted.substr(slash + 1);
    // The version of the vector; a base of another family is taken in its "any" or first version.
    std::vector<std::string> versions = {vector_.version, "any"};
    const std::vector<std::string> all = suite_.files_under(family + "/base/");
    if (!all.empty()) {
      const std::size_t start = family.size() + 6;
      versions.push_back(all.front().substr(start, all.front().find('/', start) - start));
    }
    for (const std::string& version : versions) {
      const std::string prefix = family + "/base/" + version + "/" + name + "/";
      const auto paths = suite_.files_under(prefix);
      if (paths.empty()) continue;
      tokens_ = suite_.tokens(family, version);
      tokens_.insert(suite_.tokens(vector_.family, vector_.version).begin(),
                     suite_.tokens(vector_.family, vector_.version).end());
      for (const std::string& path : paths)
        files_.push_back({path.substr(prefix.size()), with_tokens(*suite_.file(path)), false, {}, {}});
      break;
    }
    if (files_.empty())
      return broken(member(top_, "base"), "There is no base \"" + wanted + "\" for version " + vector_.version + ".");
    std::stable_sort(files_.begin(), files_.end(), [](const ZipEntry& a, const ZipEntry& b) {
      return (a.name == "imsmanifest.xml") != (b.name == "imsmanifest.xml") ? a.name == "imsmanifest.xml"
                                                                            : a.name < b.name;
    });
    return std::nullopt;
  }

  Result<std::string> text(JsonNode node) const {
    if (type(node) == JsonType::string) return with_tokens(std::string(content(node)));
    if (const JsonNode hex = member(node, "hex")) return unhex(content(hex));
    if (const JsonNode coded = member(node, "base64")) return unbase64(content(coded));
    if (const JsonNode encoding = member(node, "encoding")) {
      auto encoded =
          text::encode(with_tokens(std::string(content(member(node, "text")))), std::string(content(encoding)));
      if (!encoded) return broken(encoding, "The text cannot be written in " + std::string(content(encoding)) + ".");
      return *encoded;
    }
    if (const JsonNode repeat = member(node, "repeat")) {
      auto once = text(repeat);
      const auto times = static_cast<std::uint64_t>(number(member(node, "times")));
      if (!once) return once;
      if (once->size() * times > (256ull << 20)) return broken(node, "The repeated text is larger than 256 MiB.");
      std::string out;
      for (std::uint64_t i = 0; i < times; ++i) out += *once;
      return out;
    }
    if (const JsonNode zeros = member(node, "zeros"))
      return std::string(static_cast<std::size_t>(std::min<double>(number(zeros), 1e8)), '\0');
    if (const JsonNode parts = member(node, "concat")) {
      std::string out;
      for (JsonNode part = first_child(parts); part; part = next_sibling(part)) {
        auto one = text(part);
        if (!one) return one;
        out += *one;
      }
      return out;
    }
    return broken(node,
                  "A text is a string, or one of hex, base64, text with encoding, repeat with times, zeros, concat.");
  }

  ZipEntry* find(const std::string& name) {
    for (ZipEntry& file : files_)
      if (file.name == name) return &file;
    return nullptr;
  }

  Failure apply(JsonNode edit) {
    const JsonNode first = first_child(edit);
    const std::string verb(key(first));
    if (verb == "zip") return zip(first);
    auto name = text(first);
    if (!name) return name.problem();
    ZipEntry* file = find(*name);
    if (verb == "write") {
      auto bytes = text(member(edit, "text"));
      if (!bytes) return bytes.problem();
      if (!file) file = &files_.emplace_back(ZipEntry{*name, {}, false, {}, {}});
      file->bytes = std::move(*bytes);
      file->deflate = content(member(edit, "method")) == "deflate";
      return std::nullopt;
    }
    if (!file) return broken(first, "There is no file \"" + *name + "\" in the base.");
    if (verb == "remove") {
      files_.erase(files_.begin() + (file - files_.data()));
    } else if (verb == "rename") {
      auto to = text(member(edit, "to"));
      if (!to) return to.problem();
      file->name = std::move(*to);
    } else if (verb == "replace") {
      auto old_text = text(member(edit, "old")), new_text = text(member(edit, "new"));
      if (!old_text) return old_text.problem();
      if (!new_text) return new_text.problem();
      const std::size_t at = file->bytes.find(*old_text);
      if (at == std::string::npos) return broken(member(edit, "old"), "This text does not stand in " + *name + ".");
      if (file->bytes.find(*old_text, at + 1) != std::string::npos)
        return broken(member(edit, "old"), "This text stands more than once in " + *name + ".");
      file->bytes.replace(at, old_text->size(), *new_text);
    } else if (verb == "encode") {
      auto encoded = text::encode(file->bytes, std::string(content(member(edit, "encoding"))));
      if (!encoded) return broken(edit, "The file cannot be written in that encoding.");
      file->bytes = std::move(*encoded);
    } else {
      return broken(first, "\"" + verb + "\" is no edit; write, remove, replace, rename, encode and zip are.");
    }
    return std::nullopt;
  }

  Failure lie(HeaderLies& lies, JsonNode fields) {
    for (JsonNode field = first_child(fields); field; field = next_sibling(field)) {
      const std::string_view name = key(field);
      const auto value = static_cast<std::uint32_t>(number(field));
      if (name == "name" || name == "extra") {
        auto bytes = text(field);
        if (!bytes) return bytes.problem();
        (name == "name" ? lies.name : lies.extra) = std::move(*bytes);
      } else if (name == "flags") {
        lies.flags = static_cast<std::uint16_t>(value);
      } else if (name == "method") {
        lies.method = static_cast<std::uint16_t>(value);
      } else if (name == "version") {
        lies.version = static_cast<std::uint16_t>(value);
      } else if (name == "crc") {
        lies.crc = value;
      } else if (name == "csize") {
        lies.compressed_size = value;
      } else if (name == "usize") {
        lies.size = value;
      } else if (name == "external") {
        lies.external = value;
      } else if (name == "offset") {
        lies.offset = value;
      } else {
        return broken(field, "\"" + std::string(name) + "\" is no field of a zip header.");
      }
    }
    return std::nullopt;
  }

  Failure zip(JsonNode change) {
    for (JsonNode each = first_child(change); each; each = next_sibling(each)) {
      const std::string_view name = key(each);
      if (name == "entry" || name == "local" || name == "central" || name == "both") continue;
      if (name == "prepend" || name == "append" || name == "comment") {
        auto bytes = text(each);
        if (!bytes) return bytes.problem();
        (name == "prepend" ? lies_.prepend : name == "append" ? lies_.append : lies_.comment) = std::move(*bytes);
      } else if (name == "truncate") {
        lies_.truncate = static_cast<std::uint64_t>(number(each));
      } else if (name == "flip") {
        lies_.flips.push_back(static_cast<std::uint64_t>(number(each)));
      } else if (name == "eocd") {
        if (const JsonNode n = member(each, "entries")) lies_.entries = static_cast<std::uint16_t>(number(n));
        if (const JsonNode n = member(each, "size")) lies_.directory_size = static_cast<std::uint32_t>(number(n));
        if (const JsonNode n = member(each, "offset")) lies_.directory_offset = static_cast<std::uint32_t>(number(n));
      } else if (name == "order") {
        std::vector<ZipEntry> ordered;
        for (JsonNode row = first_child(each); row; row = next_sibling(row))
          if (ZipEntry* file = find(std::string(content(row)))) ordered.push_back(*file);
        files_ = std::move(ordered);
      } else {
        return broken(each, "\"" + std::string(name) + "\" is no change of a zip.");
      }
    }
    const JsonNode which = member(change, "entry");
    if (!which) return std::nullopt;
    ZipEntry* file = nullptr;
    if (type(which) == JsonType::number) {
      const auto index = static_cast<std::size_t>(number(which));
      file = index < files_.size() ? &files_[index] : nullptr;
    } else {
      file = find(std::string(content(which)));
    }
    if (!file) return broken(which, "There is no such entry.");
    for (const char* part : {"both", "local"})
      if (const JsonNode fields = member(change, part))
        if (auto problem = lie(file->local, fields)) return problem;
    for (const char* part : {"both", "central"})
      if (const JsonNode fields = member(change, part))
        if (auto problem = lie(file->central, fields)) return problem;
    return std::nullopt;
  }

  Result<Built> finish() {
    Built built;
    const std::string as(content(member(top_, "as")));
    if (as == "directory") {
      built.kind = Built::Kind::directory;
      built.name = "package";
      for (ZipEntry& file : files_) built.files.emplace_back(std::move(file.name), std::move(file.bytes));
    } else if (as.starts_with("document:")) {
      built.kind = Built::Kind::document;
      built.name = as.substr(9);
      const ZipEntry* file = find(built.name);
      if (!file) return broken(member(top_, "as"), "There is no file \"" + built.name + "\".");
      built.bytes = file->bytes;
    } else {
      built.name = "package.zip";
      built.bytes = write_zip(files_, lies_);
    }
    return built;
  }

  const Suite& suite_;
  const Vector& vector_;
  JsonNode top_;
  std::map<std::string, std::string> tokens_;
  std::vector<ZipEntry> files_;
  ZipLies lies_;
};

bool safe_name(const std::string& name) {
  return !name.empty() && name.front() != '/' && name.find("..") == std::string::npos &&
         name.find('\0') == std::string::npos;
}

}  // namespace

Result<Built> build(const Suite& suite, const Vector& vector) { return Builder(suite, vector).make(); }

Result<std::string> write(const Built& built, const std::string& folder) {
  const auto failed = [&](const std::string& path) {
    return Problem{ProblemKind::internal, "cannot-write", "The package cannot be written.",
                   "Check the space and permissions of the folder.", path};
  };
  const auto put = [](const std::string& path, const std::string& bytes) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return file.good();
  };
  const std::string path = folder + "/" + built.name;
  if (built.kind != Built::Kind::directory) return put(path, built.bytes) ? Result<std::string>(path) : failed(path);
  ::mkdir(path.c_str(), 0755);
  for (const auto& [name, bytes] : built.files) {
    if (!safe_name(name)) return failed(path + "/" + name);
    for (std::size_t slash = name.find('/'); slash != std::string::npos; slash = name.find('/', slash + 1))
      ::mkdir((path + "/" + name.substr(0, slash)).c_str(), 0755);
    if (!put(path + "/" + name, bytes)) return failed(path + "/" + name);
  }
  return path;
}

}  // namespace assay::vectors
