#include "tests/reference/normalize/libpsl_domain.h"

#include <libpsl.h>

#include <cstdio>
#include <string_view>

#include "src/normalize/tables/tables.h"

namespace referee::reference {

struct LibpslDomain::State {
  psl_ctx_t* rules = nullptr;
};

// The table as the text of a Public Suffix List.
static std::string ListText() {
  using tables::SuffixKind;
  constexpr tables::SuffixRule kRows[] = {
#include "src/normalize/tables/public_suffixes.inc"
  };
  std::string text = "// ===BEGIN ICANN DOMAINS===\n";
  for (const tables::SuffixRule& row : kRows) {
    text += row.kind == SuffixKind::kWildcard    ? "*."
            : row.kind == SuffixKind::kException ? "!"
                                                 : "";
    text += std::string(row.suffix) + "\n";
  }
  return text + "// ===END ICANN DOMAINS===\n";
}

LibpslDomain::LibpslDomain() : state_(std::make_unique<State>()) {
  std::string text = ListText();
  std::FILE* file = fmemopen(text.data(), text.size(), "r");
  state_->rules = psl_load_fp(file);
  std::fclose(file);
}

LibpslDomain::~LibpslDomain() { psl_free(state_->rules); }

std::string LibpslDomain::Of(const std::string& host) const {
  const char* domain = psl_registrable_domain(state_->rules, host.c_str());
  return domain == nullptr ? std::string() : std::string(domain);
}

}  // namespace referee::reference
