#include "src/normalize/person_name.h"

#include <algorithm>
#include <iterator>

#include "src/base/text.h"
#include "src/normalize/unicode.h"
#include "src/normalize/word_list.h"

namespace referee {
namespace {

// Forms of address and academic titles before a name, folded, points removed; by the Referee
// authors, 2026-11.
constexpr std::string_view kHonorificList[] = {
    "arch",   "avv",       "dipl",    "doc",  "doctor", "dott",    "dottssa", "dr",     "dra",
    "drs",    "fr",        "frau",    "fru",  "gospod", "herr",    "hr",      "ing",    "ir",
    "kum",    "lady",      "lic",     "lord", "madame", "mag",     "mevr",    "mgr",    "miss",
    "mister", "mlle",      "mme",     "mr",   "mrs",    "ms",      "mx",      "pan",    "pani",
    "prof",   "professor", "rer",     "rev",  "senhor", "senhora", "senor",   "senora", "shri",
    "sig",    "signor",    "signora", "sir",  "smt",    "sr",      "sra",     "srta",   "sri"};
constexpr WordList kHonorifics(kHonorificList);

// What follows a title: "Dr. med.", "Dr. rer. nat.", "Prof. Dr. h.c. mult."  Some are names too.
constexpr std::string_view kDegreeList[] = {"dent", "habil", "hc",  "jur", "med",   "mult", "nat",
                                            "oec",  "phil",  "pol", "rer", "techn", "univ", "vet"};
constexpr WordList kDegrees(kDegreeList);

constexpr std::string_view kSuffixList[] = {"2nd", "3rd", "cpa",    "esq",    "ii",
                                            "iii", "iv",  "jr",     "junior", "mba",
                                            "md",  "phd", "senior", "snr",    "sr"};
constexpr WordList kSuffixes(kSuffixList);

struct SuffixSpelling {
  std::string_view written, meant;
};
constexpr SuffixSpelling kSuffixSpellings[] = {
    {"2nd", "ii"}, {"3rd", "iii"}, {"junior", "jr"}, {"senior", "snr"}, {"sr", "snr"}};

// Words that begin a family name of several words.
constexpr std::string_view kParticleList[] = {
    "af",  "al",  "bin", "bint", "da",  "dal", "de",  "degli", "dei", "del", "della",
    "den", "der", "des", "di",   "do",  "dos", "du",  "el",    "ibn", "la",  "las",
    "le",  "los", "ten", "ter",  "van", "vom", "von", "y",     "zu",  "zum", "zur"};
constexpr WordList kParticles(kParticleList);

std::string SpellSuffix(std::string_view word) {
  for (const SuffixSpelling& row : kSuffixSpellings) {
    if (row.written == word) return std::string(row.meant);
  }
  return std::string(word);
}

// Drops titles as long as a name remains.
void DropHonorifics(const TableOverrides* overrides, std::vector<std::string>& words) {
  std::size_t first = 0;
  while (first + 1 < words.size()) {
    // "Dr. Phil Collins" has a given name, "Dr. phil. Anna Schmidt" a degree.
    const bool is_degree = first > 0 && first + 2 < words.size() && kDegrees.Has(words[first]);
    const bool is_honorific =
        Holds(overrides, &TableOverrides::honorifics, words[first], kHonorifics.Has(words[first]));
    if (!is_degree && !is_honorific) break;
    ++first;
  }
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(first));
}

void TakeSuffix(std::vector<std::string>& words, PersonFeatures* out) {
  while (words.size() > 1 && kSuffixes.Has(words.back())) {
    out->suffix = SpellSuffix(words.back());
    words.pop_back();
  }
}

std::vector<std::string> NameWords(std::string_view text) {
  std::vector<std::string> words = Words(Fold(text));
  std::erase_if(words, [](const std::string& word) { return word == "&" || word == "+"; });
  return words;
}

struct NameParts {
  std::vector<std::string> given, family;
};

// "Last, First Middle", or the last word and the particles before it as the family name.
NameParts SplitFullName(std::string_view text, const TableOverrides* overrides,
                        PersonFeatures* out) {
  NameParts parts;
  if (const std::size_t comma = text.find(','); comma != std::string_view::npos) {
    parts.family = NameWords(text.substr(0, comma));
    parts.given = NameWords(text.substr(comma + 1));
    // "Jane Doe, PhD": what follows the comma is no given name.
    const bool only_suffixes =
        std::all_of(parts.given.begin(), parts.given.end(),
                    [](const std::string& word) { return kSuffixes.Has(word); });
    if (!only_suffixes) return parts;
    if (!parts.given.empty()) out->suffix = SpellSuffix(parts.given[0]);
    text = text.substr(0, comma);
  }
  std::vector<std::string> words = NameWords(text);
  DropHonorifics(overrides, words);
  TakeSuffix(words, out);
  std::size_t family = words.empty() ? 0 : words.size() - 1;
  while (family > 1 && kParticles.Has(words[family - 1])) --family;
  const auto middle = words.begin() + static_cast<std::ptrdiff_t>(family);
  parts.given.assign(words.begin(), middle);
  parts.family.assign(middle, words.end());
  return parts;
}

NameParts PartsOf(const Person& person, const TableOverrides* overrides, PersonFeatures* out) {
  NameParts parts;
  if (person.first_name.has()) parts.given = NameWords(*person.first_name);
  if (person.last_name.has()) parts.family = NameWords(*person.last_name);
  if (parts.given.empty() && parts.family.empty() && person.full_name.has()) {
    parts = SplitFullName(*person.full_name, overrides, out);
  }
  DropHonorifics(overrides, parts.given);
  // A title may stand in the field of the family name when the given name is missing.
  if (parts.given.empty()) DropHonorifics(overrides, parts.family);
  TakeSuffix(parts.family, out);
  return parts;
}

// Refined Soundex: classes of consonants that are mistaken for each other; '0' is silent here.
constexpr std::string_view kSoundClasses = "01360240043788015936020505";

}  // namespace

