// Everything assay can judge with: embedded families, native rules, and profiles by id or path.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <assay/profile.hpp>
#include <assay/result.hpp>

namespace assay {

struct StoreData;

/// What `assay profiles` lists.
struct ProfileInfo {
  std::string id, title, kind;  // kind: "version", "application", "overlay", "floor"
  std::string origin;           // "built in" or the file
};

class Store {
 public:
  Store();  // with everything that ships
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  /// Native rules of somebody's own; their ids must not exist yet (checked by resolve).
  void add(std::span<const RuleInfo> rules);
  /// Where to look for profiles besides the built-in ones, in order.
  void add_profile_directory(std::string path);

  /// Takes `bytes` instead of a file that ships (path as in the source tree). For trying a change to rules or
  /// requirements: call it before the first resolve().
  void override_file(std::string path, std::string bytes);

  [[nodiscard]] std::vector<ProfileInfo> profiles() const;
  /// True for the id of a version profile that ships: "scorm-1.2". Reads its family only.
  [[nodiscard]] bool has_version_profile(std::string_view id) const;
  [[nodiscard]] const StoreData& data() const { return *data_; }

 private:
  std::unique_ptr<StoreData> data_;
};

struct ResolveOptions {
  std::vector<std::string> profiles;  // ids or paths (a path contains "/" or ends in ".json"); empty: the floor alone
  std::vector<std::string> overlays;  // ids or paths
  std::vector<AppliedOverlay> declared =
      {};  // ids that a package declares, with their places; digests are not looked at
};

/// Includes, extends and overlays are followed, parameters joined, rules flattened and sorted.
/// Problems say file:line:column and what to write instead.
Result<std::shared_ptr<const Profile>> resolve(const Store&, const ResolveOptions&);

class Package;
/// Overlays for the regions that a package declares (targetRegions of acs-profile.json), with the place of each; only
/// those that exist. Meant for a profile that takes them (Profile::takes_declared).
[[nodiscard]] std::vector<AppliedOverlay> declared_overlays(const Store&, const Package&);
/// resolve() with the overlays that the package declares, when the profile takes them.
Result<std::shared_ptr<const Profile>> resolve_for(const Store&, ResolveOptions, const Package&);

}  // namespace assay
