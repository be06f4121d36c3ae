// What the command shows to a person at a terminal: colours and progress.

#ifndef REFEREE_BINDINGS_CLI_TERMINAL_H_
#define REFEREE_BINDINGS_CLI_TERMINAL_H_

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace referee::cli {

// Colours of the brief; without a terminal, text stays as it is.
enum class Colour { kGreen, kYellow, kRed, kBold, kDim };
std::string Paint(Colour colour, std::string_view text);

// A line on standard error, "reading leads.ndjson 43 %", shown only on a terminal, only for work
// that takes longer than half a second, and gone with the object.
class Progress {
 public:
  explicit Progress(std::string label);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // `total` 0: unknown.
  void Update(std::uint64_t done, std::uint64_t total);
  // Takes the line away, so that something else can be printed.
  void Clear();

 private:
  std::string label_;
  bool is_on_terminal_;
  bool is_shown_ = false;
  std::chrono::steady_clock::time_point next_;
};

// "referee: MESSAGE" on standard error.
void Complain(std::string_view message);

}  // namespace referee::cli

#endif  // REFEREE_BINDINGS_CLI_TERMINAL_H_
