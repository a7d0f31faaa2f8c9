// Which rule a schema defect belongs to: the first that claims it, specific before general.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <assay/profile.hpp>

namespace assay {

/// For each defect of a document of that role the index of the rule that claims it, or `none`.
[[nodiscard]] std::vector<std::uint32_t> claim(const Profile&, std::span<const SchemaDefect>, std::string_view role);

}  // namespace assay
