// What every reader says when it stops at a limit: which one, what it is, and how to raise it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <assay/package.hpp>

namespace assay {

/// Problem "limit-NAME", kind refused. `what` is a clause without a full stop: "The document is too large"; the message
/// goes on with the limit and its value. `remedy` is a sentence for authors in front of the advice to raise the limit.
[[nodiscard]] Problem over_limit(const Limits&, std::uint64_t Limits::*limit, std::string_view what, std::string file,
                                 std::string_view remedy = {});

/// The same for the limit "findings", which stops nothing: what is beyond it is counted.
[[nodiscard]] Problem findings_left_out(std::uint64_t listed, std::uint64_t total);

/// The problem of a report that ended early: "interrupted", or "timeout" (kind refused).
[[nodiscard]] Problem early_end(const Stop&);

/// Remedies that readers of zips and of folders share.
inline constexpr std::string_view shorten_names = "Shorten the names of files and folders.";
inline constexpr std::string_view fewer_folders = "Put the files into fewer folders.";

}  // namespace assay