void NormalizeName(const Person& person, PersonFeatures* out, const TableOverrides* overrides) {
  const NameParts parts = PartsOf(person, overrides, out);
  if (person.suffix.has()) {
    std::vector<std::string> words = NameWords(*person.suffix);
    if (!words.empty()) out->suffix = SpellSuffix(words[0]);
  }
  if (!parts.given.empty()) {
    out->given = parts.given[0];
    const std::vector<std::string> rest(parts.given.begin() + 1, parts.given.end());
    out->middle = JoinWords(rest);
  }
  if (out->middle.empty() && person.middle_name.has()) {
    out->middle = JoinWords(NameWords(*person.middle_name));
  }
  out->family = JoinWords(parts.family);
  out->family_phonetic = PhoneticCode(out->family);
  out->given_groups = NicknameGroups(out->given, overrides);

  out->name_tokens = parts.given;
  for (const std::string& word : parts.family) {
    if (!kParticles.Has(word)) out->name_tokens.push_back(word);
  }
  std::sort(out->name_tokens.begin(), out->name_tokens.end());
}

std::vector<std::uint32_t> NicknameGroups(std::string_view folded_given_name,
                                          const TableOverrides* overrides) {
  std::vector<std::uint32_t> groups;
  AppendNicknameGroups(folded_given_name, overrides, &groups);
  std::sort(groups.begin(), groups.end());
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
  return groups;
}

std::string PhoneticCode(std::string_view folded_name) {
  std::string code;
  char last = '0';
  for (const char c : folded_name) {
    if (c < 'a' || c > 'z') continue;
    const char sound = kSoundClasses[static_cast<std::size_t>(c - 'a')];
    if (code.empty()) {
      code += c;
    } else if (sound != '0' && sound != last) {
      code += sound;
    }
    last = sound;
  }
  return code;
}

}  // namespace referee
