// Files of the command line: whole, or line by line.

#ifndef REFEREE_BINDINGS_CLI_FILES_H_
#define REFEREE_BINDINGS_CLI_FILES_H_

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>

namespace referee::cli {

// All bytes of a file; "-" is standard input.  Throws UsageError when it cannot be read.
std::string ReadFile(const std::string& path);

// Calls `use` for each line that is not blank, with its number from 1 and the bytes read so far.
// Throws UsageError when the file cannot be read.
struct Line {
  std::string_view text;
  std::size_t number;
  std::uint64_t bytes_read;
};
void ForEachLine(const std::string& path, const std::function<void(const Line&)>& use);

// The bytes of a regular file, 0 when that is not known.
std::uint64_t SizeOf(const std::string& path);

// Writes to standard output; throws UsageError when that fails, as on a full disk.
void Print(std::string_view text);
void FlushOutput();

}  // namespace referee::cli

#endif  // REFEREE_BINDINGS_CLI_FILES_H_
