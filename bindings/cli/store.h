// The store file that several verbs take, and the act that goes into it.

#ifndef REFEREE_BINDINGS_CLI_STORE_H_
#define REFEREE_BINDINGS_CLI_STORE_H_

#include <cstdint>
#include <string>

#include "bindings/cli/arguments.h"
#include "bindings/cpp/referee.hpp"

namespace referee::cli {

extern const Option kStoreOption, kTenantOption, kSignKeyOption;

// The store of --store, made where there is none, with the key of --sign-key.
Store OpenStore(const Arguments& arguments);

// A store that must be there, to read.
Store OpenToRead(const std::string& path);

// An option that is the number of an entry, from 1.
std::uint64_t EntryOf(const Arguments& arguments, std::string_view option);

}  // namespace referee::cli

#endif  // REFEREE_BINDINGS_CLI_STORE_H_
