// Runs golden transcripts of the command line and compares.
//   transcripts PROGRAM [--update] FILE-OR-FOLDER…
// A transcript is a text file. A line "$ command" is run by sh in the folder of the transcript, where `assay` is
// PROGRAM; the lines below it are what it prints (standard output and standard error together), then "[exit N]" unless
// N is 0. "[..]" in an expected line stands for any text. Lines in front of the first command are prose.
// --update writes what was printed where it does not match; numbers that grow with every rule become "[..]".
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <sys/wait.h>

namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

struct Step {
  std::string command;
  Lines expected;
};
struct Transcript {
  Lines prose;
  std::vector<Step> steps;
};

Lines split(const std::string& text) {
  Lines lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

void drop_blank_end(Lines& lines) {
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
}

Transcript read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  Transcript transcript;
  for (std::string& line : split(std::string(std::istreambuf_iterator<char>(file), {}))) {
    if (line.starts_with("$ "))
      transcript.steps.push_back({line.substr(2), {}});
    else if (transcript.steps.empty())
      transcript.prose.push_back(std::move(line));
    else
      transcript.steps.back().expected.push_back(std::move(line));
  }
  for (Step& step : transcript.steps) drop_blank_end(step.expected);
  drop_blank_end(transcript.prose);
  return transcript;
}

// Glob match with "[..]" as the only wild card; greedy with one step back, so linear in practice.
bool matches(std::string_view pattern, std::string_view text) {
  constexpr std::string_view any = "[..]";
  std::size_t wild = std::string_view::npos, retry = 0, p = 0, t = 0;
  for (;;) {
    if (pattern.substr(p, any.size()) == any) {
      wild = p += any.size();
      retry = t;
    } else if (p < pattern.size() && t < text.size() && pattern[p] == text[t]) {
      ++p;
      ++t;
    } else if (p == pattern.size() && t == text.size()) {
      return true;
    } else if (wild != std::string_view::npos && retry < text.size()) {
      t = ++retry;
      p = wild;
    } else {
      return false;
    }
  }
}

bool matches(const Lines& expected, const Lines& actual) {
  return std::equal(expected.begin(), expected.end(), actual.begin(), actual.end(),
                    [](const std::string& a, const std::string& b) { return matches(a, b); });
}

// Parts of a page that are files of the source tree: style and script, whose digests stand in the policy of the page,
// and the catalogue of all languages. A line says what is left out.
Lines without_fixed_parts(Lines lines) {
  constexpr std::string_view texts = "<script type=\"application/json\" id=\"texts\">";
  Lines kept;
  std::string_view closing;
  for (std::string& line : lines) {
    if (!closing.empty()) {
      if (const std::size_t end = line.find(closing); end != std::string::npos) {
        kept.push_back("[left out: the rest up to " + std::string(closing) + "]" + line.substr(end + closing.size()));
        closing = {};
      }
      continue;
    }
    if (const std::size_t at = line.find(texts); at != std::string::npos) {
      const std::size_t end = line.find("</script>", at);
      line = line.substr(0, at) + "[left out: the texts of all languages]" + line.substr(end + 9);
    }
    for (const std::string_view part : {"<style>", "<script>"})
      if (const std::size_t at = line.find(part); at != std::string::npos) {
        line = line.substr(0, at + part.size());
        closing = part == "<style>" ? "</style>" : "</script>";
      }
    kept.push_back(std::move(line));
  }
  return kept;
}

Lines run(const std::string& command, const fs::path& folder) {
  const std::string script =
      "cd '" + folder.string() + "' && assay() { \"$ASSAY\" \"$@\"; }; { " + command + "\n} 2>&1";
  std::string output;
  FILE* pipe = ::popen(script.c_str(), "r");
  if (!pipe) return {"[the shell cannot be started]"};
  char block[4096];
  for (std::size_t got; (got = std::fread(block, 1, sizeof block, pipe)) > 0;) output.append(block, got);
  const int status = ::pclose(pipe);
  Lines lines = split(output);
  if (output.starts_with("<!DOCTYPE html>")) lines = without_fixed_parts(std::move(lines));
  drop_blank_end(lines);
  if (WIFSIGNALED(status))
    lines.push_back("[signal " + std::to_string(WTERMSIG(status)) + "]");
  else if (WEXITSTATUS(status) != 0)
    lines.push_back("[exit " + std::to_string(WEXITSTATUS(status)) + "]");
  return lines;
}

