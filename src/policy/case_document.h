// The case as the conditions of a policy see it.

#ifndef REFEREE_SRC_POLICY_CASE_DOCUMENT_H_
#define REFEREE_SRC_POLICY_CASE_DOCUMENT_H_

#include <string>
#include <string_view>
#include <vector>

#include "src/attribution/attribute.h"
#include "src/attribution/case.h"
#include "src/cel/value.h"
#include "src/record/parameters.h"

namespace referee::policy {

// Which lists of the case document some condition reads.  They grow with what the records hold of
// a party, and the document of a decision has only those that its policy reads.
struct ListsRead {
  bool matches = false, claims = false, conflicts = false, touches = false, registrations = false,
       opportunities = false, history = false;

  // `path` is one of a condition's read_paths(), or one that people are asked for.
  void Add(std::string_view path);

  static ListsRead All() { return {true, true, true, true, true, true, true}; }
};

// All variables of the case schema but `verdicts`, and of its lists those that are read.  `policy`
// is the value that conditions see under that name.  What is not known is unknown with the path
// that people are asked for.
cel::Value CaseDocument(const Case& the_case, const Attribution& attribution,
                        const Parameters& parameters, const cel::Value& policy,
                        const ListsRead& lists = ListsRead::All());

// The same document with `verdicts`: what gates and tables said, for what is asked after them.
cel::Value WithVerdicts(const cel::Value& document, std::string_view fit_tier,
                        const std::vector<std::string>& stopped);

}  // namespace referee::policy

#endif  // REFEREE_SRC_POLICY_CASE_DOCUMENT_H_
