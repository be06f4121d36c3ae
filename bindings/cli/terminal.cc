#include "bindings/cli/terminal.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <utility>

namespace referee::cli {
namespace {

using Clock = std::chrono::steady_clock;

// NO_COLOR (no-color.org) and "dumb" terminals ask for plain text.
bool HasColour() {
  static const bool kHasColour = [] {
    const char* terminal = std::getenv("TERM");
    return isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr &&
           terminal != nullptr && std::string_view(terminal) != "dumb";
  }();
  return kHasColour;
}

std::string_view CodeOf(Colour colour) {
  switch (colour) {
    case Colour::kGreen: return "\033[32m";
    case Colour::kYellow: return "\033[33m";
    case Colour::kRed: return "\033[31m";
    case Colour::kBold: return "\033[1m";
    case Colour::kDim: return "\033[2m";
  }
  return "";
}

}  // namespace

std::string Paint(Colour colour, std::string_view text) {
  if (!HasColour()) return std::string(text);
  std::string out(CodeOf(colour));
  out += text;
  out += "\033[0m";
  return out;
}

Progress::Progress(std::string label)
    : label_(std::move(label)),
      is_on_terminal_(isatty(STDERR_FILENO) == 1),
      next_(Clock::now() + std::chrono::milliseconds(500)) {}

Progress::~Progress() { Clear(); }

void Progress::Update(std::uint64_t done, std::uint64_t total) {
  if (!is_on_terminal_ || Clock::now() < next_) return;
  next_ = Clock::now() + std::chrono::milliseconds(100);
  is_shown_ = true;
  if (total > 0) {
    std::fprintf(stderr, "\r\033[K%s %d %%", label_.c_str(),
                 static_cast<int>(static_cast<double>(done) * 100 / static_cast<double>(total)));
  } else {
    std::fprintf(stderr, "\r\033[K%s %llu", label_.c_str(), static_cast<unsigned long long>(done));
  }
  std::fflush(stderr);
}

void Progress::Clear() {
  if (!is_shown_) return;
  is_shown_ = false;
  std::fputs("\r\033[K", stderr);
  std::fflush(stderr);
}

void Complain(std::string_view message) {
  std::fprintf(stderr, "referee: %.*s\n", static_cast<int>(message.size()), message.data());
}

}  // namespace referee::cli
