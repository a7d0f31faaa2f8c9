#pragma once

#include <memory>

#include <assay/package.hpp>
#include <assay/profile.hpp>
#include <assay/report.hpp>

namespace assay {

/// Judges a package. Re-entrant, no globals, deterministic: same bytes and profile, same report. Once limits.stop asks
/// for it, the rules that are left are blocked and the report says why: problem "interrupted" or "timeout".
Report validate(const Package&, const std::shared_ptr<const Profile>&, const Limits& = {});

/// The report of an input that could not be opened at all.
Report unreadable_report(const Source&, const Problem&);

}  // namespace assay
