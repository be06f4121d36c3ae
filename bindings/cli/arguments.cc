#include "bindings/cli/arguments.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

namespace referee::cli {
namespace {

// Levenshtein, one row at a time; words of a command line are short.
std::size_t EditDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
    }
  }
  return row[b.size()];
}

const Option* Find(std::string_view name, const std::vector<Option>& options) {
  const auto found = std::find_if(options.begin(), options.end(),
                                  [name](const Option& option) { return option.name == name; });
  return found == options.end() ? nullptr : &*found;
}

std::string UnknownOption(std::string_view name, const std::vector<Option>& options) {
  std::vector<std::string_view> names;
  for (const Option& option : options) names.push_back(option.name);
  std::string message = "there is no option ";
  message += name;
  if (const std::string_view nearest = Nearest(name, names); !nearest.empty()) {
    message += "; did you mean ";
    message += nearest;
    message += '?';
  }
  return message;
}

}  // namespace

std::string_view Nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  std::string_view best;
  std::size_t best_distance = word.size() / 3 + 2;  // Farther is another word, not a slip.
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = EditDistance(word, candidate);
    if (distance >= best_distance) continue;
    best_distance = distance;
    best = candidate;
  }
  return best;
}

Arguments::Arguments(const std::vector<std::string>& words, const std::vector<Option>& options,
                     const std::vector<Positional>& positionals) {
  bool only_positions = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (only_positions || word.size() < 2 || word[0] != '-') {
      positions_.push_back(word);
      continue;
    }
    if (word == "--") {
      only_positions = true;
      continue;
    }
    const std::size_t equals = word.find('=');
    const std::string name = word.substr(0, equals);
    const Option* option = Find(name, options);
    if (option == nullptr) throw UsageError(UnknownOption(name, options));
    if (option->value.empty()) {
      if (equals != std::string::npos) throw UsageError(name + " takes no value");
      Add(*option, "");
    } else if (equals != std::string::npos) {
      Add(*option, word.substr(equals + 1));
    } else if (i + 1 < words.size()) {
      Add(*option, words[++i]);
    } else {
      throw UsageError(name + " needs a value: " + name + ' ' + std::string(option->value));
    }
  }
  if (positions_.size() < positionals.size()) {
    throw UsageError(std::string(positionals[positions_.size()].name) + " is missing");
  }
  if (positions_.size() > positionals.size()) {
    throw UsageError("one argument too many: " + positions_[positionals.size()]);
  }
}

void Arguments::Add(const Option& option, std::string value) {
  std::vector<std::string>& values = values_[std::string(option.name)];
  if (!values.empty() && !option.repeats) {
    throw UsageError(std::string(option.name) + " is given twice");
  }
  values.push_back(std::move(value));
}

bool Arguments::Has(std::string_view name) const { return values_.find(name) != values_.end(); }

std::string Arguments::Value(std::string_view name, std::string_view otherwise) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::string(otherwise) : found->second.back();
}

const std::vector<std::string>& Arguments::Values(std::string_view name) const {
  static const std::vector<std::string> none;
  const auto found = values_.find(name);
  return found == values_.end() ? none : found->second;
}

}  // namespace referee::cli
