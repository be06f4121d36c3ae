#include "src/normalize/address.h"

#include <vector>

#include "src/base/text.h"
#include "src/normalize/unicode.h"

namespace referee {
namespace {

struct StreetWord {
  std::string_view written, meant;
};
// By the Referee authors, 2026-11: spellings of the commonest street words.
constexpr StreetWord kStreetWords[] = {
    {"str", "strasse"}, {"st", "street"},    {"rd", "road"},        {"ave", "avenue"},
    {"av", "avenue"},   {"avda", "avenida"}, {"blvd", "boulevard"}, {"bd", "boulevard"},
    {"ln", "lane"},     {"dr", "drive"},     {"sq", "square"},      {"pl", "place"},
    {"ul", "ulica"},    {"c", "calle"},      {"pza", "plaza"},      {"ctra", "carretera"},
    {"hwy", "highway"}, {"ct", "court"}};

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string SpellStreetWord(const std::string& word) {
  for (const StreetWord& row : kStreetWords) {
    if (row.written == word) return std::string(row.meant);
  }
  // "Hafenstr." and "Hafenstrasse" are one street.
  if (word.size() > 4 && word.ends_with("str")) return word + "asse";
  return word;
}

bool StartsWithDigit(const std::string& word) { return IsAsciiDigit(word[0]); }

// "Hafenstr. 1a" and "1a Harbour Road": the first word that starts with a digit is the number.
void SplitStreet(std::string_view line, AddressFeature* out) {
  std::vector<std::string> street;
  for (const std::string& word : Words(Fold(line))) {
    if (StartsWithDigit(word) && out->house_number.empty()) {
      out->house_number = word;
    } else if (StartsWithDigit(word) && out->unit.empty()) {
      out->unit = word;
    } else {
      street.push_back(SpellStreetWord(word));
    }
  }
  out->street = JoinWords(street);
}

}  // namespace

AddressFeature NormalizeAddress(const Address& address, const TableOverrides* overrides) {
  AddressFeature out;
  SplitStreet(address.line1.get(), &out);
  out.city = JoinWords(Words(Fold(address.city.get())));
  out.region = JoinWords(Words(Fold(address.region.get())));
  out.postal = Alphanumeric(address.postal.get());
  out.country = NormalizeCountry(address.country.get(), overrides);
  return out;
}

std::string NormalizeCountry(std::string_view text, const TableOverrides* overrides) {
  if (text.empty()) return {};
  // Nearly every country is given by its code, of which folding makes small letters.
  if (text.size() == 2 && IsLetter(text[0]) && IsLetter(text[1])) {
    return std::string(CountryCodeOf(LowerAscii(text), overrides));
  }
  return std::string(CountryCodeOf(JoinWords(Words(Fold(text))), overrides));
}

}  // namespace referee
