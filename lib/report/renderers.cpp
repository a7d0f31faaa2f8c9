#include <array>

#include "report/renderers/renderers.hpp"

namespace assay {

std::span<const RendererInfo> renderer_table() {
  static constexpr std::array table = {
      RendererInfo{"text", "for people (default)", report::make_text, true},
      RendererInfo{"json", "one document, streamed (schema assay-report/1)", report::make_json},
      RendererInfo{"ndjson", "one result a line, each as soon as its turn comes", report::make_ndjson},
  };
  return table;
}

}  // namespace assay
