// The help of a verb, from its table.

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "bindings/cli/verb.h"

namespace referee::cli {
namespace {

// Appends "  LEFT   help", with further lines of the help below its first.
void AppendRow(std::string_view left, std::size_t width, std::string_view help, std::string& out) {
  out += "  ";
  out += left;
  std::size_t column = left.size();
  while (!help.empty()) {
    const std::size_t end = std::min(help.find('\n'), help.size());
    out.append(width + 2 - column, ' ');
    out += help.substr(0, end);
    out += '\n';
    help.remove_prefix(std::min(end + 1, help.size()));
    if (!help.empty()) out += "  ";
    column = 0;
  }
}

std::string LeftOf(const Option& option) {
  std::string left(option.name);
  if (!option.value.empty()) {
    left += ' ';
    left += option.value;
  }
  return left;
}

}  // namespace

std::string HelpOf(const Verb& verb) {
  std::string out = "usage: referee ";
  out += verb.name;
  if (!verb.options.empty()) out += " [OPTION]...";
  for (const Positional& positional : verb.positionals) {
    out += ' ';
    out += positional.name;
  }
  out += "\n\n";
  out += verb.about;
  out += '\n';

  std::size_t width = 6;
  for (const Positional& positional : verb.positionals) {
    width = std::max(width, positional.name.size());
  }
  for (const Option& option : verb.options) width = std::max(width, LeftOf(option).size());
  if (!verb.positionals.empty()) out += '\n';
  for (const Positional& positional : verb.positionals) {
    AppendRow(positional.name, width, positional.help, out);
  }
  out += '\n';
  for (const Option& option : verb.options) AppendRow(LeftOf(option), width, option.help, out);
  AppendRow("--help", width, "show this text", out);

  out += "\nexamples:\n";
  out += verb.examples;
  out += "\nexit: 0 done, ";
  if (!verb.found.empty()) {
    out += "1 ";
    out += verb.found;
    out += ", ";
  }
  out += "2 bad usage or input\n";
  return out;
}

}  // namespace referee::cli
