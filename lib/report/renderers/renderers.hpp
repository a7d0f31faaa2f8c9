#pragma once

#include <memory>

#include <assay/render.hpp>

namespace assay::report {

[[nodiscard]] std::unique_ptr<Renderer> make_text(const RenderOptions&, Sink);
[[nodiscard]] std::unique_ptr<Renderer> make_json(const RenderOptions&, Sink);
[[nodiscard]] std::unique_ptr<Renderer> make_ndjson(const RenderOptions&, Sink);

}  // namespace assay::report
