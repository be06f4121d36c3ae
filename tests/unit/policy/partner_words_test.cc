#include "src/policy/partner_words.h"

#include <random>
#include <string>

#include "src/base/text.h"
#include "src/policy/policy.h"
#include "tests/unit/policy/documents.h"

TEST_SUITE_BEGIN("policy/partner_words");

namespace referee::testing {
namespace {

using policy::PartnerWords;

const PartnerWords& Standard() {
  static const auto& policy = *new Policy(Policy::Standard().value());
  return policy.partner_words();
}

constexpr const char* kPromises[] = {
    "you will receive",  "your commission is",  "guarantee",        "has been approved",
    "you'll receive",    "we will pay you",     "you will be paid", "your reward is ready",
    "your payout",       "you are entitled to", "we promise",       "credit is yours",
    "you will soon get", "commission is due",   "is approved",      "was accepted",
};

TEST_CASE("what promises is found [STP-27][STP-32][STP-33][APR-28]") {
  for (const char* promise : kPromises) {
    CAPTURE(promise);
    CHECK(Standard().Promises(promise));
    CHECK(Standard().Promises(std::string("Dear partner, ") + promise + " 500 EUR."));
  }
}

TEST_CASE("what does not promise is left alone") {
  for (const char* text :
       {"", "Thank you, Nova Cloud GmbH.", "Received; in review by a person.",
        "Your submission needs a closer look by a colleague. Nothing is decided yet.",
        "May the outcome be reported back to the partner?", "Falkenried Werke AG",
        "Guardian Systems", "Grantham Consulting", "Received 2026-06-01T10:00:20Z through portal",
        "Quaranta e Figli", "Yours Truly Interiors", "Paymaster Ltd"}) {
    CAPTURE(text);
    CHECK_FALSE(Standard().Promises(text));
  }
}

// One code point that looks like the letter, or the letter.
std::string Disguised(char letter, std::mt19937& random) {
  struct Row {
    char letter;
    const char* disguises[4];
  };
  static constexpr Row kRows[] = {
      {'a', {"\u0430", "\u03B1", "@", "\uFF41"}},
      {'c', {"\u0441", "\u03F2", "\u1D04", "\uFF43"}},
      {'e', {"\u0435", "\u03B5", "3", "\u1D07"}},
      {'i', {"\u0456", "1", "\u0131", "\u03B9"}},
      {'o', {"\u043E", "\u03BF", "0", "\u1D0F"}},
      {'p', {"\u0440", "\u03C1", "\u1D18", "\uFF50"}},
      {'s', {"\u0455", "$", "5", "\uA731"}},
      {'r', {"\u0280", "\uFF52", "\u027E", "r\u0301"}},
      {'n', {"\u0274", "\uFF4E", "n\u0303", "N"}},
      {'m', {"\u1D0D", "rn", "M", "\uFF4D"}},
      {'l', {"I", "1", "\u04CF", "|"}},
      {'t', {"\u1D1B", "\u0442", "7", "+"}},
  };
  for (const Row& row : kRows) {
    if (row.letter == letter) return row.disguises[random() % 4];
  }
  return {letter};
}

// Nothing that a reader would notice much.
std::string Between(std::mt19937& random) {
  static constexpr const char* kBetween[] = {"",       "\u200B", "\u00AD", "\u200D", ".",  "-",
                                             "\u2060", "_",      "*",      "\u202E", "\n", " "};
  return kBetween[random() % std::size(kBetween)];
}

TEST_CASE("ten thousand disguises of promises are all seen through [STP-27]") {
  std::mt19937 random(20260601);  // NOLINT: the same disguises on every run.
  for (int round = 0; round < 10000; ++round) {
    const std::string promise = kPromises[static_cast<std::size_t>(round) % std::size(kPromises)];
    std::string text;
    for (const char c : promise) {
      const bool is_letter = IsAsciiLetter(c);
      if (is_letter && random() % 8 == 0) {
        text += Disguised(c, random);
      } else {
        text += is_letter && random() % 2 == 0 ? static_cast<char>(c - 'a' + 'A') : c;
      }
      if (random() % 4 == 0) text += Between(random);
    }
    CAPTURE(promise);
    CAPTURE(text);
    // Digits or signs for letters beside the same between words are two readings at once.
    CHECK(Standard().Promises(text));
  }
}

TEST_CASE("a gap takes a few words and not the rest of the letter") {
  CHECK(Standard().Promises("You will surely and soon receive"));
  CHECK_FALSE(Standard().Promises(
      "You will find our opening hours on the web site, where we also receive visitors"));
}

TEST_CASE("a slot takes one clean line or its stand-in [OUT-08]") {
  struct Row {
    const char* slot;
    std::string value;
    std::string shown;
  };
  const Row rows[] = {
      {"partner", "Nova Cloud GmbH", "Nova Cloud GmbH"},
      {"partner", "  Nova \n Cloud\t", "Nova Cloud"},
      {"partner", "Nova\u2028Cloud", "Nova Cloud"},
      {"partner", "No\u200Bva\u202E", "Nova"},
      {"partner", "", "partner"},
      {"partner", "\u200B\n", "partner"},
      {"partner", "Guarantee Corp", "partner"},
      {"partner", "Nova. You will receive 500 EUR", "partner"},
      {"partner", "Gu\u0430rantee", "partner"},
      {"partner", std::string(80, 'x'), std::string(80, 'x')},
      {"partner", std::string(81, 'x'), "partner"},
      {"partner", std::string(41, 'x') + std::string("\u00E9\u00E9"),
       std::string(41, 'x') + "\u00E9\u00E9"},
      {"submission_id", "s-1", "s-1"},
      {"submission_id", "has been approved", "as received"},
      {"colour", "blue", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value);
    CHECK(Standard().Slot(row.slot, row.value) == row.shown);
  }
}

TEST_CASE("a document whose own words promise is refused where they do") {
  struct Row {
    const char* json;
    const char* pointer;
  };
  const Row rows[] = {
      {R"({"phrases":["we pay"],"slots":{},"neutral":"We pay."})", "/neutral"},
      {R"({"phrases":["we pay"],"slots":{"a":{"most_letters":5,"stand_in":"we pay"}},"neutral":"Thanks."})",
       "/slots/a/stand_in"},
      {R"({"phrases":["..."],"slots":{},"neutral":"Thanks."})", "/phrases/0"},
      {R"({"phrases":[5],"slots":{},"neutral":"Thanks."})", "/phrases/0"},
      {R"({"phrases":[],"slots":{"a":{"stand_in":"x"}},"neutral":"Thanks."})",
       "/slots/a/most_letters"},
      {R"({"phrases":[],"slots":{"a":{"most_letters":0,"stand_in":"x"}},"neutral":"Thanks."})",
       "/slots/a/most_letters"},
      {R"({"phrases":[],"slots":{}})", "/neutral"},
      {R"({"phrases":[],"slots":{},"neutral":"x","more":1})", "/more"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.json);
    CHECK(ErrorPointer(PartnerWords::Read(*Json(row.json)).status()) == row.pointer);
  }
}

}  // namespace
}  // namespace referee::testing

TEST_SUITE_END();
