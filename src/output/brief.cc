#include "src/output/brief.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "src/output/plain_words.h"
#include "src/output/record_words.h"
#include "src/output/template.h"

namespace referee {
namespace {

constexpr std::size_t kMostMatches = 5;

void AddLine(std::string& out, std::string_view heading, std::string_view text) {
  if (text.empty()) return;
  out += heading;
  out += ": ";
  out += text;
  out += '\n';
}

void AddItem(std::string& out, std::string_view text) {
  out += "  - ";
  out += text;
  out += '\n';
}

// A line that belongs to the item above.
void AddDetail(std::string& out, std::string_view text) {
  out += "    ";
  out += text;
  out += '\n';
}

void AddPart(std::string& text, std::string_view separator, std::string_view part) {
  if (part.empty()) return;
  if (!text.empty()) text += separator;
  text += part;
}

std::string RecommendationText(const Policy& policy, const Decision& decision) {
  Slots slots;
  slots.emplace_back("fit_tier", decision.outputs.qualification.fit_tier);
  slots.emplace_back("reasons", ReasonsText(policy, decision));
  slots.emplace_back("missing_count", std::to_string(decision.missing.size()));
  const std::string_view name = RecommendationName(decision.recommendation);
  std::string text(name);
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    return c == '_' ? ' ' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  });
  const std::string sentence =
      Render(policy.text("brief.recommendation." + std::string(name)), slots);
  return sentence.empty() ? text : text + " - " + sentence;
}

std::string FromText(const Case& the_case) {
  const SourceParty& source = the_case.source;
  std::string text;
  if (source.partner != nullptr) {
    text = PartnerWords(the_case, source.partner->id);
    if (source.partner_user != nullptr) text += " (" + source.partner_user->name.get() + ")";
  } else if (source.referrer_known) {
    text = PersonWords(source.referrer.get());
  } else {
    text = "nobody that is known";
  }
  AddPart(text, ", ", CodeWords(IntentName(the_case.submission.intent)));
  return text + " received " + TimeWords(the_case.receipt_text);
}

// "Replace the ERP (12,000 EUR, this quarter)".
std::string NeedText(const Policy& policy, const Submission& submission) {
  std::string terms = AmountWords(
      policy, submission.amount.has() ? submission.amount : submission.registration->amount);
  AddPart(terms, ", ", CodeWords(submission.urgency.get()));
  const std::string& need = submission.need.get();
  if (need.empty()) return Sentence(terms);
  return terms.empty() ? need : need + " (" + terms + ")";
}

std::string FitText(const Decision& decision) {
  std::string text = decision.outputs.qualification.fit_tier;
  for (const std::string& reason : decision.outputs.qualification.reasons) {
    AddPart(text, text == decision.outputs.qualification.fit_tier ? " - " : " ", reason);
  }
  return text;
}

void AddMatches(const Case& the_case, const Decision& decision, std::string& out) {
  if (decision.matches.empty()) {
    AddLine(out, "Known already", "nobody in the records is this person or company");
    return;
  }
  out += "Known already:\n";
  for (std::size_t i = 0; i < std::min(kMostMatches, decision.matches.size()); ++i) {
    const Match& match = decision.matches[i];
    std::string text = RecordWords(the_case, {std::string(RecordTypeName(match.type)), match.id});
    text += match.Main().band == Band::kSame ? ": the same, " : ": perhaps the same, ";
    AddItem(out, text + PercentWords(match.Main().probability));
  }
  if (decision.matches.size() > kMostMatches) {
    AddItem(out, "and " + std::to_string(decision.matches.size() - kMostMatches) + " more");
  }
  if (the_case.search_truncated) AddItem(out, "the search was cut short: there may be others");
}

// Why a lane is not open: its gates that stop, else those that wait, else its conflicts.
std::string LaneReasons(const Policy& policy, const Decision& decision, Lane lane) {
  std::string text;
  for (const Verdict verdict : {Verdict::kStop, Verdict::kWait, Verdict::kFault}) {
    if (verdict != Verdict::kStop && decision.lane(lane) == LaneState::kStop) break;
    for (const Finding& finding : decision.findings) {
      if (finding.lane == lane && finding.verdict == verdict) AddPart(text, " ", finding.because);
    }
  }
  if (!text.empty()) return text;
  for (const Conflict& conflict : decision.conflicts) {
    if (LaneOf(conflict.kind) != lane) continue;
    AddPart(text, " ", Sentence(ConflictWords(policy, conflict.kind)) + '.');
  }
  return text;
}

