#include "src/attribution/gather.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "src/attribution/addresses.h"
#include "src/attribution/family.h"
#include "src/attribution/merged_party.h"
#include "src/attribution/party_records.h"
#include "src/attribution/resolve.h"
#include "src/attribution/source_party.h"
#include "src/base/status_macros.h"
#include "src/index/record_reader.h"
#include "src/normalize/normalize.h"

namespace referee {
namespace {

// The records through which earlier submissions are linked; more of band same than this means that
// the CRM holds one party many times, and further copies add nothing but time.
constexpr std::size_t kMaxLinkingRecords = 32;

struct Bands {
  Band person = Band::kNone, company = Band::kNone;
};

class Gathering {
 public:
  Gathering(GatherInput input, const CallContext& call)
      : model_(*input.model), parameters_(*input.parameters), call_(call), trace_(input.trace) {
    case_.tenant = std::move(input.tenant);
    case_.records = std::move(input.records);
    case_.history = std::move(input.history);
    case_.submission = std::move(input.submission);
    case_.sequence = input.sequence;
    case_.as_of = input.as_of;
    case_.as_of_text = std::move(input.as_of_text);
    const Moment& received = case_.submission.received_at;
    case_.receipt = received.has() ? received->instant : case_.as_of;
    case_.receipt_text = received.has() ? received->text : case_.as_of_text;
  }

  absl::StatusOr<Case> Run();

 private:
  absl::StatusOr<std::vector<Match>> FindMatches(const Snapshot& snapshot, const Features& features,
                                                 Explain explain);
  enum class Aspect : std::uint8_t { kPerson, kCompany };
  AspectMatch Score(const Features& own, const Features& other, Aspect aspect);
  AspectMatch ScoreAgainstParty(const Features& other, Aspect aspect) {
    return Score(features_, other, aspect);
  }
  bool HasHistory();
  absl::Status FindPriors();
  absl::Status LinkThroughRecords();
  absl::Status FindPartyOfQuery();
  absl::Status CollectClaimsOnFamily();
  const PriorSubmission* LatestClaim() const;
  void NotePrior(RecordNo record, const Bands& bands);
  void CollectPriors();
  absl::StatusOr<std::vector<Match>> FindRecords(const Features& features);
  bool Keep(RecordNo number);
  std::vector<std::pair<RecordNo, RecordNo>> NamesakesAtEmployers(
      const Features& features, const std::vector<Match>& matches) const;
  void AddNamesakes(const Features& features, std::vector<Match>* matches);
  void SortMatches();
  void AddTouchesOf(const Submission& submission);
  void CollectPapers();
  void CollectPapersOfPartner(Case* the_case);
  void CollectSameEvidence(Case* the_case);
  void FindReferrerAmongParty(Case* the_case);
  void CollectClaimOfQuery();
  const TableOverrides* Tables() const { return case_.records.tables().get(); }

