// Letters that look alike, as one letter: what a reader sees, not what a writer typed.
//
// The shape of a text is what is left of its letters: lower-case Latin, nothing between them, "l"
// as "i", a letter that is repeated once.  "Guarantee", "G.u.a.r.a.n.t.e.e", "guarantee" broken
// over lines or spelt with a Cyrillic letter all have one shape.

#ifndef REFEREE_SRC_POLICY_LOOK_ALIKE_H_
#define REFEREE_SRC_POLICY_LOOK_ALIKE_H_

#include <string>
#include <string_view>

namespace referee::policy {

// What counts as a letter besides letters.  "y0u" needs digits, "gu@rantee" needs signs; in
// "you will (1) receive!" both stand between words.
struct Reading {
  bool digits_are_letters = false, signs_are_letters = false;
};

// Total, linear.  Two texts of one shape look alike, not the other way round.
std::string ShapeOf(std::string_view text, Reading reading);

// The steps of the above, for a text that is read in several ways: its letters, folded, with what
// stands between them; whether the reading takes something else there for a letter; the shape.
std::string InLetters(std::string_view text);
bool IsReadTwice(std::string_view letters, Reading reading);
std::string ShapeOfLetters(std::string_view letters, Reading reading);

// The same shape with "rn" read as "m", once where it is repeated.
std::string WithPairs(std::string_view shape);

}  // namespace referee::policy

#endif  // REFEREE_SRC_POLICY_LOOK_ALIKE_H_
