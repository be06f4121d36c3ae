// Texts of the policy with slots: "Held for {role} until {due}."

#ifndef REFEREE_SRC_OUTPUT_TEMPLATE_H_
#define REFEREE_SRC_OUTPUT_TEMPLATE_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace referee {

// Slot names and what stands for them.  A slot that is not listed prints as nothing.
using Slots = std::vector<std::pair<std::string_view, std::string>>;

// Replaces every {name}; "{{" prints one brace.  What stands between "[[" and "]]" is printed only
// when every slot in it has a value; such groups do not nest.  Values are copied as they are: a
// value that looks like a slot is not read again.
std::string Render(std::string_view text, const Slots& slots);

}  // namespace referee

#endif  // REFEREE_SRC_OUTPUT_TEMPLATE_H_
