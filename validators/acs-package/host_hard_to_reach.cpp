#include <assay/language.hpp>

namespace assay::rules::acs_package {
namespace {

constexpr ParamInfo host_hard_to_reach_params[] = {{"regions", Join::require, "[]"}};

}  // namespace

// A page that waits for a blocked host stays blank. (acs-package/PORT-02)
extern const RuleInfo host_hard_to_reach;
const RuleInfo host_hard_to_reach = {
    .id = "acs-package.host-hard-to-reach",
    .requirements = "PORT-02",
    .needs = "pages",
    .tables = "hosts",
    .message =
        "{count, plural, one {A page needs a host that is hard to reach from a region the course is meant for: {names} "
        "(as of the list of {date}).} other {Pages need hosts that are hard to reach from a region the course is "
        "meant for: {names} (# places, as of the list of {date}).}}",
    .fix = "Put the files into the package, or use a host that is reachable there.",
    .params = host_hard_to_reach_params,
    .check =
        [](const Package& package, const Params& parameters, Reporter& report) {
          const JsonDocument* declaration = json_document(package, "declaration", 0);
          bool mainland = false, abroad = false;
          const auto region = [&](std::string_view code) { (code == "CN" ? mainland : abroad) = true; };
          for (const std::string_view each : parameters.list("regions")) region(each);
          if (declaration)
            for (JsonNode each = first_child(member(root(*declaration), "targetRegions")); each;
                 each = next_sibling(each))
              region(content(each));
          if (!mainland && !abroad) return;
          Tally found(package);
          for (const Page& page : pages(package))
            for (const PageReference& each : page.references) {
              if (each.use == Use::link) continue;
              report.judged();
              if (each.resolution != Resolution::external) continue;
              if ((mainland && host_listed("unreachable-CN", each.host)) ||
                  (abroad && host_listed("closed-abroad", each.host)))
                found.add(place_of(page, each.line, each.column), each.host);
            }
          found.report(report, {}, {{"date", date_of_table("hosts")}});
        },
};
}  // namespace assay::rules::acs_package
