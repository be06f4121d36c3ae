// case -> titles: who may claim the party, since when and until when.

#ifndef REFEREE_SRC_ATTRIBUTION_CLAIMS_H_
#define REFEREE_SRC_ATTRIBUTION_CLAIMS_H_

#include <string_view>
#include <vector>

#include "src/attribution/timeline.h"

namespace referee {

// The titles that this submission, earlier submissions and the CRM's registrations give to the
// party, in no particular order, withdrawn and refused ones included.  A registration that lacks
// required fields is a title from the receipt at which its partner has supplied them all, and
// kIncomplete until then.  Linear in the size of the case but for sorting.
std::vector<Title> FindTitles(const Case& the_case, const Parameters& parameters,
                              Assumption assumption);

// True when the submission itself gives this field of `required_registration_fields`:
// "company.name", "lead.last_name", "product_families".  False for a path it does not know.
bool GivesField(const Submission& submission, std::string_view path);

}  // namespace referee

#endif  // REFEREE_SRC_ATTRIBUTION_CLAIMS_H_