  const Model& model_;
  const Parameters& parameters_;
  const CallContext& call_;
  MatchTrace* const trace_;
  Case case_;
  Features features_;
  std::map<RecordNo, Bands> priors_;  // Of the history.
  std::set<RecordNo> collected_;      // Those of them that are in case_.prior.
  RecordReader reader_;
  ReadRecords read_;  // Those of the matches.
};

absl::StatusOr<std::vector<Match>> Gathering::FindMatches(const Snapshot& snapshot,
                                                          const Features& features,
                                                          Explain explain) {
  MatchOptions options;
  options.same_match = parameters_.same_match;
  options.possible_match = parameters_.possible_match;
  options.explain = explain;
  MatchResult result;
  if (trace_ != nullptr && trace_->answers()) {
    REFEREE_ASSIGN_OR_RETURN(result, trace_->NextResult(snapshot));
  } else {
    REFEREE_ASSIGN_OR_RETURN(
        result, MatchParties(model_, snapshot.Noting(nullptr), features, options, call_));
    if (trace_ != nullptr) trace_->Note(snapshot, result);
  }
  case_.search_truncated = case_.search_truncated || result.truncated;
  return std::move(result.matches);
}

AspectMatch Gathering::Score(const Features& own, const Features& other, Aspect aspect) {
  if (trace_ != nullptr && trace_->answers()) return trace_->NextScore();
  MatchOptions options;
  options.same_match = parameters_.same_match;
  options.possible_match = parameters_.possible_match;
  AspectMatch person, company;
  ScorePair(model_, case_.records.Noting(nullptr), own, other, options, &person, &company);
  AspectMatch& scored = aspect == Aspect::kPerson ? person : company;
  if (trace_ != nullptr) trace_->Note(scored);
  return std::move(scored);
}

bool Gathering::HasHistory() {
  if (trace_ != nullptr && trace_->answers()) return trace_->has_history();
  const bool has_history = case_.history.size() > 0;
  if (trace_ != nullptr) trace_->NoteHistory(has_history);
  return has_history;
}

void Gathering::NotePrior(RecordNo record, const Bands& bands) {
  if (case_.history.TypeAt(record) != RecordType::kSubmission) return;
  Bands& known = priors_[record];
  known.person = std::max(known.person, bands.person);
  known.company = std::max(known.company, bands.company);
}

absl::Status Gathering::FindPriors() {
  if (!HasHistory()) return absl::OkStatus();
  REFEREE_ASSIGN_OR_RETURN(const std::vector<Match> matches,
                           FindMatches(case_.history, features_, Explain::kYes));
  for (const Match& match : matches) {
    NotePrior(match.record, {match.person.band, match.company.band});
    case_.matches.push_back(match);
  }
  return LinkThroughRecords();
}

// An earlier submission that is the same with a record which is the same with this submission is
// about the same party, even if the two submissions share too little to tell.
absl::Status Gathering::LinkThroughRecords() {
  std::size_t linking = 0;
  Features features;
  const std::vector<Match> direct = case_.matches;
  for (const Match& match : direct) {
    const bool is_person = match.type == RecordType::kContact || match.type == RecordType::kLead;
    const bool same_person = is_person && match.person.band == Band::kSame;
    const bool same_company =
        match.type == RecordType::kAccount && match.company.band == Band::kSame;
    if (!same_person && !same_company) continue;
    if (++linking > kMaxLinkingRecords) break;
    case_.records.FeaturesAt(match.record, &features);
    REFEREE_ASSIGN_OR_RETURN(const std::vector<Match> found,
                             FindMatches(case_.history, features, Explain::kNo));
    for (const Match& prior : found) {
      Bands bands;
      if (same_person && prior.person.band == Band::kSame) bands.person = Band::kSame;
      if (same_company && prior.company.band == Band::kSame) bands.company = Band::kSame;
      if (bands.person != Band::kNone || bands.company != Band::kNone) {
        NotePrior(prior.record, bands);
      }
    }
  }
  return absl::OkStatus();
}

// Adds to case.prior what was noted since the last call, ascending by sequence, and marks the
// submissions of the referral.
void Gathering::CollectPriors() {
  case_.prior.reserve(priors_.size());
  for (const auto& [record, bands] : priors_) {
    if (!collected_.insert(record).second) continue;
    const HistoryEntry entry = case_.history.HistoryAt(record);
    PriorSubmission prior;
    prior.submission = reader_.ReadSubmission(case_.history, record);
    prior.referral_id = entry.referral_id;
    prior.sequence = entry.sequence;
    prior.receipt = entry.receipt;
    prior.person = bands.person;
    prior.company = bands.company;
    const SourceParty source = FindSource(case_.records, prior.submission, prior.receipt);
    if (source.partner != nullptr) prior.partner_id = source.partner->id;
    case_.prior.push_back(std::move(prior));
  }
  const auto is_before = [](const PriorSubmission& a, const PriorSubmission& b) {
    return a.sequence < b.sequence;
  };
  // Nearly always in order already, and large to move.
  if (!std::is_sorted(case_.prior.begin(), case_.prior.end(), is_before)) {
    std::sort(case_.prior.begin(), case_.prior.end(), is_before);
  }
  for (PriorSubmission& prior : case_.prior) {
    prior.same_referral = !case_.referral_id.empty() && prior.referral_id == case_.referral_id;
  }
}

// The claim that a query asks about: the latest of its referral; null of a claim itself.
const PriorSubmission* Gathering::LatestClaim() const {
  if (MakesClaim(case_.submission.intent) || case_.referral_id.empty()) return nullptr;
  const auto is_claim = [](const PriorSubmission& prior) {
    return prior.same_referral && MakesClaim(prior.submission.intent);
  };
  const auto latest = std::find_if(case_.prior.rbegin(), case_.prior.rend(), is_claim);
  return latest == case_.prior.rend() ? nullptr : &*latest;
}

// A query may name its referral only by id: the records of the party are then those of the claim
// that it asks about.
absl::Status Gathering::FindPartyOfQuery() {
  const PriorSubmission* latest = LatestClaim();
  if (latest == nullptr) return absl::OkStatus();
  const Features features = NormalizeSubmission(latest->submission, Tables());
  REFEREE_ASSIGN_OR_RETURN(const std::vector<Match> matches, FindRecords(features));
  for (const Match& match : matches) {
    const auto known =
        std::find_if(case_.matches.begin(), case_.matches.end(),
                     [&](const Match& m) { return m.type == match.type && m.id == match.id; });
    if (known == case_.matches.end()) {
      case_.matches.push_back(match);
    } else if (match.Main().probability > known->Main().probability) {
      *known = match;
    }
  }
  return absl::OkStatus();
}

// The matching records.  Those created after receipt are ignored, wherever they would show.
absl::StatusOr<std::vector<Match>> Gathering::FindRecords(const Features& features) {
  REFEREE_ASSIGN_OR_RETURN(std::vector<Match> matches,
                           FindMatches(case_.records, features, Explain::kYes));
  std::erase_if(matches, [&](const Match& match) { return !Keep(match.record); });
  AddNamesakes(features, &matches);
  return matches;
}

// Reads a record for later.  False when it is dated after receipt.
bool Gathering::Keep(RecordNo number) {
  Record record = reader_.Read(case_.records, number);
  if (IsLaterThan(record, case_.receipt)) return false;
  read_.insert_or_assign(number, std::move(record));
  return true;
}

// Contacts of the same company's accounts that bear the full name and are not matched yet, each
// with its account; ascending by id.
std::vector<std::pair<RecordNo, RecordNo>> Gathering::NamesakesAtEmployers(
    const Features& features, const std::vector<Match>& matches) const {
  const Snapshot& records = case_.records;
  const auto& name = features.person.name_tokens;
  std::vector<std::pair<RecordNo, RecordNo>> found;
  FeaturesView contact;
  for (const Match& employer : matches) {
    if (employer.type != RecordType::kAccount || employer.company.band != Band::kSame) continue;
    for (const RecordNo number : records.Referring(Reference::kPersonCompany, employer.id)) {
      if (records.TypeAt(number) != RecordType::kContact) continue;
      records.FeaturesAt(number, &contact);
      const auto& other = contact.person.name_tokens;
      if (!contact.company.empty() || !std::ranges::equal(name, other)) continue;
      const bool is_matched = std::any_of(matches.begin(), matches.end(), [&](const Match& match) {
        return match.record == number;
      });
      if (!is_matched) found.emplace_back(number, employer.record);
    }
  }
  std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
    return records.IdAt(a.first) < records.IdAt(b.first);
  });
  return found;
}

