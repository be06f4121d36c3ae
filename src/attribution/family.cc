#include "src/attribution/family.h"

#include <algorithm>
#include <map>
#include <utility>

#include "src/attribution/party_records.h"
#include "src/base/string_map.h"
#include "src/index/record_reader.h"

namespace referee {
namespace {

const std::string* ParentOf(const Account& account) {
  for (const Text* parent : {&account.ultimate_parent_id, &account.parent_id}) {
    if (parent->has() && **parent != account.id) return &parent->get();
  }
  return nullptr;
}

// Accounts that point at one of the family, level by level.
class FamilyTree {
 public:
  FamilyTree(const Snapshot& records, std::string root, RecordReader* reader)
      : records_(records), root_(std::move(root)), reader_(*reader) {}

  // Members by id, the root included when it is in the records.  False when there are too many.
  bool Grow() {
    std::vector<std::string> level = {root_};
    AddRoot();
    for (int depth = 0; depth < kMaxGenerations && !level.empty(); ++depth) {
      std::vector<std::string> next;
      for (const std::string& id : level) {
        if (!AddChildren(id, &next)) return false;
      }
      level = std::move(next);
    }
    return level.empty();
  }

  std::map<std::string, Account>& members() { return members_; }

 private:
  void AddRoot() {
    const RecordNo number = records_.Find(RecordType::kAccount, root_);
    if (number == kNoRecord) return;
    members_.emplace(root_, std::get<Account>(reader_.Read(records_, number)));
  }

  bool AddChildren(const std::string& parent, std::vector<std::string>* next) {
    for (const RecordNo number : records_.Referring(Reference::kAccountParent, parent)) {
      std::string id(records_.IdAt(number));
      if (members_.contains(id)) continue;
      Account account = std::get<Account>(reader_.Read(records_, number));
      // An ultimate parent of its own takes an account out of the family of its parent.
      const Text& ultimate = account.ultimate_parent_id;
      if (ultimate.has() && *ultimate != root_) continue;
      if (members_.size() >= kMaxRelatives) return false;
      members_.emplace(id, std::move(account));
      next->push_back(std::move(id));
    }
    return true;
  }

  const Snapshot& records_;
  std::string root_;
  std::map<std::string, Account> members_;
  RecordReader& reader_;
};

template <typename T>
std::vector<T> Referred(const Case& the_case, Reference reference, std::string_view target,
                        RecordReader* reader) {
  std::vector<T> found;
  for (const RecordNo number : the_case.records.Referring(reference, target)) {
    Record record = reader->Read(the_case.records, number);
    if (!IsLaterThan(record, the_case.receipt)) found.push_back(std::get<T>(std::move(record)));
  }
  return found;
}

FamilyMember MemberOf(const Case& the_case, Account account, const std::string& root, Band band,
                      RecordReader* reader) {
  FamilyMember member;
  member.opportunities =
      Referred<Opportunity>(the_case, Reference::kOpportunityCompany, account.id, reader);
  member.registrations =
      Referred<DealRegistration>(the_case, Reference::kRegistrationCompany, account.id, reader);
  member.account = std::move(account);
  member.ultimate_parent_id = root;
  member.company = band;
  return member;
}

}  // namespace

std::string UltimateParentOf(const Snapshot& records, const Account& account,
                             RecordReader* reader) {
  std::vector<std::string> chain = {account.id};
  Account current = account;
  while (chain.size() < static_cast<std::size_t>(kMaxGenerations)) {
    const std::string* parent = ParentOf(current);
    if (parent == nullptr || current.ultimate_parent_id.has()) {
      return parent == nullptr ? current.id : *parent;
    }
    const auto cycle = std::find(chain.begin(), chain.end(), *parent);
    if (cycle != chain.end()) return *std::min_element(cycle, chain.end());
    const RecordNo number = records.Find(RecordType::kAccount, *parent);
    if (number == kNoRecord) return *parent;
    chain.push_back(*parent);
    current = std::get<Account>(reader->Read(records, number));
  }
  return chain.back();
}

void CollectFamily(RecordReader* reader, Case* the_case) {
  std::map<std::string, Band> roots;
  StringSet same;
  for (const Known<Account>& known : the_case->accounts) {
    Band& band = roots[UltimateParentOf(the_case->records, known.record, reader)];
    band = std::max(band, known.company);
    if (known.company == Band::kSame) same.insert(known.record.id);
  }
  for (const auto& [root, band] : roots) {
    FamilyTree tree(the_case->records, root, reader);
    if (!tree.Grow()) the_case->search_truncated = true;
    for (auto& [id, account] : tree.members()) {
      if (same.contains(id)) continue;
      the_case->family.push_back(MemberOf(*the_case, std::move(account), root, band, reader));
    }
  }
}

}  // namespace referee
