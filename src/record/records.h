// What the host's CRM knows, as plain data.  Field names are those of the documents; each struct
// leaves out `type`.  Everything but the id may be missing (src/record/field.h).

#ifndef REFEREE_SRC_RECORD_RECORDS_H_
#define REFEREE_SRC_RECORD_RECORDS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "src/record/field.h"
#include "src/record/party.h"

namespace referee {

enum class RecordType : std::uint8_t {
  kPartner,
  kUser,
  kTerritory,
  kAccount,
  kContact,
  kLead,
  kOpportunity,
  kDealRegistration,
  kTouch,
  kReward,
  kMerge,
  kApproval,
  kSubmission,
};
inline constexpr int kRecordTypeCount = 13;

// The `type` of the document: "deal_registration".
std::string_view RecordTypeName(RecordType type);

// A validity interval: includes `from`, excludes `to`; an open end is absent or null.
struct Validity {
  Moment from, to;
};

// True when `at` lies inside.  An absent `from` has always begun.
bool Covers(const Validity& validity, const Instant& at);

struct OutOfOffice {
  Moment from, to;
};

struct ProgramStatus {
  Text status;  // applied, active, suspended, terminated.
  Validity valid;
};

struct Certification {
  Text code;
  CalendarDate expires;
};

struct PartnerUser {
  Text id, name, email;
  Validity valid;
};

struct ServiceArea {
  Number lat, lon, radius_km;
};

struct Position {
  Number lat, lon;
};

struct Partner {
  std::string id;
  Text name, legal_name;
  TextList domains;
  Text kind, tier, program_id;
  Maybe<std::vector<ProgramStatus>> program_status;
  Text parent_partner_id, partner_manager, partner_owner, feedback_owner;
  TextList territories, verticals, product_families;
  Maybe<std::vector<Certification>> certifications;
  TextList referral_codes;
  Maybe<std::vector<PartnerUser>> users;
  Text payout_identity;
  Maybe<Position> hq;
  Maybe<std::vector<ServiceArea>> service_area;
  Integer capacity_open_max;
  Number weight;
  Flag accepts_leads;
  Maybe<std::vector<OutOfOffice>> ooo;
  TextList languages;
  std::vector<ExtraMember> extra;
};

struct OpeningHours {
  std::vector<std::int32_t> days;  // 1 is Monday.
  Text from, to;                   // "09:00".
};

struct User {
  std::string id;
  Text name, email;
  TextList roles, territories;
  Flag active;
  Integer capacity_open_max, open_count;
  Text time_zone;
  Maybe<std::vector<OpeningHours>> hours;
  Maybe<std::vector<OutOfOffice>> ooo;
  Text backup_user;
  std::vector<ExtraMember> extra;
};

struct Territory {
  std::string id;
  Text name;
  TextList countries, regions, postal_prefixes, industries;
  Integer employees_min, employees_max;
  Text owner;
  TextList partner_ids;
  Integer priority;
  Validity valid;
  std::vector<ExtraMember> extra;
};

struct NamedAccount {
  Text list_id;
  Validity valid;
};

struct OpenIssue {
  Text id, kind, severity;  // Severity: low, medium, high, critical.
  Moment since, closed_at;
};

struct Account {
  std::string id;
  Company company;
  Text parent_id, ultimate_parent_id;
  Text kind;  // prospect, customer, former_customer, partner, competitor.
  Text segment;
  Maybe<NamedAccount> named_account;
  Text owner, territory, partner_of_record;
  TextList product_families;
  Moment last_purchase_at, contract_ends_at;
  Maybe<std::vector<OpenIssue>> open_issues;
  Moment created_at, last_activity_at;
};

struct OptOut {
  Flag email, phone, all;
};

struct Contact {
  std::string id;
  Person person;
  Text company_id;
  Maybe<OptOut> opt_out;
  Text owner, lead_source;
  Moment created_at, last_activity_at;
};

struct Lead {
  std::string id;
  Person person;
  Maybe<Company> company;
  Text company_id;
  Text lead_status, lead_source, owner, partner_id;
  Maybe<OptOut> opt_out;
  Moment created_at, last_activity_at, converted_at;
};

struct OpportunityPartner {
  Text partner_id;
  Text role;  // source, influence, fulfil, teaming.
  Flag primary;
};

struct Opportunity {
  std::string id;
  Text company_id;
  TextList person_ids;
  Text name, stage;
  Moment stage_changed_at;
  Flag is_closed, is_won;
  Money amount;
  Moment created_at, last_activity_at;
  CalendarDate expected_close;
  Text opportunity_type;  // new, expansion, renewal.
  TextList product_families;
  Text site, project;
  Text owner, territory;
  Maybe<std::vector<OpportunityPartner>> partners;
  Text lead_source;
  std::vector<ExtraMember> extra;
};

struct Extension {
  Moment requested_at, decided_at, until;
};

struct Milestone {
  Text code;
  Moment due, met_at;
};

struct Tender {
  Flag is_public;
  Moment published_at;
};

// A record of type deal_registration, and the `registration` member of a submission (id empty).
struct DealRegistration {
  std::string id;
  Text partner_id, sub_partner_id;
  Text registration_type;  // hunting, teaming, renewal, line_of_business.
  Text company_id;
  TextList product_families;
  Text site, project;
  Money amount;
  // draft, submitted, in_review, action_required, approved, rejected, returned, withdrawn,
  // expired, converted, revoked.
  Text status;
  Text program_id;
  Moment submitted_at, complete_at, decided_at, window_start, expires_at, closed_at;
  Maybe<std::vector<Extension>> extensions;
  Maybe<std::vector<Milestone>> milestones;
  Maybe<Tender> tender;
  Text opportunity_id;
  std::vector<ExtraMember> extra;
};

struct Utm {
  Text source, medium, campaign, term, content;
};

struct Touch {
  std::string id;
  // utm, form, link_click, webinar, event, call_mention, email_intro, meeting, outbound,
  // inbound_call, chat, list_import, marketplace.
  Text kind;
  Moment at;
  Text person_id, company_id, partner_id;
  Maybe<Person> person;
  Maybe<Company> company;
  Text by;  // prospect, partner, vendor.
  Maybe<Utm> utm;
  Text referral_code, transcript, thread;
  std::vector<ExtraMember> extra;
};

struct Reward {
  std::string id;
  Text referral_id, company_id, partner_id;
  Text status;  // none, pending_eligibility, held, eligible, approved, paid, refused.
  Money amount;
  Moment at;
  std::vector<ExtraMember> extra;
};

struct MergeLoser {
  Text id, lead_source, partner_id;
  Moment created_at;
};

struct Merge {
  std::string id;
  Text of;  // lead, contact, account.
  Text winner_id;
  Moment at;
  Maybe<MergeLoser> loser;
  std::vector<ExtraMember> extra;
};

// A person's act taken in the CRM.
struct Approval {
  std::string id;
  Text action, subject_hash, referral_id, user, role;
  Moment at, expires_at;
  Text decision, rationale;
  std::vector<ExtraMember> extra;
};

using Record = std::variant<Partner, User, Territory, Account, Contact, Lead, Opportunity,
                            DealRegistration, Touch, Reward, Merge, Approval>;

RecordType TypeOf(const Record& record);
const std::string& IdOf(const Record& record);

}  // namespace referee

#endif  // REFEREE_SRC_RECORD_RECORDS_H_
