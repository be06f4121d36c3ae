// Runs a fuzz target over its corpus, and over cut, doubled and bit-flipped forms of every file,
// so that each compiler and sanitizer sees hostile bytes without libFuzzer.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr int kMutationsPerFile = 200;

void Run(const std::string& bytes) {
  // An exact-size heap copy, so that a read past the end is seen by AddressSanitizer.
  const std::vector<std::uint8_t> copy(bytes.begin(), bytes.end());
  LLVMFuzzerTestOneInput(copy.data(), copy.size());
}

std::string Mutate(std::string bytes, std::mt19937& random) {
  if (bytes.empty()) return std::string(1, static_cast<char>(random() % 256));
  const std::size_t at = random() % bytes.size();
  switch (random() % 4) {
    case 0: bytes.resize(at); break;
    case 1: bytes.insert(at, bytes.substr(0, 1 + random() % bytes.size())); break;
    case 2: bytes[at] = static_cast<char>(random() % 256); break;
    default: bytes.erase(at, 1 + random() % 8); break;
  }
  return bytes;
}

}  // namespace

int main(int argc, char** argv) {
  std::mt19937 random(20261124);
  std::size_t files = 0;
  Run("");
  for (int i = 1; i < argc; ++i) {
    if (!std::filesystem::is_directory(argv[i])) continue;
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(argv[i])) {
      paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    for (const auto& path : paths) {
      std::ifstream in(path, std::ios::binary);
      const std::string bytes((std::istreambuf_iterator<char>(in)), {});
      Run(bytes);
      for (int m = 0; m < kMutationsPerFile; ++m) Run(Mutate(bytes, random));
      ++files;
    }
  }
  std::printf("%zu files replayed\n", files);
  return files > 0 ? 0 : 1;
}
