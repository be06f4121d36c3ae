#include "src/normalize/company_name.h"

#include <algorithm>
#include <iterator>

#include "src/base/text.h"
#include "src/normalize/unicode.h"
#include "src/normalize/word_list.h"

namespace referee {
namespace {

// Written by the Referee authors, 2026-11; sorted.
constexpr std::string_view kDescriptorList[] = {
    "associates",  "capital",    "consulting",  "consultants",   "digital",       "energy",
    "engineering", "enterprise", "enterprises", "foods",         "global",        "group",
    "groupe",      "grupo",      "gruppe",      "gruppo",        "handel",        "holding",
    "holdings",    "industrie",  "industries",  "industry",      "international", "labs",
    "logistics",   "logistik",   "management",  "manufacturing", "media",         "network",
    "networks",    "partner",    "partners",    "products",      "service",       "services",
    "software",    "solution",   "solutions",   "systems",       "technologies",  "technology",
    "trading",     "transport",  "ventures",    "werke"};
constexpr WordList kDescriptors(kDescriptorList);

constexpr std::string_view kStopWordList[] = {"and", "the", "of",  "und", "et",  "y",  "e",  "de",
                                              "der", "die", "das", "del", "di",  "da", "la", "le",
                                              "les", "el",  "los", "las", "for", "fur"};
constexpr WordList kStopWords(kStopWordList);

// Words that say that what follows is a place: branches.
constexpr std::string_view kBranchWordList[] = {
    "niederlassung", "branch", "filiale",  "zweigstelle", "sucursal",          "succursale",
    "oddzial",       "filial", "standort", "office",      "zweigniederlassung"};
constexpr WordList kBranchWords(kBranchWordList);

struct Abbreviation {
  std::string_view shortened, full;
};
constexpr Abbreviation kAbbreviations[] = {
    {"assoc", "associates"},   {"bros", "brothers"},     {"chem", "chemicals"},
    {"cons", "consulting"},    {"ctr", "center"},        {"centre", "center"},
    {"dept", "department"},    {"dev", "development"},   {"eng", "engineering"},
    {"engg", "engineering"},   {"ent", "enterprises"},   {"gebr", "gebruder"},
    {"grp", "group"},          {"ind", "industries"},    {"inds", "industries"},
    {"ins", "insurance"},      {"instr", "instruments"}, {"int", "international"},
    {"intl", "international"}, {"labs", "laboratories"}, {"log", "logistics"},
    {"mfg", "manufacturing"},  {"mgmt", "management"},   {"mktg", "marketing"},
    {"mfrs", "manufacturers"}, {"natl", "national"},     {"pharma", "pharmaceuticals"},
    {"pkg", "packaging"},      {"prod", "products"},     {"prods", "products"},
    {"serv", "services"},      {"sol", "solutions"},     {"solns", "solutions"},
    {"svc", "services"},       {"svcs", "services"},     {"sys", "systems"},
    {"tech", "technologies"},  {"transp", "transport"},  {"univ", "university"}};

// No abbreviation is longer.
constexpr std::size_t kLongestAbbreviation = 6;

void SpellOut(std::string& word) {
  if (word.size() > kLongestAbbreviation) return;
  const auto* abbreviation =
      std::find_if(std::begin(kAbbreviations), std::end(kAbbreviations),
                   [&](const Abbreviation& row) { return row.shortened == word; });
  if (abbreviation != std::end(kAbbreviations)) word = abbreviation->full;
}

std::string JoinRange(const std::vector<std::string>& words, std::size_t first, std::size_t last) {
  std::string out;
  for (std::size_t i = first; i < last; ++i) {
    if (i > first) out += ' ';
    out += words[i];
  }
  return out;
}

// The Romanian form I.I. is written with points; without them it counts companies: Solarpark II.
bool IsSecond(std::string_view form_words, std::string_view folded) {
  return form_words == "ii" && folded.find("i.i") == std::string_view::npos &&
         folded.find("i. i") == std::string_view::npos;
}

// The value of a Roman numeral from 1 to 39; 0 for any other word.
int RomanNumeral(std::string_view word) {
  constexpr std::string_view kOnes[] = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
  int tens = 0;
  while (tens < 3 && word.starts_with('x')) {
    word.remove_prefix(1);
    ++tens;
  }
  const auto* ones = std::find(std::begin(kOnes), std::end(kOnes), word);
  return ones == std::end(kOnes) ? 0 : 10 * tens + static_cast<int>(ones - kOnes);
}

// Removes the longest legal form at one end, as long as a name remains.  True when it did.
bool TakeForm(std::string_view folded, std::vector<std::string>& words, bool at_end,
              const TableOverrides* overrides, CompanyFeatures* out) {
  for (std::size_t length = std::min(kLongestLegalForm, words.size() - 1); length > 0; --length) {
    const std::size_t first = at_end ? words.size() - length : 0;
    const std::string range = JoinRange(words, first, first + length);
    const std::string_view form = LegalFormOf(range, overrides);
    if (form.empty() || IsSecond(range, folded)) continue;
    // The first form found is the outermost one and names the entity ("GmbH & Co. KG" is one form).
    if (out->legal_form.empty() || out->legal_form == "co") out->legal_form = form;
    const auto begin = words.begin() + static_cast<std::ptrdiff_t>(first);
    words.erase(begin, begin + static_cast<std::ptrdiff_t>(length));
    return true;
  }
  return false;
}

// Chinese, Japanese and Korean write the form without a blank; longest first.
constexpr std::string_view kJoinedForms[] = {"股份有限公司", "有限责任公司", "有限責任公司",
                                             "有限公司",     "株式会社",     "有限会社",
                                             "合同会社",     "주식회사",     "유한회사"};

// Makes a joined form at either end a word of its own.
void SplitJoinedForm(std::vector<std::string>& words) {
  for (const std::string_view form : kJoinedForms) {
    std::string& first = words.front();
    if (first.size() > form.size() && first.starts_with(form)) {
      first.erase(0, form.size());
      words.insert(words.begin(), std::string(form));
      return;
    }
    std::string& last = words.back();
    if (last.size() > form.size() && last.ends_with(form)) {
      last.resize(last.size() - form.size());
      words.emplace_back(form);
      return;
    }
  }
}

void TakeForms(std::string_view folded, std::vector<std::string>& words,
               const TableOverrides* overrides, CompanyFeatures* out) {
  SplitJoinedForm(words);
  while (words.size() > 1 && TakeForm(folded, words, true, overrides, out)) {
    while (words.size() > 1 && (words.back() == "&" || words.back() == "+")) words.pop_back();
  }
  // Some countries put the form in front ("PT ...", "株式会社 ..."); only when none stood behind,
  // and only what is no plausible name of its own.
  if (out->legal_form.empty() && words.size() > 1) TakeForm(folded, words, false, overrides, out);
}

bool IsNumeral(std::string_view token) {
  return std::all_of(token.begin(), token.end(), IsAsciiDigit);
}

// Where the name says which place is meant: in brackets, after " - " or a branch word, or the city.
void FindPlaces(std::string_view folded, std::string_view city, const TableOverrides* overrides,
                CompanyFeatures* out) {
  std::vector<std::string> places;
  if (const std::size_t open = folded.find('('); open != std::string_view::npos) {
    const std::size_t close = folded.find(')', open);
    for (std::string& word : Words(folded.substr(open + 1, close - open - 1))) {
      places.push_back(std::move(word));
    }
  }
  if (const std::size_t dash = folded.find(" - "); dash != std::string_view::npos) {
    for (std::string& word : Words(folded.substr(dash + 3))) places.push_back(std::move(word));
  }
  const std::vector<std::string> city_words = Words(city);
  for (std::size_t i = 0; i < out->name_tokens.size(); ++i) {
    const std::string& token = out->name_tokens[i];
    const bool after_branch = i > 0 && kBranchWords.Has(out->name_tokens[i - 1]);
    const bool is_city = std::find(city_words.begin(), city_words.end(), token) != city_words.end();
    if (after_branch || (is_city && i > 0)) places.push_back(token);
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  for (std::string& place : places) {
    if (LegalFormOf(place, overrides).empty()) out->place_tokens.push_back(std::move(place));
  }
}

std::string AcronymOf(const std::vector<std::string>& tokens) {
  std::string acronym;
  std::size_t words = 0;
  for (const std::string& token : tokens) {
    if (kStopWords.Has(token) || static_cast<unsigned char>(token[0]) >= 0x80) continue;
    acronym += token[0];
    ++words;
  }
  return words > 1 ? acronym : std::string();
}

}  // namespace

void NormalizeCompanyName(std::string_view name, std::string_view city, CompanyFeatures* out,
                          const TableOverrides* overrides) {
  const std::string folded = Fold(name);
  std::vector<std::string> words = Words(folded);
  while (words.size() > 1 && (words.front() == "&" || words.front() == "+")) {
    words.erase(words.begin());
  }
  if (words.empty()) return;
  TakeForms(folded, words, overrides, out);
  // At the end of a name it counts companies of that name.
  const int numeral = words.size() > 1 ? RomanNumeral(words.back()) : 0;
  if (numeral > 0) words.back() = std::to_string(numeral);
  for (std::string& word : words) {
    if (word == "&" || word == "+") continue;
    const bool is_whole_name = words.size() == 1;
    if (!is_whole_name) SpellOut(word);
    if (IsNumeral(word)) out->numerals.push_back(word);
    out->name_tokens.push_back(std::move(word));
  }
  if (out->name_tokens.size() > 1 && kStopWords.Has(out->name_tokens.front())) {
    out->name_tokens.erase(out->name_tokens.begin());  // "The ..."
  }
  out->name = JoinWords(out->name_tokens);
  out->acronym = AcronymOf(out->name_tokens);
  FindPlaces(folded, city, overrides, out);
}

bool IsDescriptor(std::string_view token) {
  return kDescriptors.Has(token) || kStopWords.Has(token);
}

}  // namespace referee
