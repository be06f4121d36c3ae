// Internationalised host names -> A-labels ("bücher.de" -> "xn--bcher-kva.de"), so that a domain is
// one domain however it is written.

#ifndef REFEREE_SRC_NORMALIZE_PUNYCODE_H_
#define REFEREE_SRC_NORMALIZE_PUNYCODE_H_

#include <string>
#include <string_view>

namespace referee {

// The host in lower case, NFKC, its labels with other than ASCII letters by RFC 3492.  Total: a
// host that is not UTF-8 or longer than a host name may be comes back with its ASCII letters
// lowered.
std::string AsciiHost(std::string_view host);

}  // namespace referee

#endif  // REFEREE_SRC_NORMALIZE_PUNYCODE_H_
