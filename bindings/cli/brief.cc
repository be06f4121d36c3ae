#include "bindings/cli/brief.h"

#include <charconv>
#include <cstddef>
#include <cstdio>
#include <optional>
#include <vector>

#include "bindings/cli/json.h"
#include "bindings/cli/terminal.h"

namespace referee::cli {
namespace {

constexpr std::size_t kWidth = 100;
constexpr std::size_t kIndent = 14;  // Where the text beside a label starts.

Colour ColourOf(std::string_view word) {
  if (word == "accept" || word == "open" || word == "done") return Colour::kGreen;
  if (word == "reject" || word == "stop") return Colour::kRed;
  return Colour::kYellow;
}

// Code points, near enough to columns for wrapping.
std::size_t WidthOf(std::string_view text) {
  std::size_t width = 0;
  for (const char c : text) width += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return width;
}

// Appends a label and its text, wrapped at blanks, with further lines below the text.
void AppendRow(std::string_view label, std::string_view text, std::string& out) {
  out += "  ";
  out += Paint(Colour::kDim, label);
  out.append(kIndent - 2 - label.size(), ' ');
  std::size_t column = kIndent;
  bool is_first = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    const std::size_t width = WidthOf(word);
    if (!is_first && column + 1 + width > kWidth) {
      out += '\n';
      out.append(kIndent, ' ');
      column = kIndent;
      is_first = true;
    }
    if (!is_first) {
      out += ' ';
      ++column;
    }
    out += word;
    column += width;
    is_first = false;
  }
  out += '\n';
}

void AppendRows(std::string_view label, const std::vector<std::string>& rows, std::string& out) {
  for (const std::string& row : rows) {
    AppendRow(label, row, out);
    label = "";
  }
}

std::string Percent(const Json& probability) {
  double value = 0;
  const std::string& text = probability.text;
  std::from_chars(text.data(), text.data() + text.size(), value);
  // Never "100 %": a match is never certain.
  char out[16];
  std::snprintf(out, sizeof out, "%.1f %%", value >= 0.999 ? 99.9 : value * 100);
  return out;
}

std::string LanesOf(const Json& decision) {
  std::string out;
  for (const auto& [lane, state] : decision["lanes"].members) {
    if (!out.empty()) out += "   ";
    out += lane + ' ' + Paint(ColourOf(state.text), state.text);
  }
  return out;
}

// What stops, waits or failed: the reasons for the recommendation.
std::vector<std::string> ReasonsOf(const Json& decision) {
  std::vector<std::string> rows;
  for (const Json& finding : decision["findings"].elements) {
    if (finding["verdict"].text == "pass") continue;
    std::string row = finding["verdict"].text + ' ' + finding["code"].text;
    if (!finding["because"].text.empty()) row += ": " + finding["because"].text;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<std::string> MatchesOf(const Json& decision) {
  std::vector<std::string> rows;
  for (const Json& match : decision["matches"].elements) {
    rows.push_back(match["band"].text + ' ' + match["type"].text + ' ' + match["id"].text + ", " +
                   Percent(match["probability"]));
  }
  return rows;
}

std::vector<std::string> ConflictsOf(const Json& decision) {
  std::vector<std::string> rows;
  for (const Json& conflict : decision["conflicts"].elements) {
    std::string row = Paint(Colour::kYellow, conflict["kind"].text);
    if (!conflict["proposal"].text.empty()) row += ": " + conflict["proposal"].text;
    const std::string& role = conflict["review"]["role"].text;
    if (!role.empty()) row += " (" + role + ')';
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<std::string> QuestionsOf(const Json& decision) {
  std::vector<std::string> rows;
  for (const Json& question : decision["missing"].elements) {
    std::string row = question["question"].text;
    if (row.empty()) row = question["path"].text;
    if (!question["ask"].text.empty()) row += " (ask: " + question["ask"].text + ')';
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<std::string> ApprovalsOf(const Json& decision) {
  std::vector<std::string> rows;
  for (const Json& approval : decision["approvals_needed"].elements) {
    rows.push_back(approval["role"].text + ": " + approval["action"].text);
  }
  return rows;
}

std::string RouteOf(const Json& decision) {
  std::string out;
  for (const char* owner : {"sales_owner", "partner_owner", "feedback_owner", "queue"}) {
    const std::string& name = decision["route"][owner].text;
    if (name.empty()) continue;
    if (!out.empty()) out += "   ";
    out += std::string(owner) + ' ' + name;
  }
  const std::string& due = decision["route"]["due"].text;
  if (!out.empty() && !due.empty()) out += "   due " + due;
  return out;
}

}  // namespace

std::string BriefOf(std::string_view decision_json) {
  const std::optional<Json> parsed = ParseJson(decision_json);
  if (!parsed) return std::string(decision_json) + '\n';
  const Json& decision = *parsed;

  const std::string& recommendation = decision["recommendation"].text;
  std::string out = Paint(Colour::kBold, decision["submission_id"].text);
  out += "  " + Paint(ColourOf(recommendation), recommendation);
  if (!decision["referral_id"].text.empty()) {
    out += Paint(Colour::kDim, "  referral " + decision["referral_id"].text);
  }
  out += '\n';
  AppendRow("lanes", LanesOf(decision), out);
  AppendRows("why", ReasonsOf(decision), out);
  AppendRows("already", MatchesOf(decision), out);
  AppendRows("conflicts", ConflictsOf(decision), out);
  const Json& attribution = decision["attribution"];
  if (!attribution["confidence"].text.empty()) {
    AppendRow("credit", attribution["confidence"].text + ": " + attribution["note"].text, out);
  }
  AppendRows("ask", QuestionsOf(decision), out);
  if (const std::string route = RouteOf(decision); !route.empty()) AppendRow("route", route, out);
  AppendRows("decides", ApprovalsOf(decision), out);
  return out;
}

}  // namespace referee::cli
