#include "bindings/cli/store.h"

#include <charconv>
#include <system_error>

#include "bindings/cli/files.h"

namespace referee::cli {

const Option kStoreOption = {"--store", "FILE", "keep what is decided in FILE, made if need be"};
const Option kTenantOption = {"--tenant", "T", "whose submissions these are (\"\")"};
const Option kSignKeyOption = {"--sign-key", "FILE",
                               "sign entries with this Ed25519 seed: 64 hexadecimal digits"};

Store OpenStore(const Arguments& arguments) {
  if (!arguments.Has(kStoreOption.name)) throw UsageError("say which store: --store FILE");
  StoreOptions options;
  if (arguments.Has(kSignKeyOption.name)) {
    options.sign_key = ReadFile(arguments.Value(kSignKeyOption.name));
    while (!options.sign_key.empty() && options.sign_key.back() == '\n') {
      options.sign_key.pop_back();
    }
  }
  return Store::Open(arguments.Value(kStoreOption.name), options);
}

Store OpenToRead(const std::string& path) {
  StoreOptions options;
  options.read_only = true;
  return Store::Open(path, options);
}

std::uint64_t EntryOf(const Arguments& arguments, std::string_view option) {
  const std::string text = arguments.Value(option);
  std::uint64_t entry = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), entry);
  if (error != std::errc() || end != text.data() + text.size() || entry == 0) {
    throw UsageError(std::string(option) + " is the number of an entry, from 1");
  }
  return entry;
}

}  // namespace referee::cli
