// Hosts and web addresses -> registrable domains, and what a domain says about a company.

#ifndef REFEREE_SRC_NORMALIZE_DOMAIN_H_
#define REFEREE_SRC_NORMALIZE_DOMAIN_H_

#include <string>
#include <string_view>

#include "src/normalize/features.h"
#include "src/normalize/table_overrides.h"

namespace referee {

// The host of a domain, a URL or what stands after the @: lower case, labels in ASCII (A-labels),
// without port, path, user and "www.".
std::string HostOf(std::string_view domain_or_url);

// The public suffix and one label ("a.b.co.uk" -> "b.co.uk") by the ICANN section of the Public
// Suffix List; "" for suffixes themselves, IP addresses and what is no host name.
std::string RegistrableDomain(std::string_view host, const TableOverrides* overrides = nullptr);

DomainClass ClassifyDomain(std::string_view registrable_domain,
                           const TableOverrides* overrides = nullptr);

}  // namespace referee

#endif  // REFEREE_SRC_NORMALIZE_DOMAIN_H_
