#include "tests/reference/normalize/registrable_domain.h"

#include <algorithm>
#include <set>
#include <vector>

#include "src/normalize/tables/tables.h"

namespace referee::reference {
namespace {

using tables::SuffixKind;

const std::vector<std::string>& Rules(SuffixKind kind) {
  static const auto& rules = *new std::vector<std::vector<std::string>>([] {
    constexpr tables::SuffixRule kRows[] = {
#include "src/normalize/tables/public_suffixes.inc"
    };
    std::vector<std::vector<std::string>> out(3);
    for (const tables::SuffixRule& row : kRows) {
      out[static_cast<std::size_t>(row.kind)].emplace_back(row.suffix);
    }
    return out;
  }());
  return rules[static_cast<std::size_t>(kind)];
}

bool Has(SuffixKind kind, const std::string& suffix) {
  const std::vector<std::string>& rules = Rules(kind);
  return std::binary_search(rules.begin(), rules.end(), suffix);
}

// The labels from `first` on.
std::string From(const std::vector<std::string>& labels, std::size_t first) {
  std::string out;
  for (std::size_t i = first; i < labels.size(); ++i) out += (i > first ? "." : "") + labels[i];
  return out;
}

bool IsHostName(std::string_view host) {
  if (host.empty() || host.size() > 253) return false;
  std::vector<std::string> labels(1);
  for (const char c : host) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool is_digit = c >= '0' && c <= '9';
    if (c == '.') {
      labels.emplace_back();
    } else if (is_letter || is_digit || c == '-' || c == '_' ||
               static_cast<unsigned char>(c) > 127) {
      labels.back() += c;
    } else {
      return false;
    }
  }
  const bool has_empty = std::any_of(labels.begin(), labels.end(),
                                     [](const std::string& label) { return label.empty(); });
  const char last = has_empty ? '0' : labels.back()[0];
  return labels.size() > 1 && !has_empty && !(last >= '0' && last <= '9');
}

}  // namespace

std::string RegistrableDomain(std::string_view host) {
  if (!IsHostName(host)) return {};
  std::vector<std::string> labels(1);
  for (const char c : host) {
    if (c == '.') {
      labels.emplace_back();
    } else {
      labels.back() += c;
    }
  }
  // "The prevailing rule is the one with the most labels", an exception before all; without any,
  // it is "*".  `suffix` is where the public suffix begins.
  std::size_t suffix = labels.size() - 1;
  for (std::size_t first = 0; first < labels.size(); ++first) {
    if (Has(SuffixKind::kException, From(labels, first))) {
      suffix = first + 1;
      break;
    }
    const bool by_wildcard =
        first + 1 < labels.size() && Has(SuffixKind::kWildcard, From(labels, first + 1));
    if (by_wildcard || Has(SuffixKind::kPlain, From(labels, first))) {
      suffix = std::min(suffix, first);
    }
  }
  return suffix == 0 ? std::string() : From(labels, suffix - 1);
}

}  // namespace referee::reference
