// The words of one command: which options a verb has, what was given, and the help that follows
// from the same table.

#ifndef REFEREE_BINDINGS_CLI_ARGUMENTS_H_
#define REFEREE_BINDINGS_CLI_ARGUMENTS_H_

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace referee::cli {

// The user asked for something that cannot be done; the message says what would.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Option {
  std::string_view name;   // "--records".
  std::string_view value;  // What the help calls its value; "" for a switch.
  std::string_view help;   // Lines separated by '\n'.
  bool repeats = false;
};

struct Positional {
  std::string_view name;  // "SUBMISSIONS".
  std::string_view help;
};

// What was given, checked against the table.
class Arguments {
 public:
  // Understands "--name VALUE", "--name=VALUE" and "--" before words that only look like options.
  // Throws UsageError for anything the table does not have, with the nearest name.
  Arguments(const std::vector<std::string>& words, const std::vector<Option>& options,
            const std::vector<Positional>& positionals);

  bool Has(std::string_view name) const;
  // The only or last value of an option, or `otherwise`.
  std::string Value(std::string_view name, std::string_view otherwise = "") const;
  // All values of an option that repeats, in the order given.
  const std::vector<std::string>& Values(std::string_view name) const;
  const std::string& Position(std::size_t index) const { return positions_[index]; }

 private:
  void Add(const Option& option, std::string value);

  std::map<std::string, std::vector<std::string>, std::less<>> values_;
  std::vector<std::string> positions_;
};

// The nearest of `candidates` to a word that is none of them, or "" when none is near.
std::string_view Nearest(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace referee::cli

#endif  // REFEREE_BINDINGS_CLI_ARGUMENTS_H_
