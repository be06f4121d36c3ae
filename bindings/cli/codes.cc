#include "bindings/cli/codes.h"

#include <cstddef>
#include <string_view>

#include "bindings/cli/json.h"
#include "bindings/cpp/referee.hpp"

namespace referee::cli {
namespace {

constexpr std::size_t kWidth = 22;

std::string Listed(const Json& texts) {
  std::string out;
  for (const Json& text : texts.elements) {
    if (!out.empty()) out += ", ";
    out += text.text;
  }
  return out;
}

void AppendRow(std::string_view code, std::string_view meaning, std::string* out) {
  *out += "  ";
  *out += code;
  out->append(code.size() < kWidth ? kWidth - code.size() : 1, ' ');
  *out += meaning;
  *out += '\n';
}

void AppendMove(const Json& move, std::string* out) {
  std::string needs;
  for (const Json& approval : move["approvals"].elements) {
    if (!needs.empty()) needs += ", ";
    needs += approval["action"].text;
    const std::string& when = approval["when"].text;
    if (when != "always") needs += " (" + when + ')';
  }
  std::string row = "from " + Listed(move["from"]);
  if (!needs.empty()) row += "; approved: " + needs;
  if (!move["after"].elements.empty()) row += "; while " + Listed(move["after"]);
  if (move["reason"].text != "optional") row += "; with a reason";
  AppendRow(move["to"].text, row, out);
}

void AppendReason(const Json& reason, std::string* out) {
  std::string meaning = reason["meaning"].text;
  if (reason["rejects"].text == "true") meaning += " (rejects)";
  if (reason["by_engine"].text == "true") meaning += " (never a person's)";
  AppendRow(reason["code"].text, meaning, out);
}

}  // namespace

std::string CodesPage() {
  const auto codes = ParseJson(Codes().json());
  std::string out = "actions: what a person approves\n";
  for (const Json& row : (*codes)["actions"].elements) {
    AppendRow(row["code"].text, row["meaning"].text, &out);
  }
  out += "\nstates: how each aspect of a referral stands\n";
  for (const Json& row : (*codes)["states"].elements) {
    AppendRow(row["code"].text, row["meaning"].text, &out);
  }
  out += "\nmoves: to which state, from where, and what it rests on\n";
  for (const Json& row : (*codes)["moves"].elements) AppendMove(row, &out);
  out += "\nreasons\n";
  for (const Json& row : (*codes)["reasons"].elements) AppendReason(row, &out);
  out += "\noutcomes: where a routing decision ends\n";
  for (const Json& row : (*codes)["outcomes"].elements) {
    AppendRow(row["code"].text, "with " + row["state"].text, &out);
  }
  out += "\ntasks\n";
  for (const Json& row : (*codes)["tasks"].elements) {
    AppendRow(row["code"].text, row["meaning"].text, &out);
  }
  out += "\nevents\n";
  for (const Json& row : (*codes)["events"].elements) {
    AppendRow(row["code"].text, row["meaning"].text, &out);
  }
  return out;
}

}  // namespace referee::cli
