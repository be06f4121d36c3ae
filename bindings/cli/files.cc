#include "bindings/cli/files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <system_error>

#include "bindings/cli/arguments.h"

namespace referee::cli {
namespace {

[[noreturn]] void ThrowUnreadable(const std::string& path) {
  std::string message = "cannot read ";
  message += path;
  message += ": ";
  message += std::strerror(errno == 0 ? EIO : errno);
  throw UsageError(message);
}

// Opens `path` into `file`, or takes standard input.
std::istream& Open(const std::string& path, std::ifstream& file) {
  if (path == "-") return std::cin;
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    errno = EISDIR;
    ThrowUnreadable(path);
  }
  errno = 0;
  file.open(path, std::ios::binary);
  if (!file) ThrowUnreadable(path);
  return file;
}

bool IsBlank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
}

}  // namespace

std::string ReadFile(const std::string& path) {
  std::ifstream file;
  std::istream& in = Open(path, file);
  std::string bytes(static_cast<std::size_t>(SizeOf(path)), '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  // What a pipe has, or what was appended since, comes after the known size.
  in.clear(in.rdstate() & ~(std::ios::eofbit | std::ios::failbit));
  bytes.append(std::istreambuf_iterator<char>(in), {});
  if (in.bad()) ThrowUnreadable(path);
  return bytes;
}

void ForEachLine(const std::string& path, const std::function<void(const Line&)>& use) {
  std::ifstream file;
  std::istream& in = Open(path, file);
  std::string text;
  Line line{{}, 0, 0};
  while (std::getline(in, text)) {
    line.text = text;
    ++line.number;
    line.bytes_read += text.size() + 1;
    if (!IsBlank(text)) use(line);
  }
  if (in.bad()) ThrowUnreadable(path);
}

std::uint64_t SizeOf(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return 0;
  const std::uint64_t size = std::filesystem::file_size(path, error);
  return error ? 0 : size;
}

void Print(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) {
    throw UsageError(std::string("cannot write the output: ") + std::strerror(errno));
  }
}

void FlushOutput() {
  if (std::fflush(stdout) != 0) {
    throw UsageError(std::string("cannot write the output: ") + std::strerror(errno));
  }
}

}  // namespace referee::cli
