// Any bytes as a prerequisites script (AICC).
#include <assay/scorm.hpp>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  std::size_t parts = 0;
  const auto visit = [](void* context, const assay::ScriptPart& part) {
    *static_cast<std::size_t*>(context) += part.text.size() + part.explanation.size();
  };
  (void)assay::read_aicc_script({reinterpret_cast<const char*>(data), size}, visit, &parts);
  return 0;
}
