// Normalises lines from standard input, for oracles written in Python.
//
// usage: normalize_lines phone    "DE<tab>040 123"  -> "+4940123", or the digits alone
//        normalize_lines fold     any text          -> the folded text
//        normalize_lines host     a domain or URL   -> the host
//        normalize_lines domain   a host            -> the registrable domain

#include <functional>
#include <iostream>
#include <map>
#include <string>
#include <string_view>

#include "src/normalize/domain.h"
#include "src/normalize/phone.h"
#include "src/normalize/unicode.h"

namespace {

std::string Phone(const std::string& line) {
  const std::size_t tab = line.find('\t');
  return referee::NormalizePhone(line.substr(tab + 1), line.substr(0, tab)).e164;
}

}  // namespace

int main(int argc, char** argv) {
  const std::map<std::string_view, std::function<std::string(const std::string&)>> normalizers = {
      {"phone", Phone},
      {"fold", referee::Fold},
      {"host", referee::HostOf},
      {"domain", [](const std::string& line) { return referee::RegistrableDomain(line); }},
  };
  const auto normalizer = argc == 2 ? normalizers.find(argv[1]) : normalizers.end();
  if (normalizer == normalizers.end()) {
    std::cerr << "usage: normalize_lines phone|fold|host|domain\n";
    return 2;
  }
  for (std::string line; std::getline(std::cin, line);) {
    std::cout << normalizer->second(line) << '\n';
  }
}