// A contact that says where it works by nothing but the account's id is compared as one of that
// company: a name alone would not do, and a mailbox may be on neither side.
void Gathering::AddNamesakes(const Features& features, std::vector<Match>* matches) {
  if (features.person.name_tokens.size() < 2) return;
  Features contact, employer;
  for (const auto& [number, account] : NamesakesAtEmployers(features, *matches)) {
    if (!Keep(number)) continue;
    case_.records.FeaturesAt(number, &contact);
    case_.records.FeaturesAt(account, &employer);
    contact.company = std::move(employer.company);
    Match match;
    match.type = RecordType::kContact;
    match.id = case_.records.IdAt(number);
    match.record = number;
    match.person = Score(features, contact, Aspect::kPerson);
    if (match.person.band != Band::kNone) matches->push_back(std::move(match));
  }
}

void Gathering::SortMatches() {
  std::stable_sort(case_.matches.begin(), case_.matches.end(), [](const Match& a, const Match& b) {
    if (a.Main().probability != b.Main().probability) {
      return a.Main().probability > b.Main().probability;
    }
    return std::pair(RecordTypeName(a.type), std::string_view(a.id)) <
           std::pair(RecordTypeName(b.type), std::string_view(b.id));
  });
}

template <typename T>
Band BandOf(const std::vector<Known<T>>& list, std::string_view id, Band Known<T>::*aspect) {
  for (const Known<T>& known : list) {
    if (known.record.id == id) return known.*aspect;
  }
  return Band::kNone;
}

