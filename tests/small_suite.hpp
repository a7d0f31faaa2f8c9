// A suite of vectors in a folder of its own, for tests of what reads and runs suites.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "vectors/run.hpp"

namespace assay::vectors {

/// A suite in a folder of its own.
class SmallSuite {
 public:
  SmallSuite() {
    put("imscp/base/1.1.2/tiny/imsmanifest.xml", "<manifest xmlns=\"{ns:cp}\" version=\"{other}\"/>");
    put("imscp/base/1.1.2/tiny/a.txt", "one two two");
    put("imscp/versions.json", R"({"versions": {"1.1.2": {"ns:cp": "urn:cp"}}})");
  }
  void put(const std::string& path, const std::string& text) const {
    const std::filesystem::path file = folder_.path() + "/" + path;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
  }
  // A vector whose middle part is given: "base", "edits", "limits", …
  void put_vector(const std::string& name, const std::string& middle) const {
    put("imscp/rule/" + name + ".json", R"({"id": "imscp.rule.)" + name + R"(", "requirements": ["imscp/R-001"],
 "why": "Because.", "profiles": ["imscp-1.1.2"],
 )" + middle + R"(,
 "expect": {"verdict": "conforms", "findings": []}})");
  }
  [[nodiscard]] Suite load() const {
    auto suite = Suite::load(store_, folder_.path());
    REQUIRE(suite.ok());
    return std::move(*suite);
  }
  // The one vector, built.
  [[nodiscard]] Result<Built> built() const {
    const Suite suite = load();
    if (!suite.problems().empty()) return suite.problems()[0];
    REQUIRE(suite.vectors().size() == 1);
    return build(suite, suite.vectors()[0]);
  }
  [[nodiscard]] const std::string& path() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
  Store store_;
};

}  // namespace assay::vectors
