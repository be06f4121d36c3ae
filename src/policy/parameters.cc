#include "src/policy/parameters.h"

#include <algorithm>
#include <limits>

#include "src/base/error_location.h"
#include "src/base/status_macros.h"
#include "src/policy/document_reader.h"

namespace referee::policy {
namespace {

using json::Node;

constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();

absl::Status Read(const Node& node, std::int32_t& out) {
  REFEREE_ASSIGN_OR_RETURN(const std::int64_t value, json::ToInteger(node, 0, kMost));
  out = static_cast<std::int32_t>(value);
  return absl::OkStatus();
}

absl::Status Read(const Node& node, double& out) {
  REFEREE_ASSIGN_OR_RETURN(out, json::ToDouble(node));
  if (out <= 0 || out > 1) return Invalid("must be above 0 and at most 1");
  return absl::OkStatus();
}

absl::Status Read(const Node& node, std::string& out) {
  if (node.kind != json::Kind::kString) {
    return InvalidKind("a string", json::KindName(node.kind));
  }
  out = node.text;
  return absl::OkStatus();
}

absl::Status Read(const Node& node, std::vector<std::string>& out) {
  REFEREE_ASSIGN_OR_RETURN(out, Texts(node));
  return absl::OkStatus();
}

absl::Status Read(const Node& node, Amount& out) {
  REFEREE_ASSIGN_OR_RETURN(const Node* minor, Member(node, "minor", json::Kind::kNumber));
  const auto value = json::ToInteger(*minor, 0, std::numeric_limits<std::int64_t>::max());
  if (!value.ok()) return InsideOf("minor", value.status());
  REFEREE_ASSIGN_OR_RETURN(std::string currency, TextMember(node, "currency"));
  if (currency.size() != 3) return InsideOf("currency", Invalid("must be a code of ISO 4217"));
  out.minor = *value;
  out.currency = std::move(currency);
  return absl::OkStatus();
}

absl::Status Read(const Node& node, std::map<std::string, std::string>& out) {
  if (node.kind != json::Kind::kObject) {
    return InvalidKind("an object", json::KindName(node.kind));
  }
  for (const json::Member& member : node.members) {
    REFEREE_RETURN_IF_ERROR(
        InsideOf(member.name, Read(member.value, out[std::string(member.name)])));
  }
  return absl::OkStatus();
}

absl::Status ReadMoment(const Node& object, std::string_view name, Instant* out) {
  REFEREE_ASSIGN_OR_RETURN(const std::string text, TextMember(object, name));
  const auto instant = ParseInstant(text);
  if (!instant.ok()) return InsideOf(name, instant.status());
  *out = *instant;
  return absl::OkStatus();
}

absl::Status Read(const Node& node, std::vector<QuietPeriod>& out) {
  if (node.kind != json::Kind::kArray) return InvalidKind("a list", json::KindName(node.kind));
  out.resize(node.elements.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    REFEREE_RETURN_IF_ERROR(InsideOf(i, ReadMoment(node.elements[i], "from", &out[i].from)));
    REFEREE_RETURN_IF_ERROR(InsideOf(i, ReadMoment(node.elements[i], "to", &out[i].to)));
  }
  return absl::OkStatus();
}

absl::Status ReadRate(const Node& node, ExchangeRate* out) {
  REFEREE_ASSIGN_OR_RETURN(out->currency, TextMember(node, "currency"));
  REFEREE_ASSIGN_OR_RETURN(const Node* rate, Member(node, "rate_micros", json::Kind::kNumber));
  const auto micros = json::ToInteger(*rate, 1, 1'000'000'000'000'000);
  if (!micros.ok()) return InsideOf("rate_micros", micros.status());
  REFEREE_ASSIGN_OR_RETURN(const Node* digits, Member(node, "exponent", json::Kind::kNumber));
  const auto exponent = json::ToInteger(*digits, 0, 4);
  if (!exponent.ok()) return InsideOf("exponent", exponent.status());
  out->rate_micros = *micros;
  out->exponent = static_cast<int>(*exponent);
  return absl::OkStatus();
}

absl::Status Read(const Node& node, Exchange& out) {
  REFEREE_ASSIGN_OR_RETURN(out.base, TextMember(node, "base"));
  REFEREE_ASSIGN_OR_RETURN(out.date, TextMember(node, "date"));
  REFEREE_ASSIGN_OR_RETURN(out.source, TextMember(node, "source"));
  REFEREE_ASSIGN_OR_RETURN(const Node* rates, Member(node, "rates", json::Kind::kArray));
  out.rates.resize(rates->elements.size());
  for (std::size_t i = 0; i < out.rates.size(); ++i) {
    REFEREE_RETURN_IF_ERROR(
        InsideOf("rates", InsideOf(i, ReadRate(rates->elements[i], &out.rates[i]))));
  }
  return absl::OkStatus();
}

struct Row {
  std::string_view name;
  absl::Status (*read)(const Node&, Parameters&);
};

template <auto Field>
constexpr Row Parameter(std::string_view name) {
  return {name, [](const Node& node, Parameters& out) { return Read(node, out.*Field); }};
}

using P = Parameters;
constexpr Row kRows[] = {
    Parameter<&P::tie_window_hours>("tie_window_hours"),
    Parameter<&P::protection_window_days>("protection_window_days"),
    Parameter<&P::marketing_lookback_days>("marketing_lookback_days"),
    Parameter<&P::marketing_scope>("marketing_scope"),
    Parameter<&P::introduction_lookback_days>("introduction_lookback_days"),
    Parameter<&P::link_window_days>("link_window_days"),
    Parameter<&P::live_activity_days>("live_activity_days"),
    Parameter<&P::live_stage_days>("live_stage_days"),
    Parameter<&P::live_close_days>("live_close_days"),
    Parameter<&P::worked_activity_days>("worked_activity_days"),
    Parameter<&P::new_customer_after_days>("new_customer_after_days"),
    Parameter<&P::renewal_window_days>("renewal_window_days"),
    Parameter<&P::minimum_deal>("minimum_deal"),
    Parameter<&P::high_value>("high_value"),
    Parameter<&P::exchange>("exchange"),
    Parameter<&P::enterprise_employees>("enterprise_employees"),
    Parameter<&P::strategic_lists>("strategic_lists"),
    Parameter<&P::same_match>("same_match"),
    Parameter<&P::possible_match>("possible_match"),
    Parameter<&P::registration_capacity>("registration_capacity"),
    Parameter<&P::required_certifications>("required_certifications"),
    Parameter<&P::resubmission_limit>("resubmission_limit"),
    Parameter<&P::resubmission_days>("resubmission_days"),
    Parameter<&P::stale_evidence_days>("stale_evidence_days"),
    Parameter<&P::recent_ask_days>("recent_ask_days"),
    Parameter<&P::quiet_periods>("quiet_periods"),
    Parameter<&P::unresolved_severity>("unresolved_severity"),
    Parameter<&P::clock_skew_minutes>("clock_skew_minutes"),
    Parameter<&P::backdating_days>("backdating_days"),
    Parameter<&P::required_consent>("required_consent"),
    Parameter<&P::required_registration_fields>("required_registration_fields"),
    Parameter<&P::channel_precedence>("channel_precedence"),
    Parameter<&P::decision_sla_hours>("decision_sla_hours"),
    Parameter<&P::owner_sla_hours>("owner_sla_hours"),
    Parameter<&P::feedback_sla_hours>("feedback_sla_hours"),
    Parameter<&P::partner_accept_hours>("partner_accept_hours"),
    Parameter<&P::fit_industries>("fit_industries"),
    Parameter<&P::fit_min_employees>("fit_min_employees"),
    Parameter<&P::fit_regions>("fit_regions"),
    Parameter<&P::fit_products>("fit_products"),
};

absl::Status CheckWords(const Parameters& parameters) {
  if (parameters.marketing_scope != "company" && parameters.marketing_scope != "person") {
    return InsideOf("marketing_scope", Invalid("must be company or person"));
  }
  const std::string& severity = parameters.unresolved_severity;
  if (severity != "low" && severity != "medium" && severity != "high" && severity != "critical") {
    return InsideOf("unresolved_severity", Invalid("must be low, medium, high or critical"));
  }
  for (std::size_t i = 0; i < parameters.required_consent.size(); ++i) {
    const std::string& flag = parameters.required_consent[i];
    if (flag != "share_forward" && flag != "contact" && flag != "report_back") {
      return InsideOf("required_consent",
                      InsideOf(i, Invalid("must be share_forward, contact or report_back")));
    }
  }
  if (parameters.possible_match > parameters.same_match) {
    return InsideOf("possible_match", Invalid("must not be above same_match"));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Parameters> ReadParameters(const Node& object) {
  Parameters parameters;
  for (const Row& row : kRows) {
    const Node* node = object.Find(row.name);
    if (node == nullptr) return InsideOf(row.name, Invalid("is required: no default stands in"));
    REFEREE_RETURN_IF_ERROR(InsideOf(row.name, row.read(*node, parameters)));
  }
  for (const json::Member& member : object.members) {
    const bool known = std::any_of(std::begin(kRows), std::end(kRows),
                                   [&](const Row& row) { return row.name == member.name; });
    if (!known) return InsideOf(member.name, Invalid("is no parameter of this engine"));
  }
  REFEREE_RETURN_IF_ERROR(CheckWords(parameters));
  return parameters;
}

}  // namespace referee::policy