// A touch of a submission is of its party, unless the touch itself names somebody else.
void Gathering::AddTouchesOf(const Submission& submission) {
  for (const Touch& touch : submission.touches.get()) {
    Known<Touch> known;
    known.record = touch;
    known.person = known.company = Band::kSame;
    Features described;
    if (touch.person.has() || touch.company.has()) described = NormalizeRecord(touch, {}, Tables());
    if (touch.person.has()) {
      known.person = ScoreAgainstParty(described, Aspect::kPerson).band;
    } else if (touch.person_id.has()) {
      known.person = std::max(BandOf(case_.contacts, *touch.person_id, &Known<Contact>::person),
                              BandOf(case_.leads, *touch.person_id, &Known<Lead>::person));
    }
    if (touch.company.has()) {
      known.company = ScoreAgainstParty(described, Aspect::kCompany).band;
    } else if (touch.company_id.has()) {
      known.company = BandOf(case_.accounts, *touch.company_id, &Known<Account>::company);
    }
    case_.touches.push_back(std::move(known));
  }
}

void Gathering::CollectPapers() {
  for (const PriorSubmission& prior : case_.prior) {
    if (prior.same_referral) AddTouchesOf(prior.submission);
  }
  AddTouchesOf(case_.submission);
  if (!case_.referral_id.empty()) {
    for (const RecordNo number :
         case_.records.Referring(Reference::kRewardReferral, case_.referral_id)) {
      Known<Reward> known;
      known.record = std::get<Reward>(reader_.Read(case_.records, number));
      known.person = known.company = Band::kSame;
      if (!IsLaterThan(known.record, case_.receipt)) case_.rewards.push_back(std::move(known));
    }
    for (const RecordNo number :
         case_.records.Referring(Reference::kApprovalReferral, case_.referral_id)) {
      case_.approvals.push_back(std::get<Approval>(reader_.Read(case_.records, number)));
    }
  }
  CollectPapersOfPartner(&case_);
  CollectSameEvidence(&case_);
}

void Gathering::CollectPapersOfPartner(Case* the_case) {
  the_case->partner_registrations.clear();
  if (the_case->source.partner == nullptr) return;
  // A partner of many years has thousands; those that no window reaches say nothing, not even if
  // a date were moved by a whole window.
  const std::int64_t window =
      std::max({parameters_.protection_window_days, parameters_.signals.everything_days, 0});
  const Instant since = the_case->receipt.PlusDays(-2 * window);
  for (const RecordNo number :
       case_.records.RegistrationsSince(the_case->source.partner->id, since)) {
    the_case->partner_registrations.push_back(
        std::get<DealRegistration>(reader_.Read(case_.records, number)));
  }
}

void Gathering::CollectSameEvidence(Case* the_case) {
  the_case->same_evidence.clear();
  for (const Evidence& evidence : the_case->submission.evidence.get()) {
    if (!evidence.id.has()) continue;
    for (const RecordNo number : case_.history.Referring(Reference::kEvidence, *evidence.id)) {
      PriorSubmission prior;
      prior.sequence = case_.history.HistoryAt(number).sequence;
      if (prior.sequence >= the_case->sequence) continue;
      prior.submission = reader_.ReadSubmission(case_.history, number);
      the_case->same_evidence.push_back(std::move(prior));
    }
  }
}

