#include "src/normalize/company_name.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "src/base/text.h"

TEST_SUITE_BEGIN("normalize/company_name");

namespace referee {
namespace {

CompanyFeatures Normal(const std::string& name, const std::string& city = {}) {
  CompanyFeatures features;
  NormalizeCompanyName(name, city, &features);
  return features;
}

TEST_CASE("a name is its words without the legal form") {
  struct Case {
    std::string text, name, form;
  };
  const Case cases[] = {
      {"Falkenried Werke AG", "falkenried werke", "ag"},
      {"FALKENRIED WERKE AKTIENGESELLSCHAFT", "falkenried werke", "ag"},
      {"Müller & Söhne GmbH & Co. KG", "muller sohne", "gmbhcokg"},
      {"Acme, Inc.", "acme", "inc"},
      {"The Acme Company Ltd", "acme company", "ltd"},
      {"Acme Intl Svcs L.L.C.", "acme international services", "llc"},
      {"S.A. Acme", "acme", "sa"},
      {"GmbH", "gmbh", ""},  // A name remains, whatever it is.
      {"Co", "co", ""},
      {"", "", ""},
      {"&", "", ""},
      {"& Acme", "acme", ""},
      {"...", "", ""},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    const CompanyFeatures company = Normal(test.text);
    CHECK(company.name == test.name);
    CHECK(company.legal_form == test.form);
  }
}

TEST_CASE("the legal forms of at least forty countries are known") {
  struct Case {
    std::string country, name;
  };
  const Case cases[] = {
      {"AT", "Falke Ges.m.b.H."},   {"AU", "Falke Pty Ltd"},
      {"BE", "Falke BVBA"},         {"BG", "Falke EOOD"},
      {"BG", "Фалке ООД"},          {"BR", "Falke Ltda."},
      {"CA", "Falke Ltée"},         {"CH", "Falke Sàrl"},
      {"CL", "Falke SpA"},          {"CN", "Falke Co., Ltd."},
      {"CN", "法尔克有限公司"},     {"CO", "Falke S.A.S."},
      {"CZ", "Falke s.r.o."},       {"DE", "Falke UG (haftungsbeschränkt)"},
      {"DK", "Falke ApS"},          {"DK", "Falke A/S"},
      {"EE", "Falke OÜ"},           {"ES", "Falke S.L."},
      {"FI", "Falke Oy"},           {"FI", "Falke Oyj"},
      {"FR", "Falke SARL"},         {"GB", "Falke PLC"},
      {"GB", "Falke LLP"},          {"GR", "Falke A.E."},
      {"HK", "Falke Limited"},      {"HR", "Falke d.o.o."},
      {"HU", "Falke Kft."},         {"HU", "Falke Zrt."},
      {"ID", "PT Falke Tbk"},       {"IE", "Falke DAC"},
      {"IN", "Falke Pvt. Ltd."},    {"IS", "Falke ehf."},
      {"IT", "Falke S.r.l."},       {"IT", "Falke S.p.A."},
      {"JP", "Falke K.K."},         {"JP", "株式会社Falke"},
      {"KR", "주식회사 Falke"},     {"KZ", "Товарищество с ограниченной ответственностью Фалке"},
      {"LI", "Falke Anstalt"},      {"LT", "Falke UAB"},
      {"LU", "Falke S.à r.l."},     {"LV", "Falke SIA"},
      {"MX", "Falke S.A. de C.V."}, {"MY", "Falke Sdn. Bhd."},
      {"NL", "Falke B.V."},         {"NO", "Falke AS"},
      {"NO", "Falke ASA"},          {"NZ", "Falke Limited"},
      {"PE", "Falke S.A.C."},       {"PL", "Falke Sp. z o.o."},
      {"PT", "Falke Lda."},         {"RO", "Falke S.R.L."},
      {"RS", "Falke d.o.o."},       {"RU", "Falke OOO"},
      {"RU", "ООО Фалке"},          {"SE", "Falke AB"},
      {"SG", "Falke Pte. Ltd."},    {"SI", "Falke d.d."},
      {"SK", "Falke a.s."},         {"TH", "Falke Co., Ltd."},
      {"TR", "Falke A.Ş."},         {"TR", "Falke Ltd. Şti."},
      {"UA", "Falke TOV"},          {"US", "Falke LLC"},
      {"US", "Falke Corp."},        {"VN", "Falke JSC"},
      {"ZA", "Falke (Pty) Ltd"},    {"AE", "Falke FZE"},
      {"AE", "Falke FZ-LLC"},       {"IL", "Falke Ltd."},
      {"NG", "Falke Nig. Ltd."},
  };
  std::set<std::string> countries;
  for (const Case& test : cases) {
    CAPTURE(test.country);
    CAPTURE(test.name);
    const CompanyFeatures company = Normal(test.name);
    const bool is_known = !company.legal_form.empty();
    CHECK(is_known);
    if (is_known) countries.insert(test.country);
  }
  MESSAGE(countries.size() << " countries");
  CHECK(countries.size() >= 40);
}

TEST_CASE("forms of one kind written differently are one form") {
  const char* const pairs[][2] = {{"Falke GmbH", "Falke Gesellschaft mit beschränkter Haftung"},
                                  {"Falke Ltd", "Falke Limited"},
                                  {"Falke Inc", "Falke Incorporated"},
                                  {"Falke S.A.", "Falke SA"},
                                  {"Falke s.r.o.", "Falke spol. s r.o."}};
  for (const auto& pair : pairs) {
    const char* const a = pair[0];
    const char* const b = pair[1];
    CAPTURE(a);
    CHECK(Normal(a).legal_form == Normal(b).legal_form);
    CHECK(Normal(a).name == Normal(b).name);
  }
}

TEST_CASE("an acronym is made of the words that tell something") {
  CHECK(Normal("International Business Machines Corp").acronym == "ibm");
  CHECK(Normal("Bank of America").acronym == "ba");
  CHECK(Normal("IBM").acronym.empty());
  CHECK(Normal("東京 電力").acronym.empty());
}

TEST_CASE("places and numbers of a name are told apart") {
  CHECK(Normal("Falke AG (Hamburg)").place_tokens == std::vector<std::string>{"hamburg"});
  CHECK(Normal("Falke AG - Wien").place_tokens == std::vector<std::string>{"wien"});
  CHECK(Normal("Falke Niederlassung Bremen").place_tokens == std::vector<std::string>{"bremen"});
  CHECK(Normal("Falke Hamburg GmbH", "hamburg").place_tokens ==
        std::vector<std::string>{"hamburg"});
  CHECK(Normal("Hamburg Hafen GmbH", "hamburg").place_tokens.empty());  // Its own first word.
  CHECK(Normal("Falke (").place_tokens.empty());
  CHECK(Normal("Falke GmbH (Hamburg").place_tokens == std::vector<std::string>{"hamburg"});
  CHECK(Normal("Studio 54").numerals == std::vector<std::string>{"54"});
}

TEST_CASE("a Roman numeral at the end counts companies of one name") {
  struct Case {
    std::string text, name, form, numeral;
  };
  const Case cases[] = {
      {"Solarpark Werder II GmbH", "solarpark werder 2", "gmbh", "2"},
      {"Solarpark Werder II", "solarpark werder 2", "", "2"},
      {"Solarpark Werder 2", "solarpark werder 2", "", "2"},
      {"Vega Energia I", "vega energia 1", "", "1"},
      {"Wohnbau IX", "wohnbau 9", "", "9"},
      {"Wohnbau XIV eG", "wohnbau 14", "eg", "14"},
      {"Popescu Ion I.I.", "popescu ion", "ii", ""},
      {"XX Moebel", "xx moebel", "", ""},
      {"IX", "ix", "", ""},
      {"Wohnbau IIX", "wohnbau iix", "", ""},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    const CompanyFeatures company = Normal(test.text);
    CHECK(company.name == test.name);
    CHECK(company.legal_form == test.form);
    CHECK(Join(company.numerals, " ") == test.numeral);
  }
}

TEST_CASE("descriptors and stop words tell little") {
  for (const std::string word : {"group", "services", "holding", "and", "der"})
    CHECK(IsDescriptor(word));
  for (const std::string word : {"falke", "ibm", ""}) CHECK(!IsDescriptor(word));
}

TEST_CASE("a very long name takes linear time") {
  std::string name;
  for (int i = 0; i < 20000; ++i) name += "gmbh & co ";
  const CompanyFeatures company = Normal(name + "x");
  CHECK(!company.name.empty());
  CHECK(!Normal(name).name.empty());
}

}  // namespace
}  // namespace referee

TEST_SUITE_END();
