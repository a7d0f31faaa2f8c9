#pragma once

#include <atomic>

namespace assay::cli_detail {

/// From now on SIGINT and SIGTERM ask for an end, so that what was judged is still reported; a second one ends at once.
void listen_for_interrupts();
/// The signal that came, or 0.
[[nodiscard]] int interrupted();
/// True once a signal came; for whoever works long.
[[nodiscard]] const std::atomic<bool>& interruption();

}  // namespace assay::cli_detail
