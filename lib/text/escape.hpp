// Package text made harmless for a medium. Input may be any bytes; output is valid UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace assay::text {

/// For XML and HTML, in attributes too. Package text as it is; what XML cannot hold is shown the way `visible` shows
/// it.
[[nodiscard]] std::string xml_escaped(std::string_view);
/// A path as a relative or absolute URI reference (RFC 3986): "/" stays, what is not unreserved is percent-encoded.
[[nodiscard]] std::string uri_path(std::string_view);
/// Lines for the log of a build server: package text in them cannot be read as one of its commands
/// ("::set-output::…" at the start of a line, "##[…]", "##vso[…]", "##teamcity[…]" anywhere).
[[nodiscard]] std::string log_safe(std::string lines);

}  // namespace assay::text
