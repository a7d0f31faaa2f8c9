// Renderers: a Report in, bytes out. Each escapes package text for its own medium.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include <assay/report.hpp>

namespace assay {

enum class Detail : std::uint8_t { findings, judged, all };

struct RenderOptions {
  Detail detail = Detail::all;
  bool color = false;
  std::string language = "en";
  std::uint32_t columns = 110;         // of the reader's terminal; for text
  Severity fail_on = Severity::error;  // for formats that know passed and failed only
};

/// What concerns the run as a whole: the end of every format.
struct RunSummary {
  std::uint64_t inputs = 0, judged = 0, conforming = 0;
  bool interrupted = false;
  int exit_code = 0;
  std::vector<Problem> notes;  // waivers that are unused or expired, an interruption, …
};

using Sink = std::function<bool(std::string_view)>;  // false: the output is closed or full

/// Streams any number of reports into one document: begin, add for each in input order, end.
/// Each returns false when the sink does.
class Renderer {
 public:
  virtual ~Renderer() = default;
  virtual bool begin() = 0;
  virtual bool add(const Report&) = 0;
  /// A result that an earlier run made (an element of "results" of the json report); false where RendererInfo says so.
  virtual bool add_result(std::string_view) { return false; }
  virtual bool end(const RunSummary&) = 0;
};

struct RendererInfo {
  std::string_view id;       // "json"
  std::string_view summary;  // one line for --help
  std::unique_ptr<Renderer> (*make)(const RenderOptions&, Sink);
  bool for_people = false;     // in the reader's language; else in English unless a language is named
  bool for_terminal = false;   // read as it comes, so that --quiet can leave out what conforms
  bool takes_results = false;  // has add_result
};
[[nodiscard]] std::span<const RendererInfo> renderer_table();

/// The message of a finding in a language, placeholders filled with raw text (not escaped).
[[nodiscard]] std::string message_of(const Report&, const Finding&, std::string_view language);
[[nodiscard]] std::string fix_of(const Report&, const Finding&, std::string_view language);

}  // namespace assay
