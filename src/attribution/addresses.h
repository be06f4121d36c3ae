// Whose mailboxes and domains the lead and the partner use.

#ifndef REFEREE_SRC_ATTRIBUTION_ADDRESSES_H_
#define REFEREE_SRC_ATTRIBUTION_ADDRESSES_H_

#include "src/attribution/case.h"
#include "src/normalize/features.h"
#include "src/normalize/table_overrides.h"

namespace referee {

// Normal forms for the submission with these features, brought by `partner` (null for nobody).
// Users who were not valid at `receipt` are strangers.  Free-mail and shared domains belong to
// nobody and are left out.  `overrides` as for the features.
Addresses AddressesOf(const Features& submission, const Partner* partner, const Instant& receipt,
                      const TableOverrides* overrides);

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_ADDRESSES_H_
