// Letters with marks as they are written without: Mueller, Groessl, Soeren, Aarhus.

#ifndef REFEREE_SRC_MATCH_TRANSCRIPTION_H_
#define REFEREE_SRC_MATCH_TRANSCRIPTION_H_

#include <string_view>

namespace referee {

// True when the words would be equal if every ae, oe, ue and aa that may stand for one letter were
// that letter alone: folding leaves "muller" of the one spelling and "mueller" of the other.  An e
// stands for itself after a vowel or q (Bauer is not Baur) and before an l that ends the word or
// begins a syllable (Michael is not Michal).  Words of three letters are too short to tell.
// Symmetric; linear.
bool AreTranscriptions(std::string_view a, std::string_view b);

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_TRANSCRIPTION_H_
