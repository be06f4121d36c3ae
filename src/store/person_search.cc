#include "src/store/person_search.h"

#include <algorithm>
#include <vector>

#include "src/base/text.h"
#include "src/normalize/unicode.h"

namespace referee {
namespace {

// Shorter runs of digits are house numbers, amounts and years.
constexpr std::size_t kLeastPhoneDigits = 7;

// Digits without the zeros that stand for "trunk" or "international".
std::string PhoneDigits(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (IsAsciiDigit(c) && (c != '0' || !digits.empty())) digits += c;
  }
  return digits;
}

// One is the end of the other: a number with and without its country code.
bool IsSamePhone(std::string_view a, std::string_view b) {
  if (std::min(a.size(), b.size()) < kLeastPhoneDigits) return false;
  return a.size() < b.size() ? b.ends_with(a) : a.ends_with(b);
}

bool IsPartOfPhone(char c) {
  return IsAsciiDigit(c) || c == ' ' || c == '-' || c == '/' || c == '.' || c == '(' || c == ')' ||
         c == '+';
}

bool HasPhone(std::string_view text, const std::set<std::string>& phones) {
  for (std::size_t begin = 0; begin < text.size();) {
    if (!IsPartOfPhone(text[begin])) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < text.size() && IsPartOfPhone(text[end])) ++end;
    const std::string digits = PhoneDigits(text.substr(begin, end - begin));
    for (const std::string& phone : phones) {
      if (IsSamePhone(digits, phone) || digits.find(phone) != std::string::npos) return true;
    }
    begin = end;
  }
  return false;
}

bool HasAny(std::string_view folded, const std::set<std::string>& wanted) {
  return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& text) {
    return folded.find(text) != std::string_view::npos;
  });
}

// The words in a row, whatever stands between them.
bool HasWords(const std::string& joined, const std::set<std::string>& wanted) {
  const std::string padded = " " + joined + " ";
  return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& words) {
    return padded.find(" " + words + " ") != std::string::npos;
  });
}

// Names inside of longer words count as well ("Weber's", an address made of the name), but for the
// shortest surnames.
constexpr std::size_t kLeastSurnameInside = 4;

bool HasSurname(std::string_view folded, const std::string& joined,
                const std::set<std::string>& surnames) {
  if (HasWords(joined, surnames)) return true;
  return std::any_of(surnames.begin(), surnames.end(), [&](const std::string& surname) {
    return surname.size() >= kLeastSurnameInside && folded.find(surname) != std::string_view::npos;
  });
}

bool TextMentions(std::string_view text, const KnownPerson& person, Mention mention) {
  const std::string folded = Fold(text);
  if (HasAny(folded, person.emails) || HasAny(folded, person.names)) return true;
  if (HasPhone(text, person.phones)) return true;
  const std::string joined = JoinWords(Words(folded));
  if (HasWords(joined, person.names)) return true;
  return mention == Mention::kLinked && HasSurname(folded, joined, person.surnames);
}

std::string FoldedWords(std::string_view text) { return JoinWords(Words(Fold(text))); }

std::string MemberText(const json::Node& node, std::string_view name) {
  const json::Node* member = node.Find(name);
  return member == nullptr || member->kind != json::Kind::kString ? std::string()
                                                                  : std::string(member->text);
}

// A member that is a text or a list of texts.
std::vector<std::string> MemberTexts(const json::Node& node, std::string_view name) {
  std::vector<std::string> texts;
  const json::Node* member = node.Find(name);
  if (member == nullptr) return texts;
  if (member->kind == json::Kind::kString) texts.emplace_back(member->text);
  for (const json::Node& element : member->elements) texts.emplace_back(element.text);
  return texts;
}

// First and last name in members of their own, as in a person object.
bool NamesPerson(const json::Node& node, const KnownPerson& person) {
  const std::string first = FoldedWords(MemberText(node, "first_name"));
  const std::string last = FoldedWords(MemberText(node, "last_name"));
  return !first.empty() && !last.empty() && person.names.contains(first + " " + last);
}

}  // namespace

void AddPerson(const json::Node& node, KnownPerson* person) {
  for (const std::string_view name : {"emails", "email"}) {
    for (const std::string& email : MemberTexts(node, name)) {
      if (email.find('@') != std::string::npos) person->emails.insert(Fold(email));
    }
  }
  for (const std::string_view name : {"phones", "phone"}) {
    for (const std::string& phone : MemberTexts(node, name)) {
      std::string digits = PhoneDigits(phone);
      if (digits.size() >= kLeastPhoneDigits) person->phones.insert(std::move(digits));
    }
  }
  const std::string first = FoldedWords(MemberText(node, "first_name"));
  const std::string last = FoldedWords(MemberText(node, "last_name"));
  if (!last.empty()) person->surnames.insert(last);
  if (!first.empty() && !last.empty()) {
    person->names.insert(first + " " + last);
    person->names.insert(last + " " + first);
  }
  for (const std::string_view name : {"full_name", "name"}) {
    const std::string full = FoldedWords(MemberText(node, name));
    if (full.find(' ') == std::string::npos) continue;
    person->names.insert(full);
    person->surnames.insert(full.substr(full.rfind(' ') + 1));
  }
}

bool IsPerson(const json::Node& node, const KnownPerson& person) {
  if (node.kind != json::Kind::kObject) return false;
  const std::string type = MemberText(node, "type");
  if ((type == "contact" || type == "lead") && person.ids.contains(MemberText(node, "id"))) {
    return true;
  }
  for (const std::string_view name : {"emails", "email"}) {
    for (const std::string& email : MemberTexts(node, name)) {
      if (person.emails.contains(Fold(email))) return true;
    }
  }
  return false;
}

bool Mentions(const json::Node& node, const KnownPerson& person, Mention mention) {
  if (node.kind == json::Kind::kString) return TextMentions(node.text, person, mention);
  for (const json::Node& element : node.elements) {
    if (Mentions(element, person, mention)) return true;
  }
  if (node.kind == json::Kind::kObject && NamesPerson(node, person)) return true;
  for (const json::Member& member : node.members) {
    if (Mentions(member.value, person, mention)) return true;
  }
  return false;
}

}  // namespace referee
