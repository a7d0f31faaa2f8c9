// The fuzz targets without a fuzzer, for every test run: each seed, then so many inputs made of the seeds, the same
// ones each time. It finds less than libFuzzer (run.sh), which learns from what an input reaches, but never by luck.
//   assay_fuzz_replay TARGET SEEDS RUNS          assay_fuzz_replay TARGET SEEDS --write NUMBER FILE
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define TARGET(name) extern "C" int fuzz_##name(const unsigned char*, std::size_t);
#include "fuzz_targets.inc"
#undef TARGET

namespace {

using namespace std::string_view_literals;

struct Target {
  std::string_view name;
  int (*run)(const unsigned char*, std::size_t);
};
constexpr Target targets[] = {
#define TARGET(name) {#name, &fuzz_##name},
#include "fuzz_targets.inc"
#undef TARGET
};

// What means something to one of the readers.
constexpr std::string_view written =
    "< > /> </ & &#0; &lt; <!-- --> <![CDATA[ ]]> <?xml ?> \" ' = xmlns:a= xml:base= xsi:type <!DOCTYPE <!ENTITY { } [ "
    "] : , "
    "\\u0000 \\uD800 null -0 1e999 .. / \\ %00 % # * ( ) ~ | <script </script> url( :// $ref pattern lang= <table> "
    "<svg>";
constexpr std::string_view bytes[] = {
    "\0"sv,      "\xFF"sv,  "\xFF\xFE"sv, "\xEF\xBB\xBF"sv, "\xC0\x80"sv, "\xED\xA0\x80"sv, "\xF0\x9F\x98\x80"sv,
    "\r\n"sv,    "\x1B["sv, "PK\1\2"sv,   "PK\3\4"sv,       "PK\5\6"sv,   "PK\6\6"sv,       "\xFF\xFF\xFF\xFF"sv,
    "\0\0\0\0"sv};

std::vector<std::string_view> all_words() {
  std::vector<std::string_view> words(std::begin(bytes), std::end(bytes));
  for (std::string_view rest = written; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    words.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return words;
}

class Maker {
 public:
  explicit Maker(std::vector<std::string> seeds) : seeds_(std::move(seeds)) {}

  /// The first ones are the seeds themselves.
  [[nodiscard]] std::string input(std::uint64_t number) {
    if (number < seeds_.size()) return seeds_[number];
    state_ = (number + 1) * 0x9E3779B97F4A7C15ull;
    std::string made = seeds_[below(seeds_.size())];
    for (std::uint64_t changes = 1 + below(8); changes > 0; --changes) change(made);
    made.resize(std::min<std::size_t>(made.size(), 16'384));
    return made;
  }
  [[nodiscard]] std::size_t seeds() const { return seeds_.size(); }

 private:
  std::uint64_t next() {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return state_ * 0x2545F4914F6CDD1Dull;
  }
  std::uint64_t below(std::uint64_t most) { return most == 0 ? 0 : (next() >> 16) % most; }

  void change(std::string& text) {
    const std::size_t at = below(text.size() + 1), length = below(std::min<std::size_t>(text.size() - at, 64) + 1);
    switch (below(8)) {
      case 0:
        if (at < text.size()) text[at] = static_cast<char>(text[at] ^ 1 << below(8));
        break;
      case 1:
        if (at < text.size()) text[at] = static_cast<char>(next());
        break;
      case 2: text.erase(at, length); break;
      case 3: text.insert(at, text.substr(at, length)); break;
      case 4: text.insert(at, words_[below(words_.size())]); break;
      case 5: {
        const std::string_view word = words_[below(words_.size())];
        text.replace(at, std::min(word.size(), text.size() - at), word);
        break;
      }
      case 6: {
        const std::string& other = seeds_[below(seeds_.size())];
        text.insert(at, other.substr(below(other.size() + 1), below(256)));
        break;
      }
      default: text.resize(at);
    }
  }

  std::vector<std::string> seeds_;
  std::vector<std::string_view> words_ = all_words();
  std::uint64_t state_ = 1;
};

std::vector<std::string> read_seeds(const char* folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> seeds;
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  if (seeds.empty()) seeds.emplace_back();
  return seeds;
}

int run(const Target& target, Maker& maker, std::uint64_t runs) {
  // The child tells where it is, so that the parent can say which input ended it.
  auto* now = static_cast<volatile std::uint64_t*>(
      ::mmap(nullptr, sizeof(std::uint64_t), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
  if (now == MAP_FAILED) return 2;
  const std::uint64_t all = maker.seeds() + runs;
  const pid_t child = ::fork();
  if (child == 0) {
    for (std::uint64_t number = 0; number < all; ++number) {
      *now = number;
      const std::string input = maker.input(number);
      ::alarm(60);  // nothing of this size takes a second
      target.run(reinterpret_cast<const unsigned char*>(input.data()), input.size());
    }
    std::exit(0);  // with the check for leaks
  }
  int status = 0;
  if (child < 0 || ::waitpid(child, &status, 0) != child) return 2;
  const std::uint64_t last = *now;
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
    std::printf("%.*s: %llu inputs, no finding\n", static_cast<int>(target.name.size()), target.name.data(),
                static_cast<unsigned long long>(all));
    return 0;
  }
  std::printf("%.*s: input %llu ended it (%s %d); --write %llu FILE writes it\n", static_cast<int>(target.name.size()),
              target.name.data(), static_cast<unsigned long long>(last), WIFSIGNALED(status) ? "signal" : "exit code",
              WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status), static_cast<unsigned long long>(last));
  return 1;
}

}  // namespace

int main(int count, char** words_given) {
  if (count != 4 && count != 6) return 2;
  const std::string_view name = words_given[1];
  const auto* target =
      std::find_if(std::begin(targets), std::end(targets), [&](const Target& each) { return each.name == name; });
  if (target == std::end(targets)) return 2;
  Maker maker(read_seeds(words_given[2]));
  if (count == 4) return run(*target, maker, std::strtoull(words_given[3], nullptr, 10));
  const std::string input = maker.input(std::strtoull(words_given[4], nullptr, 10));
  std::ofstream(words_given[5], std::ios::binary) << input;
  return 0;
}
