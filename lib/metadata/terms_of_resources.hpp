// What the terms of Dublin Core and of LRMI (schema.org) are in the common record, whatever carries them.
#pragma once

#include <string>
#include <string_view>

#include <assay/metadata.hpp>

namespace assay::metadata {

/// "title" of "DC.title", "dcterms:title", "schema:title", or of the term's whole address; empty when the prefix is
/// of another vocabulary. `prefixed` tells that there was one.
struct BareTerm {
  std::string_view name;
  bool prefixed = false;
};
[[nodiscard]] BareTerm bare_term(std::string_view);
/// An address of one of these vocabularies.
[[nodiscard]] bool is_resource_vocabulary(std::string_view address);

/// Puts a value where it belongs; false when the term has no place in the record. Letter case of the term is that of
/// its vocabulary, but for the first letter.
bool add_resource_term(MetadataRecord&, std::string_view term, MetaText value);

}  // namespace assay::metadata
