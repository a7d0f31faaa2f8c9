#include <assay/pages.hpp>

namespace assay::rules::acs_package {
namespace {

constexpr ParamInfo picture_too_large_params[] = {{"max_pixels", Join::max, "4200000"},
                                                  {"max_bytes", Join::max, "1048576"}};

}  // namespace

// It is shown smaller, and paid for by the megabyte. (acs-package/PORT-10)
extern const RuleInfo picture_too_large;
const RuleInfo picture_too_large = {
    .id = "acs-package.picture-too-large",
    .requirements = "PORT-10",
    .needs = "pages",
    .message =
        "{count, plural, one {A picture is larger than 4 megapixels or 1 megabyte, or is BMP or TIFF: {names}.} other "
        "{Pictures are larger than 4 megapixels or 1 megabyte, or are BMP or TIFF: {names} (# in all).}}",
    .fix = "Scale them to the size they are shown in, and save them as JPEG, PNG or WebP.",
    .params = picture_too_large_params,
    .check =
        [](const Package& package, const Params& parameters, Reporter& report) {
          Tally found(package);
          for (const MediaFile& file : media_files(package)) {
            if (file.kind != MediaFile::Kind::picture) continue;
            report.judged();
            const std::uint64_t pixels = std::uint64_t{file.width} * file.height;
            if (file.bytes > static_cast<std::uint64_t>(parameters.integer("max_bytes")) ||
                pixels > static_cast<std::uint64_t>(parameters.integer("max_pixels")) || file.format == "bmp" ||
                file.format == "tiff")
              found.add(Place::of_file(file.file), file.file);
          }
          found.report(report);
        },
};
}  // namespace assay::rules::acs_package
