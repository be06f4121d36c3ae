#include "src/output/record_words.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "src/base/text.h"
#include "src/output/plain_words.h"

namespace referee {
namespace {

// The type of records that carry a name worth reading; nothing for the others.
std::optional<RecordType> NamedType(std::string_view type) {
  for (const RecordType named :
       {RecordType::kAccount, RecordType::kContact, RecordType::kLead, RecordType::kOpportunity,
        RecordType::kPartner, RecordType::kUser, RecordType::kTerritory}) {
    if (RecordTypeName(named) == type) return named;
  }
  return std::nullopt;
}

// The name of a record of any type.
struct NameOf {
  std::string operator()(const Lead& lead) const {
    const std::string person = PersonWords(lead.person);
    return person.empty() ? lead.company->name.get() : person;
  }
  std::string operator()(const Contact& contact) const { return PersonWords(contact.person); }
  std::string operator()(const Account& account) const {
    return account.company.name.has() ? *account.company.name : account.company.legal_name.get();
  }
  std::string operator()(const Opportunity& opportunity) const { return opportunity.name.get(); }
  std::string operator()(const Partner& partner) const { return partner.name.get(); }
  std::string operator()(const User& user) const { return user.name.get(); }
  std::string operator()(const Territory& territory) const { return territory.name.get(); }
  template <typename Other>
  std::string operator()(const Other&) const {
    return {};
  }
};

template <typename T>
std::optional<std::string> NameIn(const std::vector<Known<T>>& list, std::string_view id) {
  for (const Known<T>& known : list) {
    if (known.record.id == id) return NameOf()(known.record);
  }
  return std::nullopt;
}

template <typename T>
std::string NameOrNone(const T* record) {
  return record == nullptr ? std::string() : NameOf()(*record);
}

// What the case holds needs no second reading.
std::optional<std::string> NameInCase(const Case& the_case, RecordType type, std::string_view id) {
  switch (type) {
    case RecordType::kAccount: return NameIn(the_case.accounts, id);
    case RecordType::kContact: return NameIn(the_case.contacts, id);
    case RecordType::kLead: return NameIn(the_case.leads, id);
    case RecordType::kOpportunity: return NameIn(the_case.opportunities, id);
    case RecordType::kPartner: return NameOrNone(the_case.records.FindPartner(id));
    case RecordType::kUser: return NameOrNone(the_case.records.FindUser(id));
    case RecordType::kTerritory: return NameOrNone(the_case.records.FindTerritory(id));
    default: return std::nullopt;
  }
}

std::string NameOfRecord(const Case& the_case, RecordType type, std::string_view id) {
  std::optional<std::string> name = NameInCase(the_case, type, id);
  if (name.has_value()) return std::move(*name);
  const RecordNo found = the_case.records.Find(type, id);
  return found == kNoRecord ? std::string()
                            : std::visit(NameOf(), the_case.records.RecordAt(found));
}

std::string SubmissionWords(const Case& the_case, const std::string& id) {
  if (id == the_case.submission.id) return "this submission";
  std::string text = "submission " + id;
  for (const PriorSubmission& prior : the_case.prior) {
    if (prior.submission.id != id) continue;
    if (!prior.partner_id.empty()) text += " from " + PartnerWords(the_case, prior.partner_id);
    break;
  }
  return text;
}

// A value that is the id of a record reads better as its name.
std::string IdWords(const Case& the_case, std::string_view path, const std::string& value) {
  if (path.ends_with("parent_id") || path == "company_id") {
    const std::string name = NameOfRecord(the_case, RecordType::kAccount, value);
    return name.empty() ? value : name;
  }
  if (path.ends_with("partner_id") || path == "partner_of_record") {
    return PartnerWords(the_case, value);
  }
  if (path == "owner") return UserWords(the_case, value);
  const bool is_code = path.ends_with("kind") || path == "intent" || path == "lead_source";
  return is_code ? CodeWords(value) : TimeWords(value);
}

std::string ValueWords(const Case& the_case, const Fact& fact) {
  if (const bool* flag = std::get_if<bool>(&fact.value)) return *flag ? "yes" : "no";
  if (const auto* number = std::get_if<std::int64_t>(&fact.value)) return std::to_string(*number);
  if (const auto* text = std::get_if<std::string>(&fact.value)) {
    return IdWords(the_case, fact.path, *text);
  }
  return {};
}

// "ultimate_parent_id" is "ultimate parent"; "merge.loser.partner_id" of a merge "loser partner".
std::string PathWords(const Fact& fact) {
  std::string_view path = fact.path;
  if (path.starts_with(fact.record.type + '.')) path.remove_prefix(fact.record.type.size() + 1);
  if (path.ends_with("_id")) path.remove_suffix(3);
  return CodeWords(path);
}

}  // namespace

std::string PersonWords(const Person& person) {
  std::string text = person.full_name.get();
  if (person.first_name.has() || person.last_name.has()) {
    text = person.first_name.get();
    if (!text.empty() && person.last_name.has()) text += ' ';
    text += person.last_name.get();
  }
  if (text.empty() && !person.emails.get().empty()) text = person.emails.get().front();
  return text;
}

std::string PartnerWords(const Case& the_case, const std::string& id) {
  const Partner* partner = the_case.records.FindPartner(id);
  return partner != nullptr && partner->name.has() ? *partner->name : id;
}

std::string UserWords(const Case& the_case, const std::string& id) {
  const User* user = the_case.records.FindUser(id);
  return user != nullptr && user->name.has() ? *user->name : id;
}

std::string RecordWords(const Case& the_case, const RecordRef& record) {
  if (record.type == "submission") return SubmissionWords(the_case, record.id);
  const std::optional<RecordType> type = NamedType(record.type);
  const std::string name =
      type.has_value() ? NameOfRecord(the_case, *type, record.id) : std::string();
  std::string text = CodeWords(record.type) + ' ';
  return name.empty() ? text + record.id : text + name + " (" + record.id + ")";
}

std::string FactWords(const Case& the_case, const Fact& fact) {
  std::string text = RecordWords(the_case, fact.record) + ", " + PathWords(fact);
  const std::string value = ValueWords(the_case, fact);
  if (!value.empty()) text += ": " + value;
  const std::string at = TimeWords(fact.at);
  if (!at.empty() && at != value) text += " (" + at + ")";
  return text;
}

std::string NoteWords(const Case& the_case, std::string_view note) {
  std::string text;
  for (const std::string_view word : Split(note, ' ')) {
    if (!text.empty()) text += ' ';
    const std::size_t end = word.find_last_not_of(",.:;") + 1;
    const std::string bare(word.substr(0, end));
    if (the_case.records.FindPartner(bare) != nullptr) {
      text += PartnerWords(the_case, bare);
    } else if (const std::string time = TimeWords(bare); time != bare) {
      text += time;
    } else {
      std::string words = bare;
      std::replace(words.begin(), words.end(), '_', ' ');
      text += words;
    }
    text += word.substr(end);
  }
  return text;
}

}  // namespace referee
