#include "src/output/brief.h"

#include <algorithm>
#include <set>
#include <vector>

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

// "12,000.00 EUR": the minor digits of the currency, as the policy's table knows them.
std::string AmountText(const Policy& policy, const Money& money) {
  if (!money.has() || !money->minor.has()) return {};
  int exponent = 2;
  for (const ExchangeRate& rate : policy.parameters().exchange.rates) {
    if (rate.currency == money->currency.get()) exponent = rate.exponent;
  }
  std::string digits = std::to_string(*money->minor);
  const auto least = static_cast<std::size_t>(exponent) + 1;
  if (digits.size() < least) digits.insert(0, least - digits.size(), '0');
  std::string text = digits.substr(0, digits.size() - static_cast<std::size_t>(exponent));
  for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3) {
    text.insert(static_cast<std::size_t>(at), ",");
  }
  if (exponent > 0) text += '.' + digits.substr(digits.size() - static_cast<std::size_t>(exponent));
  return text + ' ' + money->currency.get();
}

std::string PersonText(const Person& person) {
  std::string text = person.full_name.get();
  if (person.first_name.has() || person.last_name.has()) {
    text = person.first_name.get();
    if (!text.empty() && person.last_name.has()) text += ' ';
    text += person.last_name.get();
  }
  if (text.empty() && !person.emails.get().empty()) text = person.emails.get().front();
  return text;
}

// 0.9995 as "99.9 %": rounded down, so that nothing reads as certain.
std::string PercentText(double probability) {
  const int tenths = static_cast<int>(probability * 1000);
  return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10) + " %";
}

std::string SourceText(const Case& the_case) {
  const SourceParty& source = the_case.source;
  std::string text;
  if (source.partner != nullptr) {
    text = source.partner->name.get() + " (" + source.partner->id + ")";
    if (source.partner_user != nullptr) text += ", by " + source.partner_user->name.get();
  } else if (source.referrer_known) {
    text = "referred by " + PersonText(source.referrer.get());
  } else {
    text = "nobody that is known";
  }
  return text + ", received " + the_case.receipt_text;
}

std::string RecommendationText(const Policy& policy, const Decision& decision) {
  Slots slots;
  slots.emplace_back("fit_tier", decision.outputs.qualification.fit_tier);
  slots.emplace_back("reasons", ReasonsText(decision));
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

std::string LanesText(const Decision& decision) {
  std::string text;
  for (int i = 0; i < kLaneCount; ++i) {
    const Lane lane = static_cast<Lane>(i);
    if (!text.empty()) text += ", ";
    text += LaneName(lane);
    text += ' ';
    text += LaneStateName(decision.lane(lane));
  }
  return text;
}

void AddMatches(const Decision& decision, std::string& out) {
  if (decision.matches.empty()) {
    AddLine(out, "Known as", "nobody in the records");
    return;
  }
  out += "Known as:\n";
  for (std::size_t i = 0; i < std::min(kMostMatches, decision.matches.size()); ++i) {
    const Match& match = decision.matches[i];
    std::string text(RecordTypeName(match.type));
    text += ' ' + match.id + ", " + PercentText(match.Main().probability);
    text += match.Main().band == Band::kSame ? ", the same" : ", possible";
    AddItem(out, text);
  }
  if (decision.matches.size() > kMostMatches) {
    AddItem(out, "and " + std::to_string(decision.matches.size() - kMostMatches) + " more");
  }
}

void AddConflicts(const Decision& decision, std::string& out) {
  if (decision.conflicts.empty()) return;
  out += "Conflicts:\n";
  for (const Conflict& conflict : decision.conflicts) {
    std::string text(ConflictKindName(conflict.kind));
    text += ": " + conflict.proposal;
    if (conflict.decides < conflict.facts.size()) {
      const Fact& fact = conflict.facts[conflict.decides];
      text += " Decides: " + fact.path + " of " + fact.record.type + ' ' + fact.record.id;
      if (!fact.at.empty()) text += " (" + fact.at + ")";
      text += '.';
    }
    text += " Review: " + conflict.review_role + '.';
    AddItem(out, text);
  }
}

void AddGates(const Decision& decision, std::string& out) {
  std::string stopped;
  for (const Finding& finding : decision.findings) {
    if (finding.verdict == Verdict::kPass) continue;
    std::string text(LaneName(finding.lane));
    text += ", " + finding.code + ' ' + std::string(VerdictName(finding.verdict)) + ": ";
    text += finding.because;
    AddItem(stopped, text);
  }
  if (!stopped.empty()) out += "Stopped or waiting:\n" + stopped;
}

void AddQuestions(const Decision& decision, std::string& out) {
  if (decision.missing.empty()) return;
  out += "To ask:\n";
  for (const Question& question : decision.missing) {
    AddItem(out, question.question + " (" + question.ask + "; " + question.path + ")");
  }
}

std::string DecidersText(const Decision& decision) {
  std::string text;
  for (const ApprovalNeeded& approval : decision.approvals_needed) {
    if (!text.empty()) text += ", ";
    text += approval.role + " for " + approval.action;
  }
  return text;
}

std::string OwnersText(const Route& route) {
  std::string text = route.sales_owner.empty() ? "queue " + route.queue : route.sales_owner;
  if (!route.partner_owner.empty()) text += ", partner owner " + route.partner_owner;
  if (!route.due.empty()) text += ", due " + route.due;
  return text;
}

}  // namespace

std::string PartyText(const Case& the_case) {
  const std::string person = PersonText(the_case.party.person);
  const Company& company = the_case.party.company;
  const std::string& name = company.name.has() ? *company.name : company.legal_name.get();
  if (person.empty()) return name.empty() ? "an unnamed party" : name;
  return name.empty() ? person : person + " at " + name;
}

std::string ReasonsText(const Decision& decision) {
  std::string text;
  std::set<std::string> seen;
  const auto add = [&](std::string_view code) {
    if (!seen.insert(std::string(code)).second) return;
    if (!text.empty()) text += ", ";
    text += code;
  };
  for (const Conflict& conflict : decision.conflicts) add(ConflictKindName(conflict.kind));
  for (const Finding& finding : decision.findings) {
    if (finding.verdict == Verdict::kStop || finding.verdict == Verdict::kFault) add(finding.code);
  }
  return text;
}

std::string Brief(const Policy& policy, const Case& the_case, const Decision& decision) {
  const Submission& submission = the_case.submission;
  std::string out;
  AddLine(out, "Recommendation", RecommendationText(policy, decision));
  std::string party = PartyText(the_case);
  if (the_case.party.person.title.has()) party += ", " + *the_case.party.person.title;
  AddLine(out, "Party", party);
  AddLine(out, "Source", SourceText(the_case));
  AddLine(out, "Need", submission.need.get());
  std::string terms = submission.urgency.get();
  const std::string amount = AmountText(
      policy, submission.amount.has() ? submission.amount : submission.registration->amount);
  if (!terms.empty() && !amount.empty()) terms += ", ";
  AddLine(out, "Terms", terms + amount);
  AddLine(out, "Lanes", LanesText(decision));
  AddMatches(decision, out);
  AddConflicts(decision, out);
  AddGates(decision, out);
  AddQuestions(decision, out);
  std::string attribution(ConfidenceName(decision.attribution.confidence));
  if (!decision.attribution.note.empty()) attribution += " - " + decision.attribution.note;
  AddLine(out, "Attribution", attribution);
  AddLine(out, "Who decides", DecidersText(decision));
  AddLine(out, "Proposed owner", OwnersText(decision.route));
  return out;
}

}  // namespace referee