// The lanes that go on in one line; each that does not with its reasons.
void AddLanes(const Policy& policy, const Decision& decision, std::string& out) {
  std::string going, others;
  for (int i = 0; i < kLaneCount; ++i) {
    const Lane lane = static_cast<Lane>(i);
    std::string text(LaneName(lane));
    text += ' ';
    text += LaneStateWord(decision.lane(lane));
    if (decision.lane(lane) == LaneState::kOpen || decision.lane(lane) == LaneState::kDone) {
      AddPart(going, ", ", text);
      continue;
    }
    const std::string reasons = LaneReasons(policy, decision, lane);
    AddItem(others, reasons.empty() ? text : text + ": " + reasons);
  }
  AddLine(out, "Lanes", going.empty() ? "none is open" : going);
  out += others;
}

// "Nova Cloud GmbH (2026-06-01 08:15 UTC), Peak Systems (...)": who claims, by receipt.
std::string ClaimsText(const Case& the_case, const Decision& decision, const Conflict& conflict) {
  std::vector<const Claim*> claims;
  for (const Claim& claim : decision.attribution.claims) {
    const auto& ids = conflict.claims;
    if (std::find(ids.begin(), ids.end(), claim.id) != ids.end()) claims.push_back(&claim);
  }
  if (claims.size() < 2) return {};
  std::stable_sort(claims.begin(), claims.end(), [](const Claim* a, const Claim* b) {
    return a->received != b->received ? a->received < b->received : a->sequence < b->sequence;
  });
  std::string text;
  for (const Claim* claim : claims) {
    const std::string partner = claim->partner_id.empty()
                                    ? std::string("nobody known")
                                    : PartnerWords(the_case, claim->partner_id);
    AddPart(text, ", ", partner + " (" + TimeWords(claim->received_text) + ")");
  }
  return text;
}

// The fact that decides, and the first of another record that speaks for the conflict too.
std::string GroundsText(const Case& the_case, const Conflict& conflict) {
  const Fact& deciding = conflict.facts[conflict.decides];
  const auto other =
      std::find_if(conflict.facts.begin(), conflict.facts.end(), [&](const Fact& fact) {
        return fact.is_for &&
               (fact.record.type != deciding.record.type || fact.record.id != deciding.record.id);
      });
  std::string text = FactWords(the_case, deciding);
  if (other != conflict.facts.end()) text += "; " + FactWords(the_case, *other);
  return text;
}

void AddConflicts(const Policy& policy, const Case& the_case, const Decision& decision,
                  std::string& out) {
  if (decision.conflicts.empty()) {
    AddLine(out, "Conflicts", "none");
    return;
  }
  out += "Conflicts:\n";
  for (const Conflict& conflict : decision.conflicts) {
    AddItem(out, Sentence(ConflictWords(policy, conflict.kind)) + '.');
    const std::string claims = ClaimsText(the_case, decision, conflict);
    if (!claims.empty()) {
      AddDetail(out, "Claimed by: " + claims);
    } else if (conflict.decides < conflict.facts.size()) {
      AddDetail(out, "Rests on: " + GroundsText(the_case, conflict));
    }
    std::string proposal = "Proposed: " + NoteWords(the_case, conflict.proposal);
    AddDetail(out, proposal + " Decided by: " + CodeWords(conflict.review_role) + ".");
  }
}

void AddQuestions(const Decision& decision, std::string& out) {
  if (decision.missing.empty()) return;
  out += "To ask:\n";
  for (const Question& question : decision.missing) {
    const std::string text =
        question.question.empty() ? CodeWords(question.path) : question.question;
    AddItem(out, question.ask.empty() ? text : CodeWords(question.ask) + ": " + text);
  }
}

// The person behind a role, as far as the records say: " (Maya Lind)".
std::string HolderText(const Case& the_case, const Decision& decision, std::string_view role) {
  std::string user;
  if (role == "partner_owner") user = decision.route.partner_owner;
  if (role == "sales_owner") user = decision.route.sales_owner;
  if (role == "partner_manager" && the_case.source.partner != nullptr) {
    user = the_case.source.partner->partner_manager.get();
  }
  return user.empty() ? std::string() : " (" + UserWords(the_case, user) + ")";
}

std::ptrdiff_t RolesFor(const Decision& decision, std::string_view action) {
  return std::count_if(decision.approvals_needed.begin(), decision.approvals_needed.end(),
                       [&](const ApprovalNeeded& approval) { return approval.action == action; });
}

