// The oracle of registrable domains: the algorithm of publicsuffix.org, word for word, over all
// rules of the table.

#ifndef REFEREE_TESTS_REFERENCE_NORMALIZE_REGISTRABLE_DOMAIN_H_
#define REFEREE_TESTS_REFERENCE_NORMALIZE_REGISTRABLE_DOMAIN_H_

#include <string>
#include <string_view>

namespace referee::reference {

// The domain that somebody can register, or "".
std::string RegistrableDomain(std::string_view host);

}  // namespace referee::reference

#endif  // REFEREE_TESTS_REFERENCE_NORMALIZE_REGISTRABLE_DOMAIN_H_
