#include "verbs.hpp"
namespace assay::cli_detail {
int run_vectors(Store&, const VectorsOptions&, const char*) { return usage; }
}
