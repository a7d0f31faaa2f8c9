#pragma once

#include <assay/result.hpp>

#include "arguments.hpp"

namespace assay::cli_detail {

/// Sets the options of the verb that do not stand on the command line from a configuration file (assay-config/1):
/// `named`, or that of the user when it is empty; "none" for none. Returns the file that was used, or nothing.
Result<std::string> configure(Verb& verb, const std::string& named);

}  // namespace assay::cli_detail