// Digits or letters behind `before` and in front of `after` become "[..]".
void blur(std::string& line, std::string_view before, std::string_view after, std::string_view characters) {
  for (std::size_t at = 0; (at = line.find(after, at)) != std::string::npos;) {
    std::size_t start = at;
    while (start > 0 && characters.find(line[start - 1]) != std::string_view::npos) --start;
    const bool hit = start < at && std::string_view(line).substr(0, start).ends_with(before);
    if (hit) line.replace(start, at - start, "[..]");
    at = (hit ? start + 4 : at) + after.size();
  }
}

// Characters directly behind `before` become "[..]".
void blur_behind(std::string& line, std::string_view before, std::string_view characters) {
  for (std::size_t at = 0; (at = line.find(before, at)) != std::string::npos; at += before.size()) {
    const std::size_t start = at + before.size();
    const std::size_t end = std::min(line.find_first_not_of(characters, start), line.size());
    if (end > start) line.replace(start, end - start, "[..]");
  }
}

std::string blurred(std::string line) {
  constexpr std::string_view digits = "0123456789", hex = "0123456789abcdef";
  blur(line, "", " rules passed", digits);
  blur(line, "", " did not apply", digits);
  blur(line, "", " rules did not apply", digits);
  if (line.find(", 0 could not be judged") == std::string::npos) blur(line, ", ", " could not be judged", digits);
  for (const char* before : {"sha256:", "sha256:<!-- -->"}) blur_behind(line, before, hex);
  for (const char* before : {"data-t=\"", "data-l=\"", "data-row=\"", "{\"t\":"}) blur_behind(line, before, digits);
  blur(line, "\"version\":\"", "\"", "0123456789.");
  return line;
}

void write(const fs::path& path, const Transcript& transcript) {
  std::ofstream file(path, std::ios::binary);
  for (const std::string& line : transcript.prose) file << line << "\n";
  bool first = transcript.prose.empty();
  for (const Step& step : transcript.steps) {
    file << (first ? "" : "\n") << "$ " << step.command << "\n";
    for (const std::string& line : step.expected) file << line << "\n";
    first = false;
  }
}

int compare(const fs::path& path, bool update) {
  Transcript transcript = read(path);
  int failures = 0;
  for (Step& step : transcript.steps) {
    const Lines actual = run(step.command, fs::absolute(path).parent_path());
    if (matches(step.expected, actual)) continue;
    ++failures;
    if (!update) {
      std::printf("%s\n$ %s\n--- expected\n", path.c_str(), step.command.c_str());
      for (const std::string& line : step.expected) std::printf("%s\n", line.c_str());
      std::printf("--- printed\n");
      for (const std::string& line : actual) std::printf("%s\n", line.c_str());
    }
    Lines expected;
    for (std::size_t i = 0; i < actual.size(); ++i) {
      const bool kept = i < step.expected.size() && matches(step.expected[i], actual[i]);
      expected.push_back(kept ? step.expected[i] : blurred(actual[i]));
    }
    step.expected = std::move(expected);
  }
  if (update && failures) write(path, transcript);
  return update ? 0 : failures;
}

// Nothing of the machine that runs the test may show.
void clean_environment(const std::string& program) {
  ::setenv("ASSAY", fs::absolute(program).c_str(), 1);
  ::setenv("XDG_DATA_HOME", "/nonexistent", 1);
  ::setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
  ::setenv("LC_ALL", "C.UTF-8", 1);
  for (const char* name : {"ASSAY_PROFILES", "NO_COLOR", "SOURCE_DATE_EPOCH"}) ::unsetenv(name);
}

}  // namespace

int main(int argc, char** argv) {
  bool update = false;
  std::vector<fs::path> files;
  for (int i = 2; i < argc; ++i) {
    const fs::path given = argv[i];
    if (given == "--update")
      update = true;
    else if (!fs::is_directory(given))
      files.push_back(given);
    else
      for (const auto& entry : fs::directory_iterator(given))
        if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  if (argc < 2 || files.empty()) {
    std::fprintf(stderr, "usage: transcripts PROGRAM [--update] FILE-OR-FOLDER…\n");
    return 2;
  }
  std::sort(files.begin(), files.end());
  clean_environment(argv[1]);
  int failures = 0;
  for (const fs::path& file : files) failures += compare(file, update);
  std::printf("%zu transcripts, %d commands differ\n", files.size(), failures);
  return failures == 0 ? 0 : 1;
}
