// The parameters of a policy that the steps before policy/ read, as plain data.  policy/ fills it
// from the document and refuses a policy that lacks one: the engine defaults none silently.

#ifndef REFEREE_SRC_RECORD_PARAMETERS_H_
#define REFEREE_SRC_RECORD_PARAMETERS_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "src/base/instant.h"
#include "src/record/field.h"

namespace referee {

struct QuietPeriod {
  Instant from, to;
};

// Units of the dated exchange table: how many of the currency are one unit of the base.
struct ExchangeRate {
  std::string currency;
  std::int64_t rate_micros = 0;  // Currency units for one base unit, in millionths.
  int exponent = 2;              // ISO 4217 minor digits.
};

struct Exchange {
  std::string base, source, date;
  std::vector<ExchangeRate> rates;  // Ascending by currency; the base itself included.
};

// From when on a pattern is worth a signal; the object `signals` of a policy.  A policy without it
// raises no signals.
struct SignalThresholds {
  bool is_set = false;
  std::int32_t hoarding_idle_days = 0;   // A registration without activity for so long is idle.
  std::int32_t hoarding_idle_count = 0;  // Idle open registrations of one partner.
  std::int32_t everything_days = 0;      // Registrations received within these ...
  std::int32_t everything_count = 0;     // ... are too many to be worked.
  std::int32_t resubmission_days = 0;    // Withdrawn or lapsed and registered again within these
  std::int32_t resubmission_count = 0;   // so often for one company: a cycle.
  std::int32_t event_hours = 0;          // A claim so soon after an event of the vendor ...
  std::int32_t event_count = 0;          // ... with at least so many of its touches.
  std::int32_t ring_partners = 0;        // Claimants of one party behind one pocket.
};

struct Parameters {
  std::int32_t tie_window_hours = 0;
  std::int32_t protection_window_days = 0;
  std::int32_t marketing_lookback_days = 0;
  std::string marketing_scope;  // "company" or "person".
  std::int32_t introduction_lookback_days = 0;
  std::int32_t link_window_days = 0;
  std::int32_t live_activity_days = 0, live_stage_days = 0, live_close_days = 0;
  std::int32_t worked_activity_days = 0;
  std::int32_t new_customer_after_days = 0;
  std::int32_t renewal_window_days = 0;
  Amount minimum_deal, high_value;
  std::int32_t enterprise_employees = 0;
  std::vector<std::string> strategic_lists;
  double same_match = 0, possible_match = 0;
  std::int32_t registration_capacity = 0;
  std::map<std::string, std::string> required_certifications;
  std::int32_t resubmission_limit = 0, resubmission_days = 0;
  std::int32_t stale_evidence_days = 0;
  std::int32_t recent_ask_days = 0;
  std::vector<QuietPeriod> quiet_periods;
  std::string unresolved_severity;
  std::int32_t clock_skew_minutes = 0, backdating_days = 0;
  std::vector<std::string> required_consent;
  std::vector<std::string> required_registration_fields;
  std::vector<std::string> channel_precedence;
  std::int32_t decision_sla_hours = 0, owner_sla_hours = 0, feedback_sla_hours = 0,
               partner_accept_hours = 0;
  std::vector<std::string> fit_industries;
  std::int32_t fit_min_employees = 0;
  std::vector<std::string> fit_regions, fit_products;
  Exchange exchange;
  SignalThresholds signals;
};

}  // namespace referee

#endif  // REFEREE_SRC_RECORD_PARAMETERS_H_
