// Document type declarations: found, blanked, looked at; never obeyed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace assay::xml {

/// What an internal subset declares, as far as safety is concerned. Views point into the text.
struct Entity {
  std::string_view name, value, system;  // `system` is set when it is external
  std::size_t offset = 0;                // of its "<!ENTITY"
  bool parameter = false;
  bool unparsed = false;  // NDATA: a note for applications, no parser fetches it
};
struct Doctype {
  bool present = false;
  bool closed = false;             // its ">" is there
  std::size_t begin = 0, end = 0;  // "<!DOCTYPE" and behind ">" (or the end of the text)
  std::string_view system;         // of the external subset
  std::vector<Entity> entities;
};
/// The declaration that stands in the prolog at or behind `from`.
[[nodiscard]] Doctype find_doctype(std::string_view text, std::size_t from = 0);

/// Names the entity whose expansion is a danger: nested deeply, in a loop, or out of proportion, counting the
/// references in the text behind the declaration too. Null when there is none. Linear time.
[[nodiscard]] const Entity* explosive_entity(const Doctype&, std::string_view text);

/// Overwrites the declaration with white space (line breaks kept), so that no parser ever reads it and all offsets
/// stay. What follows an unclosed one goes too; a second one is left as an empty declaration, which no parser accepts.
/// Returns false when there is none.
bool blank_doctype(std::string& text, std::uint32_t& offset);

}  // namespace assay::xml
