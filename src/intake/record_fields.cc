#include "src/intake/parse_record.h"

#include "src/base/text.h"
#include "src/intake/party_fields.h"
#include "src/intake/words.h"

namespace referee::intake {

template <>
Rows<ProgramStatus> RowsOf<ProgramStatus>() {
  static constexpr FieldRow<ProgramStatus> kRows[] = {
      WordRow<kProgramStatuses, &ProgramStatus::status>("status"),
      Row<&ProgramStatus::valid, &Validity::from>("from"),
      Row<&ProgramStatus::valid, &Validity::to>("to"),
  };
  return kRows;
}

template <>
Rows<Certification> RowsOf<Certification>() {
  static constexpr FieldRow<Certification> kRows[] = {
      Row<&Certification::code>("code"),
      Row<&Certification::expires>("expires"),
  };
  return kRows;
}

template <>
Rows<PartnerUser> RowsOf<PartnerUser>() {
  static constexpr FieldRow<PartnerUser> kRows[] = {
      Row<&PartnerUser::id>("id"),
      Row<&PartnerUser::name>("name"),
      Row<&PartnerUser::email>("email"),
      Row<&PartnerUser::valid, &Validity::from>("from"),
      Row<&PartnerUser::valid, &Validity::to>("to"),
  };
  return kRows;
}

template <>
Rows<Position> RowsOf<Position>() {
  static constexpr FieldRow<Position> kRows[] = {
      Row<&Position::lat>("lat"),
      Row<&Position::lon>("lon"),
  };
  return kRows;
}

template <>
Rows<ServiceArea> RowsOf<ServiceArea>() {
  static constexpr FieldRow<ServiceArea> kRows[] = {
      Row<&ServiceArea::lat>("lat"),
      Row<&ServiceArea::lon>("lon"),
      Row<&ServiceArea::radius_km>("radius_km"),
  };
  return kRows;
}

template <>
Rows<OutOfOffice> RowsOf<OutOfOffice>() {
  static constexpr FieldRow<OutOfOffice> kRows[] = {
      Row<&OutOfOffice::from>("from"),
      Row<&OutOfOffice::to>("to"),
  };
  return kRows;
}

static constexpr FieldRow<Partner> kPartnerCapacity[] = {
    CountRow<&Partner::capacity_open_max>("open_max")};

template <>
Rows<Partner> RowsOf<Partner>() {
  using T = Partner;
  static constexpr FieldRow<T> kRows[] = {
      Row<&T::id>("id"),
      Row<&T::name>("name"),
      Row<&T::legal_name>("legal_name"),
      Row<&T::domains>("domains"),
      WordRow<kPartnerKinds, &T::kind>("kind"),
      Row<&T::tier>("tier"),
      Row<&T::program_id>("program_id"),
      Row<&T::program_status>("program_status"),
      Row<&T::parent_partner_id>("parent_partner_id"),
      Row<&T::partner_manager>("partner_manager"),
      Row<&T::partner_owner>("partner_owner"),
      Row<&T::feedback_owner>("feedback_owner"),
      Row<&T::territories>("territories"),
      Row<&T::verticals>("verticals"),
      Row<&T::product_families>("product_families"),
      Row<&T::certifications>("certifications"),
      Row<&T::referral_codes>("referral_codes"),
      Row<&T::users>("users"),
      Row<&T::payout_identity>("payout_identity"),
      Row<&T::hq>("hq"),
      Row<&T::service_area>("service_area"),
      GroupRow<T, kPartnerCapacity>("capacity"),
      Row<&T::weight>("weight"),
      Row<&T::accepts_leads>("accepts_leads"),
      Row<&T::ooo>("ooo"),
      Row<&T::languages>("languages"),
  };
  return kRows;
}

template <>
Rows<OpeningHours> RowsOf<OpeningHours>() {
  static constexpr FieldRow<OpeningHours> kRows[] = {
      Row<&OpeningHours::days>("days"),
      Row<&OpeningHours::from>("from"),
      Row<&OpeningHours::to>("to"),
  };
  return kRows;
}

static constexpr FieldRow<User> kUserCapacity[] = {CountRow<&User::capacity_open_max>("open_max")};
static constexpr FieldRow<User> kUserAvailability[] = {
    Row<&User::time_zone>("tz"), Row<&User::hours>("hours"), Row<&User::ooo>("ooo")};

template <>
Rows<User> RowsOf<User>() {
  using T = User;
  static constexpr FieldRow<T> kRows[] = {
      Row<&T::id>("id"),
      Row<&T::name>("name"),
      Row<&T::email>("email"),
      WordRow<kRoles, &T::roles>("roles"),
      Row<&T::territories>("territories"),
      Row<&T::active>("active"),
      GroupRow<T, kUserCapacity>("capacity"),
      CountRow<&T::open_count>("open_count"),
      GroupRow<T, kUserAvailability>("availability"),
      Row<&T::backup_user>("backup_user"),
  };
  return kRows;
}

static constexpr FieldRow<Territory> kTerritoryEmployees[] = {
    CountRow<&Territory::employees_min>("min"), CountRow<&Territory::employees_max>("max")};

template <>
Rows<Territory> RowsOf<Territory>() {
  using T = Territory;
  static constexpr FieldRow<T> kRows[] = {
      Row<&T::id>("id"),
      Row<&T::name>("name"),
      Row<&T::countries>("countries"),
      Row<&T::regions>("regions"),
      Row<&T::postal_prefixes>("postal_prefixes"),
      Row<&T::industries>("industries"),
      GroupRow<T, kTerritoryEmployees>("employees"),
      Row<&T::owner>("owner"),
      Row<&T::partner_ids>("partner_ids"),
      Row<&T::priority>("priority"),
      Row<&T::valid, &Validity::from>("from"),
      Row<&T::valid, &Validity::to>("to"),
  };
  return kRows;
}

template <>
Rows<NamedAccount> RowsOf<NamedAccount>() {
  static constexpr FieldRow<NamedAccount> kRows[] = {
      Row<&NamedAccount::list_id>("list_id"),
      Row<&NamedAccount::valid, &Validity::from>("from"),
      Row<&NamedAccount::valid, &Validity::to>("to"),
  };
  return kRows;
}

template <>
Rows<OpenIssue> RowsOf<OpenIssue>() {
  static constexpr FieldRow<OpenIssue> kRows[] = {
      Row<&OpenIssue::id>("id"),
      Row<&OpenIssue::kind>("kind"),
      WordRow<kSeverities, &OpenIssue::severity>("severity"),
      Row<&OpenIssue::since>("since"),
      Row<&OpenIssue::closed_at>("closed_at"),
  };
  return kRows;
}

template <>
Rows<Account> RowsOf<Account>() {
  using T = Account;
  static constexpr FieldRow<T> kRows[] = {
      Row<&T::id>("id"),
      Row<&T::parent_id>("parent_id"),
      Row<&T::ultimate_parent_id>("ultimate_parent_id"),
      WordRow<kAccountKinds, &T::kind>("kind"),
      Row<&T::segment>("segment"),
      Row<&T::named_account>("named_account"),
      Row<&T::owner>("owner"),
      Row<&T::territory>("territory"),
      Row<&T::partner_of_record>("partner_of_record"),
      Row<&T::product_families>("product_families"),
      Row<&T::last_purchase_at>("last_purchase_at"),
      Row<&T::contract_ends_at>("contract_ends_at"),
      Row<&T::open_issues>("open_issues"),
      Row<&T::created_at>("created_at"),
      Row<&T::last_activity_at>("last_activity_at"),
  };
  return kRows;
}

template <>
Rows<OptOut> RowsOf<OptOut>() {
  static constexpr FieldRow<OptOut> kRows[] = {
      Row<&OptOut::email>("email"),
      Row<&OptOut::phone>("phone"),
      Row<&OptOut::all>("all"),
  };
  return kRows;
}

template <>
Rows<Contact> RowsOf<Contact>() {
  using T = Contact;
  static constexpr FieldRow<T> kRows[] = {
      Row<&T::id>("id"),
      Row<&T::company_id>("company_id"),
      Row<&T::opt_out>("opt_out"),
      Row<&T::owner>("owner"),
      Row<&T::lead_source>("lead_source"),
      Row<&T::created_at>("created_at"),
      Row<&T::last_activity_at>("last_activity_at"),
  };
  return kRows;
}

template <>
Rows<Lead> RowsOf<Lead>() {
  using T = Lead;
  static constexpr FieldRow<T> kRows[] = {
      Row<&T::id>("id"),
      Row<&T::company>("company"),
      Row<&T::company_id>("company_id"),
      Row<&T::lead_status>("lead_status"),
      Row<&T::lead_source>("lead_source"),
      Row<&T::owner>("owner"),
      Row<&T::partner_id>("partner_id"),
      Row<&T::opt_out>("opt_out"),
      Row<&T::created_at>("created_at"),
      Row<&T::last_activity_at>("last_activity_at"),
      Row<&T::converted_at>("converted_at"),
  };
  return kRows;
}

template <>
Rows<OpportunityPartner> RowsOf<OpportunityPartner>() {
  static constexpr FieldRow<OpportunityPartner> kRows[] = {
      Row<&OpportunityPartner::partner_id>("partner_id"),
      WordRow<kOpportunityRoles, &OpportunityPartner::role>("role"),
      Row<&OpportunityPartner::primary>("primary"),
  };
  return kRows;
}

template <>
Rows<Opportunity> RowsOf<Opportunity>() {
  using T = Opportunity;
  static constexpr FieldRow<T> kRows[] = {
      Row<&T::id>("id"),
      Row<&T::company_id>("company_id"),
      Row<&T::person_ids>("person_ids"),
      Row<&T::name>("name"),
      Row<&T::stage>("stage"),
      Row<&T::stage_changed_at>("stage_changed_at"),
      Row<&T::is_closed>("is_closed"),
      Row<&T::is_won>("is_won"),
      Row<&T::amount>("amount"),
      Row<&T::created_at>("created_at"),
      Row<&T::last_activity_at>("last_activity_at"),
      Row<&T::expected_close>("expected_close"),
      WordRow<kOpportunityTypes, &T::opportunity_type>("opportunity_type"),
      Row<&T::product_families>("product_families"),
      Row<&T::site>("site"),
      Row<&T::project>("project"),
      Row<&T::owner>("owner"),
      Row<&T::territory>("territory"),
      Row<&T::partners>("partners"),
      Row<&T::lead_source>("lead_source"),
  };
  return kRows;
}

template <>
Rows<Reward> RowsOf<Reward>() {
  using T = Reward;
  static constexpr FieldRow<T> kRows[] = {
      Row<&T::id>("id"),
      Row<&T::referral_id>("referral_id"),
      Row<&T::company_id>("company_id"),
      Row<&T::partner_id>("partner_id"),
      WordRow<kRewardStatuses, &T::status>("status"),
      Row<&T::amount>("amount"),
      Row<&T::at>("at"),
  };
  return kRows;
}

template <>
Rows<MergeLoser> RowsOf<MergeLoser>() {
  static constexpr FieldRow<MergeLoser> kRows[] = {
      Row<&MergeLoser::id>("id"),
      Row<&MergeLoser::lead_source>("lead_source"),
      Row<&MergeLoser::partner_id>("partner_id"),
      Row<&MergeLoser::created_at>("created_at"),
  };
  return kRows;
}

template <>
Rows<Merge> RowsOf<Merge>() {
  using T = Merge;
  static constexpr FieldRow<T> kRows[] = {
      Row<&T::id>("id"),
      WordRow<kMergedTypes, &T::of>("of"),
      Row<&T::winner_id>("winner_id"),
      Row<&T::at>("at"),
      Row<&T::loser>("loser"),
  };
  return kRows;
}

template <>
Rows<Approval> RowsOf<Approval>() {
  using T = Approval;
  static constexpr FieldRow<T> kRows[] = {
      Row<&T::id>("id"),
      Row<&T::action>("action"),
      Row<&T::subject_hash>("subject_hash"),
      Row<&T::referral_id>("referral_id"),
      Row<&T::user>("user"),
      Row<&T::role>("role"),
      Row<&T::at>("at"),
      Row<&T::expires_at>("expires_at"),
      Row<&T::decision>("decision"),
      Row<&T::rationale>("rationale"),
  };
  return kRows;
}

namespace {

template <typename T>
absl::StatusOr<Record> ParseAs(const json::Node& document, const ReadContext& context) {
  // In its place, as records are large.
  absl::StatusOr<Record> record(absl::in_place, std::in_place_type<T>);
  T& value = std::get<T>(*record);
  REFEREE_RETURN_IF_ERROR(ReadMembers(document, context, "type", value));
  if (value.id.empty()) return InsideOf("id", Invalid("is required"));
  return record;
}

struct TypeRow {
  RecordType type;
  absl::StatusOr<Record> (*parse)(const json::Node&, const ReadContext&);
};

constexpr TypeRow kTypes[] = {
    {RecordType::kPartner, ParseAs<Partner>},
    {RecordType::kUser, ParseAs<User>},
    {RecordType::kTerritory, ParseAs<Territory>},
    {RecordType::kAccount, ParseAs<Account>},
    {RecordType::kContact, ParseAs<Contact>},
    {RecordType::kLead, ParseAs<Lead>},
    {RecordType::kOpportunity, ParseAs<Opportunity>},
    {RecordType::kDealRegistration, ParseAs<DealRegistration>},
    {RecordType::kTouch, ParseAs<Touch>},
    {RecordType::kReward, ParseAs<Reward>},
    {RecordType::kMerge, ParseAs<Merge>},
    {RecordType::kApproval, ParseAs<Approval>},
};

}  // namespace
}  // namespace referee::intake

namespace referee {

absl::StatusOr<Record> ParseRecord(const json::Node& document, UnknownMembers* unknown) {
  if (document.kind != json::Kind::kObject) {
    return InvalidKind("an object", json::KindName(document.kind));
  }
  const json::Node* type = document.Find("type");
  if (type == nullptr) return InsideOf("type", Invalid("is required"));
  if (type->kind != json::Kind::kString) {
    return InsideOf("type", InvalidKind("a string", json::KindName(type->kind)));
  }
  for (const intake::TypeRow& row : intake::kTypes) {
    const std::string_view name = RecordTypeName(row.type);
    if (name == type->text) return row.parse(document, {unknown, name});
  }
  return InsideOf("type", Invalid("must name a record type, found another text"));
}

}  // namespace referee
