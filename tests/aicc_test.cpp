#include <doctest/doctest.h>

#include <string>

#include <assay/scorm.hpp>

namespace {

// "n:" names, "s:" statuses, "!" a fault.
std::string read(std::string_view script) {
  std::string out;
  assay::read_aicc_script(
      script,
      [](void* context, const assay::ScriptPart& part) {
        auto& text = *static_cast<std::string*>(context);
        using Kind = assay::ScriptPart::Kind;
        text += part.kind == Kind::name ? "n:" : part.kind == Kind::status ? "s:" : "!";
        if (part.kind != Kind::fault) text += std::string(part.text) + " ";
      },
      &out);
  return out;
}

}  // namespace

TEST_CASE("AICC scripts") {
  CHECK(read("a") == "n:a ");
  CHECK(read("a & (b | ~c)") == "n:a n:b n:c ");
  CHECK(read("a=\"not attempted\"|b<>'passed'") == "n:a s:not attempted n:b s:passed ");
  CHECK(read("2*{a,b,c}&d") == "n:a n:b n:c n:d ");
  CHECK(read("3d") == "n:3d ");
  for (const char* broken : {"", "a b", "a &", "(a", "a)", "a = ", "{a}", "2*a", "a=\"x", "&", "~", "a,b"})
    CHECK_MESSAGE(read(broken).find('!') != std::string::npos, broken);
  CHECK(read(std::string(100'000, '(')).find('!') != std::string::npos);
}