// Claims of others on relatives.  A submission about this very company is no claim on a relative.
absl::Status Gathering::CollectClaimsOnFamily() {
  if (!HasHistory()) return absl::OkStatus();
  Features features;
  for (FamilyMember& member : case_.family) {
    const RecordNo number = case_.records.Find(RecordType::kAccount, member.account.id);
    case_.records.FeaturesAt(number, &features);
    REFEREE_ASSIGN_OR_RETURN(const std::vector<Match> found,
                             FindMatches(case_.history, features, Explain::kNo));
    for (const Match& match : found) {
      const auto own = priors_.find(match.record);
      const bool is_own = own != priors_.end() && own->second.company == Band::kSame;
      if (match.company.band != Band::kSame || is_own) continue;
      PriorSubmission prior;
      prior.submission = reader_.ReadSubmission(case_.history, match.record);
      const HistoryEntry entry = case_.history.HistoryAt(match.record);
      if (entry.referral_id == case_.referral_id) continue;
      prior.referral_id = entry.referral_id;
      prior.sequence = entry.sequence;
      prior.receipt = entry.receipt;
      prior.company = Band::kSame;
      const SourceParty source = FindSource(case_.records, prior.submission, prior.receipt);
      if (source.partner != nullptr) prior.partner_id = source.partner->id;
      member.submissions.push_back(std::move(prior));
    }
  }
  return absl::OkStatus();
}

void Gathering::FindReferrerAmongParty(Case* the_case) {
  SourceParty& source = the_case->source;
  if (!source.referrer_known) return;
  if (!source.referrer_id.empty()) {
    source.referrer_is_lead =
        std::max(BandOf(the_case->contacts, source.referrer_id, &Known<Contact>::person),
                 BandOf(the_case->leads, source.referrer_id, &Known<Lead>::person));
    if (source.referrer_is_lead != Band::kNone) return;
  }
  const Features referrer = NormalizeParties(&source.referrer.get(), nullptr, {}, Tables());
  source.referrer_is_lead = ScoreAgainstParty(referrer, Aspect::kPerson).band;
}

// What a query asks about stays in the dispute that the claim is in: the claim's own case, from
// the records that were gathered for the query, with the submissions before it alone.
void Gathering::CollectClaimOfQuery() {
  const PriorSubmission* latest = LatestClaim();
  if (latest == nullptr) return;
  auto claim = std::make_shared<Case>(case_);
  claim->submission = latest->submission;
  claim->sequence = latest->sequence;
  claim->receipt = latest->receipt;
  const Moment& received = latest->submission.received_at;
  claim->receipt_text = received.has() ? received->text : FormatInstant(latest->receipt);
  const auto is_later = [&](const PriorSubmission& prior) {
    return prior.sequence >= claim->sequence;
  };
  std::erase_if(claim->prior, is_later);
  for (FamilyMember& member : claim->family) std::erase_if(member.submissions, is_later);
  features_ = NormalizeSubmission(claim->submission, Tables());
  claim->source = FindSource(case_.records, claim->submission, claim->receipt);
  claim->addresses = AddressesOf(features_, claim->source.partner, claim->receipt, Tables());
  CollectPapersOfPartner(claim.get());
  CollectSameEvidence(claim.get());
  FindReferrerAmongParty(claim.get());
  claim->party = MergeParty(*claim);
  case_.claim = std::move(claim);
}

absl::StatusOr<Case> Gathering::Run() {
  features_ = NormalizeSubmission(case_.submission, Tables());
  case_.source = FindSource(case_.records, case_.submission, case_.receipt);
  case_.addresses = AddressesOf(features_, case_.source.partner, case_.receipt, Tables());
  REFEREE_ASSIGN_OR_RETURN(case_.matches, FindRecords(features_));
  SortMatches();
  REFEREE_RETURN_IF_ERROR(FindPriors());
  CollectPriors();
  case_.referral_id = ResolveReferral(case_);
  if (!case_.referral_id.empty()) {
    for (const RecordNo number :
         case_.history.Referring(Reference::kSubmissionReferral, case_.referral_id)) {
      NotePrior(number, {});
    }
  }
  CollectPriors();
  REFEREE_RETURN_IF_ERROR(FindPartyOfQuery());
  SortMatches();
  CollectPartyRecords(case_.matches, std::move(read_), &reader_, &case_);
  CollectFamily(&reader_, &case_);
  REFEREE_RETURN_IF_ERROR(CollectClaimsOnFamily());
  CollectPapers();
  FindReferrerAmongParty(&case_);
  case_.party = MergeParty(case_);
  CollectClaimOfQuery();
  REFEREE_RETURN_IF_ERROR(call_.Poll());
  return std::move(case_);
}

}  // namespace

absl::StatusOr<Case> GatherCase(GatherInput input, const CallContext& call) {
  return Gathering(std::move(input), call).Run();
}

}  // namespace referee
