#include "limits.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace assay {
namespace {

constexpr double most_seconds = 1e8;  // three years

std::int64_t now() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

}  // namespace

std::span<const LimitInfo> limit_table() {
  static constexpr std::array table = {
      LimitInfo{"archive-bytes", &Limits::archive_bytes, "bytes", "size of a package file"},
      LimitInfo{"stdin-bytes", &Limits::stdin_bytes, "bytes", "size of a package read from standard input"},
      LimitInfo{"entries", &Limits::entries, "entries", "entries of a zip, or files of a folder"},
      LimitInfo{"name-bytes", &Limits::name_bytes, "bytes", "length of one entry name"},
      LimitInfo{"name-depth", &Limits::name_depth, "levels", "folders inside one another"},
      LimitInfo{"directory-bytes", &Limits::directory_bytes, "bytes", "table of contents of a zip"},
      LimitInfo{"inflate-ratio", &Limits::inflate_ratio, "times", "unpacked size compared with the packed one"},
      LimitInfo{"inflate-floor", &Limits::inflate_floor, "bytes", "unpacked size from which inflate-ratio counts"},
      LimitInfo{"verify-bytes", &Limits::verify_bytes, "bytes",
                "read and unpacked to see whether entries are whole; the rest is named, not refused"},
      LimitInfo{"inflated-bytes", &Limits::inflated_bytes, "bytes",
                "bytes unpacked for reading, all documents together"},
      LimitInfo{"document-bytes", &Limits::document_bytes, "bytes", "size of one XML or JSON document"},
      LimitInfo{"documents", &Limits::documents, "documents", "documents that are read"},
      LimitInfo{"xml-depth", &Limits::xml_depth, "levels", "nesting of XML elements"},
      LimitInfo{"xml-nodes", &Limits::xml_nodes, "elements", "elements of one XML document"},
      LimitInfo{"xml-attributes", &Limits::xml_attributes, "attributes", "attributes of one element"},
      LimitInfo{"xml-name-bytes", &Limits::xml_name_bytes, "bytes",
                "names of one XML document: each different one, and each use of a namespace of more than 256 bytes"},
      LimitInfo{"address-bytes", &Limits::address_bytes, "bytes", "addresses of a manifest, each with its xml:base"},
      LimitInfo{"json-depth", &Limits::json_depth, "levels", "nesting of JSON values"},
      LimitInfo{"json-nodes", &Limits::json_nodes, "values", "values of one JSON document"},
      LimitInfo{"html-depth", &Limits::html_depth, "levels", "nesting of HTML elements"},
      LimitInfo{"html-nodes", &Limits::html_nodes, "tags", "tags of one HTML page"},
      LimitInfo{"html-bytes", &Limits::html_bytes, "bytes",
                "size of one HTML page; its tree may take eight times as much memory"},
      LimitInfo{"xpath-steps", &Limits::xpath_steps, "steps", "work of one XPath expression"},
      LimitInfo{"content-bytes", &Limits::content_bytes, "bytes",
                "bytes of pages, scripts, pictures and other files that are looked into, all together"},
      LimitInfo{"content-file-bytes", &Limits::content_file_bytes, "bytes",
                "bytes of one such file; a larger one is not looked into beyond its beginning"},
      LimitInfo{"content-files", &Limits::content_files, "files", "such files that are looked into"},
      LimitInfo{"report-bytes", &Limits::report_bytes, "bytes", "size of an earlier report, for --baseline"},
      LimitInfo{"findings", &Limits::findings, "findings",
                "findings that are kept for one package; the rest is counted"},
  };
  return table;
}

Problem over_limit(const Limits& limits, std::uint64_t Limits::*limit, std::string_view what, std::string file,
                   std::string_view remedy) {
  std::string name;
  for (const LimitInfo& info : limit_table())
    if (info.field == limit) name = info.name;
  return {
      ProblemKind::refused, "limit-" + name,
      std::string(what) + ": the limit " + name + " is " + std::to_string(limits.*limit) + ".",
      std::string(remedy) + (remedy.empty() ? "" : " ") + "Raise it with --limit " + name + "=N if this is intended.",
      std::move(file)};
}

Stop::Stop(const std::atomic<bool>* wanted, double seconds) : wanted_(wanted), seconds_(seconds) {
  if (seconds > 0) end_ = now() + static_cast<std::int64_t>(std::min(seconds, most_seconds) * 1e9);
}

Stop::Reason Stop::reason() const {
  if (wanted_ && *wanted_) return Reason::wanted;
  return end_ != 0 && now() >= end_ ? Reason::timeout : Reason::unasked;
}

Problem early_end(const Stop& stop) {
  if (stop.reason() != Stop::Reason::timeout)
    return {ProblemKind::usage, "interrupted", "Judging was interrupted.", "Start again.", {}};
  char seconds[32];
  const auto end = std::to_chars(seconds, seconds + sizeof seconds, stop.seconds());
  return {ProblemKind::refused,
          "timeout",
          "Judging took longer than " + std::string(seconds, end.ptr) + " s and was stopped.",
          "Raise --timeout if this is intended.",
          {}};
}

Problem findings_left_out(std::uint64_t listed, std::uint64_t total) {
  return {ProblemKind::refused,
          "limit-findings",
          "Only " + std::to_string(listed) + " of " + std::to_string(total) + " findings are listed.",
          "Use --limit findings=" + std::to_string(total) + " to see all.",
          {}};
}

}  // namespace assay
