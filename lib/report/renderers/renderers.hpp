#pragma once

#include <memory>
#include <string>

#include <assay/render.hpp>

namespace assay::report {

/// One result of the json report, as Renderer::add_result takes it.
[[nodiscard]] std::string result_as_json(const Report&, const RenderOptions&);

[[nodiscard]] std::unique_ptr<Renderer> make_text(const RenderOptions&, Sink);
[[nodiscard]] std::unique_ptr<Renderer> make_line(const RenderOptions&, Sink);
[[nodiscard]] std::unique_ptr<Renderer> make_json(const RenderOptions&, Sink);
[[nodiscard]] std::unique_ptr<Renderer> make_ndjson(const RenderOptions&, Sink);
[[nodiscard]] std::unique_ptr<Renderer> make_html(const RenderOptions&, Sink);
[[nodiscard]] std::unique_ptr<Renderer> make_sarif(const RenderOptions&, Sink);
[[nodiscard]] std::unique_ptr<Renderer> make_junit(const RenderOptions&, Sink);
[[nodiscard]] std::unique_ptr<Renderer> make_github(const RenderOptions&, Sink);
[[nodiscard]] std::unique_ptr<Renderer> make_gitlab(const RenderOptions&, Sink);
[[nodiscard]] std::unique_ptr<Renderer> make_markdown(const RenderOptions&, Sink);
[[nodiscard]] std::unique_ptr<Renderer> make_earl(const RenderOptions&, Sink);

}  // namespace assay::report
