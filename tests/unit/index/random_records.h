// Record lines for property tests of the index: few names, so that many records share a value.

#ifndef REFEREE_TESTS_UNIT_INDEX_RANDOM_RECORDS_H_
#define REFEREE_TESTS_UNIT_INDEX_RANDOM_RECORDS_H_

#include <random>
#include <string>
#include <vector>

namespace referee::testing {

class RandomRecords {
 public:
  explicit RandomRecords(unsigned seed) : random_(seed) {}

  unsigned Below(unsigned bound) { return static_cast<unsigned>(random_() % bound); }

  // A record of any type; ids are few enough to come again.
  std::string Line() {
    switch (Below(12)) {
      case 0:
      case 1:
      case 2: return Account();
      case 3:
      case 4: return Contact();
      case 5:
      case 6: return Lead();
      case 7: return Touch();
      case 8:
        return Open("opportunity") + Reference("company_id", "account") + ",\"person_ids\":[" +
               Quoted("contact-" + std::to_string(Below(30))) + "]}";
      case 9:
        return Open("deal_registration") + Reference("company_id", "account") + "," +
               Reference("partner_id", "partner") + "}";
      case 10:
        return Below(2) == 0 ? Open("partner") + "\"name\":\"Nova\"}"
                             : Open("territory") + "\"name\":\"DACH\"}";
      default:
        return Open("merge") + Reference("winner_id", "lead") + ",\"loser\":{" +
               Reference("id", "lead") + "}}";
    }
  }

  std::string Account() {
    return Open("account") + Company() + "," + Reference("parent_id", "account") + "," +
           Reference("ultimate_parent_id", "account") + "}";
  }
  std::string Contact() {
    return Open("contact") + Person() + "," + Reference("company_id", "account") + "}";
  }
  std::string Lead() { return Open("lead") + Person() + ",\"company\":{" + Company() + "}}"; }
  std::string Touch() {
    std::string line = Open("touch") + Reference("person_id", "contact");
    if (Below(2) == 0) line += ",\"person\":{" + Person() + "}";
    if (Below(2) == 0) line += ",\"company\":{" + Company() + "}";
    return line + "}";
  }

 private:
  static std::string Quoted(const std::string& text) { return "\"" + text + "\""; }

  std::string Open(const std::string& type) {
    return "{\"type\":\"" + type + "\",\"id\":\"" + type + "-" + std::to_string(Below(60)) + "\",";
  }
  std::string Reference(const std::string& member, const std::string& type) {
    return Quoted(member) + ":" + Quoted(type + "-" + std::to_string(Below(30)));
  }
  std::string Pick(const std::vector<std::string>& texts) {
    return texts[Below(static_cast<unsigned>(texts.size()))];
  }

  std::string Person() {
    std::string out = "\"first_name\":" +
                      Quoted(Pick({"Jonas", "Bob", "Robert", "Ada", "Elena", "Li", "Wei", ""})) +
                      ",\"last_name\":" +
                      Quoted(Pick({"Weber", "Webber", "King", "Müller", "Mueller", "Stone", "Ng",
                                   "van der Berg", ""}));
    if (Below(2) == 0) {
      out += ",\"emails\":[" +
             Quoted(Pick({"j.weber", "ada", "info", "rob+x", "e"}) + "@" +
                    Pick({"gmail.com", "falke.example", "nova.example", "stone.co.uk"})) +
             "]";
    }
    if (Below(3) == 0) {
      out += ",\"phones\":[" + Quoted("+49 40 12345" + std::to_string(60 + Below(20))) + "]";
    }
    return out;
  }

  std::string Company() {
    std::string out =
        "\"name\":" + Quoted(Pick({"Falke Werke AG", "Falke Group", "Nova Cloud GmbH", "Nova",
                                   "Stone & Sons Ltd", "Stoan Sons", "IBM",
                                   "International Business Machines", "Lindt", "Linden Bau", ""}));
    if (Below(2) == 0) {
      out += ",\"domains\":[" +
             Quoted(Pick({"falke.example", "nova.example", "stone.co.uk", "ibm.com",
                          "lindt.example", "gmail.com"})) +
             "]";
    }
    if (Below(3) == 0) {
      out += ",\"address\":{\"line1\":" +
             Quoted(Pick({"Hafenstr. 1", "Hafenstrasse 1", "2 Mill Ln", "7"})) +
             ",\"city\":" + Quoted(Pick({"Hamburg", "London", ""})) +
             ",\"postal\":" + Quoted(Pick({"20457", "N1 9GU", ""})) + ",\"country\":\"DE\"}";
    }
    if (Below(4) == 0) {
      out += ",\"registry_ids\":[{\"kind\":\"duns\",\"value\":\"31234567" +
             std::to_string(Below(10)) + "\"}]";
    }
    if (Below(4) == 0) {
      out += ",\"phones\":[" + Quoted("040 12345" + std::to_string(60 + Below(20))) + "]";
    }
    return out;
  }

  std::mt19937 random_;
};

}  // namespace referee::testing

#endif  // REFEREE_TESTS_UNIT_INDEX_RANDOM_RECORDS_H_
