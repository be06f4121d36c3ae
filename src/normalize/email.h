// E-mail addresses -> mailboxes: who answers, and where.

#ifndef REFEREE_SRC_NORMALIZE_EMAIL_H_
#define REFEREE_SRC_NORMALIZE_EMAIL_H_

#include <string_view>

#include "src/normalize/features.h"
#include "src/normalize/table_overrides.h"

namespace referee {

// Lower case; plus tags dropped; points dropped where the provider ignores them (gmail.com), and
// googlemail.com is gmail.com.  Reads "Name <address>", "E-mail: address" and "mailto:" too. Total;
// an empty feature for what has no local part, @ and host.
EmailFeature NormalizeEmail(std::string_view text, const TableOverrides* overrides = nullptr);

// True when the local part says no more than the name: its words are the given and family name,
// their initials or nicknames, in any order, digits apart.
bool DerivesFromName(std::string_view local, const PersonFeatures& person);

}  // namespace referee

#endif  // REFEREE_SRC_NORMALIZE_EMAIL_H_
