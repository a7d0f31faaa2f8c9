// Any bytes as a package to be repaired: refused, or written so that it holds what was planned, is safe, and needs no
// repair any more.
#include <cstdlib>

#include <assay/store.hpp>
#include <assay/validate.hpp>

#include "repair/repair.hpp"

namespace {

using namespace assay;

const Limits& small() {
  static const Limits limits = [] {
    Limits made;
    made.document_bytes = 1 << 20;
    made.inflated_bytes = 8 << 20;
    made.verify_bytes = 32 << 20;
    made.entries = 1'000;
    return made;
  }();
  return limits;
}

/// The repaired package; nothing when it is refused.
std::optional<std::string> repaired(const Source& source, repair::Plan& plan) {
  static const Store store;
  static const auto floor = *resolve(store, {});
  const auto package = open(source, small());
  if (!package) return std::nullopt;
  auto made = repair::make_plan(*package, validate(*package, floor, small()));
  if (!made) return std::nullopt;
  plan = std::move(*made);
  repair::Told told{&plan, "out.zip", std::nullopt};
  std::string bytes;
  if (plan.refusals.empty()) {
    const auto take = [&bytes](std::string_view piece) {
      bytes += piece;
      return true;
    };
    if (repair::write(*package, plan, take)) std::abort();
    const auto written = repair::verify(*package, plan, {"out.zip", &bytes});
    if (!written) std::abort();
    told.written = *written;
  }
  (void)repair::as_text(told, "en");
  (void)repair::as_json(told, "en");
  if (!plan.refusals.empty()) return std::nullopt;
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  repair::Plan plan, again;
  const auto once = repaired({"fuzz.zip", &bytes}, plan);
  if (!once) return 0;
  // What is packed is copied: the output grows by its records only, each of them with the name once more in the table.
  if (once->size() > 3 * size + 64 * plan.items.size() + 1'000) std::abort();
  const auto twice = repaired({"fuzz.zip", &*once}, again);
  if (!twice || *twice != *once || again.changes()) std::abort();
  return 0;
}
