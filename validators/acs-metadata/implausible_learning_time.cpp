#include <assay/language.hpp>

namespace assay::rules::acs_metadata {
namespace {

constexpr ParamInfo implausible_learning_time_params[] = {{"max", Join::max, "500"}};

}  // namespace

// Credits are counted from it. (acs-metadata/META-11)
extern const RuleInfo implausible_learning_time;
const RuleInfo implausible_learning_time = {
    .id = "acs-metadata.implausible-learning-time",
    .requirements = "META-11",
    .needs = "documents",
    .message = "The learning time \"{text}\" is {why}.",
    .fix = "Write an ISO 8601 duration, for instance PT45M.",
    .params = implausible_learning_time_params,
    .check =
        [](const Package& package, const Params& parameters, Reporter& report) {
          const auto minutes_of = [](std::string_view text) {
            double minutes = 0, value = 0, place = 0;
            bool time = false, any = false;
            if (text.size() < 3 || text[0] != 'P') return -1.0;
            for (const char c : text.substr(1)) {
              if (c >= '0' && c <= '9') {
                value = place > 0 ? value + (c - '0') * place : value * 10 + (c - '0');
                place /= 10;
                any = true;
              } else if (c == '.') {
                place = 0.1;
              } else if (c == 'T') {
                time = true;
              } else if (c == 'Y' || c == 'W' || c == 'D' || c == 'H' || c == 'M' || c == 'S') {
                minutes += value * (c == 'Y'           ? 525600
                                    : c == 'W'         ? 10080
                                    : c == 'D'         ? 1440
                                    : c == 'H'         ? 60
                                    : c == 'S'         ? 1.0 / 60
                                    : c == 'M' && time ? 1
                                                       : 43200);
                value = place = 0;
              } else {
                return -1.0;
              }
            }
            return any ? minutes : -1.0;
          };
          const double most = static_cast<double>(parameters.integer("max")) * 60;
          for (const Dating& date : datings(package)) {
            if (!date.duration || date.text.empty()) continue;
            report.judged();
            // hh:mm:ss is what IMS metadata has; other rules speak of it.
            const bool clock = date.text.find(':') != date.text.npos;
            const double minutes = clock ? 1 : minutes_of(date.text);
            if (minutes < 0)
              report.report(date.place, {{"text", date.text}, {"why", "no duration"}});
            else if (minutes <= 0)
              report.report(date.place, {{"text", date.text}, {"why", "zero"}});
            else if (minutes > most)
              report.report(date.place, {{"text", date.text}, {"why", "longer than 500 hours"}});
          }
        },
};
}  // namespace assay::rules::acs_metadata
