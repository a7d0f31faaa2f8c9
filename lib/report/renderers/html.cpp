// One file for vendors and committees: it needs no connection, and nothing in a package can run in it.
#include <assay/messages.hpp>

#include "report/common.hpp"
#include "report/html/page.hpp"
#include "report/renderers/renderers.hpp"

namespace assay::report {
namespace {

class Html final : public Renderer {
 public:
  Html(const RenderOptions& options, Sink sink) : page_{Words(options.language), options}, sink_(std::move(sink)) {}

  bool begin() override { return true; }

  // The table of all inputs stands before them, so nothing is written until the last is known.
  bool add(const Report& report) override {
    ++inputs_;
    title_ = shown_input(report, page_.options.language) + " – " + verdict_in_words(report, page_.options.language);
    sections_ += input_section(page_, report, inputs_);
    const auto cell = [](std::uint64_t count) { return "<td class=\"number\">" + std::to_string(count) + "</td>"; };
    rows_ += "<tr><th scope=\"row\"><a href=\"#input-" + std::to_string(inputs_) + "\">" +
             isolated(shown_input(report, page_.options.language)) + "</a></th><td>" +
             verdict_element(page_, "span", to_string(report.verdict)) + "</td>" + cell(report.counts.error) +
             cell(report.counts.warning) + cell(report.counts.info) + "</tr>\n";
    return true;
  }

  bool end(const RunSummary& run) override {
    if (inputs_ != 1) title_ = say(page_.options.language, "html.title");
    return sink_(document(page_, title_, inputs_ == 1 ? std::string() : rows_, sections_, run));
  }

 private:
  Page page_;
  Sink sink_;
  std::size_t inputs_ = 0;
  std::string title_, rows_, sections_;
};

}  // namespace

std::unique_ptr<Renderer> make_html(const RenderOptions& options, Sink sink) {
  return std::make_unique<Html>(options, std::move(sink));
}

}  // namespace assay::report
