#include <array>

#include "report/renderers/renderers.hpp"

namespace assay {

std::span<const RendererInfo> renderer_table() {
  static constexpr std::array table = {
      RendererInfo{"text", "for people (default)", report::make_text, true, true},
      RendererInfo{"line", "one line for each input", report::make_line, true, true},
      RendererInfo{"json", "one document, streamed (schema assay-report/1)", report::make_json, false, false, true},
      RendererInfo{"ndjson", "one result a line, each as soon as its turn comes", report::make_ndjson, false, false,
                   true},
      RendererInfo{"html", "a page to read, filter, print and pass on; all languages in it", report::make_html, true},
      RendererInfo{"sarif", "SARIF 2.1.0, for code scanning", report::make_sarif},
      RendererInfo{"junit", "JUnit XML, for Jenkins and others", report::make_junit},
      RendererInfo{"github", "annotations of GitHub Actions", report::make_github},
      RendererInfo{"gitlab", "Code Quality report of GitLab", report::make_gitlab},
      RendererInfo{"markdown", "a comment for a pull request", report::make_markdown, true},
      RendererInfo{"earl", "EARL 1.0 as JSON-LD", report::make_earl},
  };
  return table;
}

}  // namespace assay
