// One pass over the files of a package: each is read at most once, within budgets, and every scanner that is meant for
// it runs over the same bytes. Scanners are linear and never decode pictures, follow addresses or run anything.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include <assay/content.hpp>
#include <assay/package.hpp>

namespace assay::contents {

enum class Sign : std::uint8_t {
  program,
  disguised_program,
  active_attachment,
  disguised_markup,
  disguised_archive,
  other_picture,
  hidden_archive,
  server_code,
  oversized_picture,
  overrunning_part,
  svg_script,
  svg_foreign_object,
  svg_external,
  external_script,
  external_resource,
  mixed_content,
  origin_power,
  form_target,
  external_entity,
  explosive_entity,
  outside_inclusion,
  outside_stylesheet,
  local_schema_location,
  private_key,
  credential,
  learner_data,
  user_path,
  lti_secret,
  lti_insecure,
  script_in_json,
  unsigned_token,
  scorm_api,
  scorm_data,
  count_  // not a sign
};
constexpr auto sign_count = static_cast<std::size_t>(Sign::count_);

/// Kinds of files; a sign is looked for in some of them.
enum FileClass : std::uint16_t {
  page = 1,
  style = 2,
  script = 4,
  svg = 8,
  xml_text = 16,
  json_text = 32,
  other_text = 64,
  picture = 128,
  other_media = 256,  // recordings, films, fonts, PDF
  other_bytes = 512,
};
constexpr unsigned any_text = page | style | script | svg | xml_text | json_text | other_text;
constexpr unsigned any_media = picture | other_media;
constexpr unsigned any_file = 0x3FF;

struct Content {
  std::array<std::vector<Sighting>, sign_count> seen;
  std::array<std::uint64_t, 10> examined{}, left_out{};  // files by class bit
  std::uint64_t files = 0, bytes = 0;                    // read
  std::deque<std::string> strings;                       // what the views point at
};

/// The row of a sign; null when there is none of that name.
[[nodiscard]] const SignInfo* find_sign(std::string_view name);
[[nodiscard]] unsigned classes_of(Sign);

/// Somebody else who wants to see the same bytes (lib/pages), so that no file is read twice.
struct Onlooker {
  virtual ~Onlooker() = default;
  /// How much of this file: 0 for nothing.
  [[nodiscard]] virtual std::uint64_t wants(std::uint32_t entry) = 0;
  /// `whole`: these are all bytes of the file. `decoded`: they are UTF-8 already.
  virtual void see(std::uint32_t entry, std::string bytes, bool whole, bool decoded) = 0;
  virtual void cannot_see(std::uint32_t entry, const Problem&) = 0;
};

/// Reads the package's files.
[[nodiscard]] Content read_content(const Package&, Onlooker* = nullptr);

}  // namespace assay::contents