// Each role once, with all that it has to approve.
void AddDeciders(const Case& the_case, const Decision& decision, std::string& out) {
  std::vector<std::pair<std::string, std::string>> roles;
  for (const ApprovalNeeded& approval : decision.approvals_needed) {
    auto role = std::find_if(roles.begin(), roles.end(),
                             [&](const auto& known) { return known.first == approval.role; });
    if (role == roles.end()) role = roles.insert(roles.end(), {approval.role, std::string()});
    std::string action = ActionWords(approval.action);
    if (approval.people > RolesFor(decision, approval.action)) {
      action += " (" + std::to_string(approval.people) + " people)";
    }
    AddPart(role->second, ", ", action);
  }
  if (roles.empty()) return;
  out += "Who decides:\n";
  for (const auto& [role, actions] : roles) {
    AddItem(out, CodeWords(role) + HolderText(the_case, decision, role) + ": " + actions);
  }
}

std::string OwnerText(const Case& the_case, const Decision& decision) {
  const Route& route = decision.route;
  std::string text = route.sales_owner.empty() ? "nobody yet, queue " + route.queue
                                               : UserWords(the_case, route.sales_owner);
  const LaneState ownership = decision.lane(Lane::kOwnership);
  const bool waits = ownership == LaneState::kHold || ownership == LaneState::kStop;
  if (waits) text += ", once ownership is decided";
  if (!route.due.empty()) text += "; due " + TimeWords(route.due);
  return text;
}

// The note names its evidence by ids and times as given; a note that says "Disputed" needs no
// label.
std::string AttributionText(const Case& the_case, const Decision& decision) {
  const std::string label(ConfidenceName(decision.attribution.confidence));
  const std::string note = NoteWords(the_case, decision.attribution.note);
  if (note.starts_with(Sentence(label))) return note;
  return note.empty() ? label : label + " - " + note;
}

// "Nova Cloud GmbH"; where no partner is the source, the vendor's own record.
std::string CreditedText(const Case& the_case, const Credit& credit) {
  if (!credit.partner_id.empty()) return PartnerWords(the_case, credit.partner_id);
  return "the vendor itself, by " + RecordWords(the_case, credit.record);
}

// The proposed split; nobody is credited before a person has approved it.
std::string CreditText(const Case& the_case, const CreditSplit& split) {
  std::string influence;
  for (const Credit& credit : split.influenced_by) {
    AddPart(influence, ", ", CreditedText(the_case, credit));
  }
  std::string text = "source ";
  text += split.sourced_by.has_value() ? CreditedText(the_case, *split.sourced_by) : "undecided";
  if (!influence.empty()) text += "; influence " + influence;
  return text;
}

}  // namespace

std::string PartyText(const Case& the_case, std::string_view title) {
  std::string person = PersonWords(the_case.party.person);
  if (!person.empty() && !title.empty()) person.append(" (").append(title).append(")");
  const Company& company = the_case.party.company;
  const std::string& name = company.name.has() ? *company.name : company.legal_name.get();
  if (person.empty()) return name.empty() ? "an unnamed party" : name;
  return name.empty() ? person : person + " at " + name;
}

std::string ReasonsText(const Policy& policy, const Decision& decision) {
  std::string text;
  for (const Conflict& conflict : decision.conflicts) {
    AddPart(text, "; ", ConflictWords(policy, conflict.kind));
  }
  if (!text.empty()) return text;
  for (const Finding& finding : decision.findings) {
    if (finding.verdict != Verdict::kStop && finding.verdict != Verdict::kFault) continue;
    std::string because = finding.because.empty() ? CodeWords(finding.code) : finding.because;
    if (because.ends_with('.')) because.pop_back();
    AddPart(text, "; ", because);
  }
  return text;
}

std::string Brief(const Policy& policy, const Case& the_case, const Decision& decision) {
  const bool is_query = !MakesClaim(the_case.submission.intent);
  std::string out;
  AddLine(out, "Recommendation", RecommendationText(policy, decision));
  AddLine(out, "Party", PartyText(the_case, the_case.party.person.title.get()));
  AddLine(out, "From", FromText(the_case));
  AddLine(out, "Need", NeedText(policy, the_case.submission));
  if (!is_query) AddLine(out, "Fit", FitText(decision));
  AddMatches(the_case, decision, out);
  AddLanes(policy, decision, out);
  AddConflicts(policy, the_case, decision, out);
  AddQuestions(decision, out);
  AddLine(out, "Attribution", AttributionText(the_case, decision));
  AddLine(out, "Proposed credit", CreditText(the_case, decision.attribution.split));
  AddDeciders(the_case, decision, out);
  AddLine(out, "Proposed owner", OwnerText(the_case, decision));
  if (is_query) AddLine(out, "May be told", decision.outputs.partner_status);
  return out;
}

}  // namespace referee
