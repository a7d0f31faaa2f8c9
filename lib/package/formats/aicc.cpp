// AICC course structure files: .crs, .au, .cst, .des.
#include <array>

#include "package/format.hpp"

namespace assay {
namespace {

constexpr std::array info = {FormatInfo{"aicc", "AICC course", "*.crs with *.au", false}};

std::optional<Recognised> recognise_aicc(const Contents& contents) {
  if (!contents.any_suffix(".crs") || !contents.any_suffix(".au")) return std::nullopt;
  Recognised found;
  found.format = {"aicc", "AICC course", "course structure files (.crs, .au)", ""};
  return found;
}

}  // namespace

const FormatModule aicc_format = {info, recognise_aicc};

}  // namespace assay
