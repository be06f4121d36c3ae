#include "bench/words.h"

#include <array>
#include <cstdint>

namespace referee::bench {
namespace {

constexpr std::array<std::string_view, 60> kGiven = {
    "Thomas",  "Maria",  "Michael", "Anna",    "Peter",  "Julia",  "Andreas", "Sarah",   "Stefan",
    "Laura",   "John",   "Emma",    "David",   "Sophie", "James",  "Olivia",  "Robert",  "Marie",
    "William", "Claire", "Pierre",  "Camille", "Jean",   "Chloé",  "Luca",    "Giulia",  "Marco",
    "Chiara",  "José",   "Carmen",  "Juan",    "Lucía",  "Jan",    "Eva",     "Lars",    "Ingrid",
    "Erik",    "Astrid", "Søren",   "Freja",   "Pieter", "Sanne",  "Jürgen",  "Ursula",  "Wolfgang",
    "Monika",  "Katja",  "Nina",    "Daniel",  "Lisa",   "Markus", "Petra",   "Philipp", "Hannah",
    "Tobias",  "Lena",   "Patrick", "Nicole",  "Simon",  "Vanessa"};

constexpr std::array<std::string_view, 60> kFamily = {
    "Müller",   "Schmidt",  "Schneider",    "Fischer",   "Weber",    "Meyer",   "Wagner",
    "Becker",   "Schulz",   "Hoffmann",     "Smith",     "Jones",    "Taylor",  "Brown",
    "Williams", "Wilson",   "Johnson",      "Davies",    "Martin",   "Bernard", "Dubois",
    "Thomas",   "Robert",   "Petit",        "Rossi",     "Russo",    "Ferrari", "Esposito",
    "Bianchi",  "García",   "Fernández",    "González",  "López",    "Sánchez", "de Jong",
    "Jansen",   "de Vries", "van den Berg", "Bakker",    "Visser",   "Hansen",  "Nielsen",
    "Jensen",   "Pedersen", "Andersson",    "Johansson", "Karlsson", "Nilsson", "Novák",
    "Svoboda",  "Kowalski", "Nowak",        "Huber",     "Gruber",   "Bauer",   "Wagner-Roth",
    "Keller",   "Richter",  "Koch",         "Wolf"};

constexpr std::array<std::string_view, 24> kOnsets = {"b",  "br", "d",  "f", "g", "gr", "h",  "k",
                                                      "kl", "l",  "m",  "n", "p", "r",  "s",  "sch",
                                                      "st", "t",  "tr", "v", "w", "z",  "ch", "fr"};
constexpr std::array<std::string_view, 10> kVowels = {"a",  "e",  "i",  "o",  "u",
                                                      "ei", "au", "ie", "ou", "ä"};
constexpr std::array<std::string_view, 14> kCodas = {"",  "n",  "r",  "l",  "s",  "m",  "t",
                                                     "k", "ck", "nd", "rt", "ng", "lt", "x"};

constexpr std::array<Trade, 40> kTrades = {{{"Maschinenbau", "manufacturing"},
                                            {"Logistics", "logistics"},
                                            {"Software", "software"},
                                            {"Consulting", "consulting"},
                                            {"Energy", "energy"},
                                            {"Foods", "food"},
                                            {"Pharma", "pharma"},
                                            {"Medical", "healthcare"},
                                            {"Systems", "software"},
                                            {"Solutions", "consulting"},
                                            {"Engineering", "manufacturing"},
                                            {"Textil", "textile"},
                                            {"Elektronik", "electronics"},
                                            {"Automotive", "automotive"},
                                            {"Werke", "manufacturing"},
                                            {"Chemie", "chemicals"},
                                            {"Finance", "finance"},
                                            {"Insurance", "insurance"},
                                            {"Media", "media"},
                                            {"Retail", "retail"},
                                            {"Bau", "construction"},
                                            {"Construction", "construction"},
                                            {"Transport", "logistics"},
                                            {"Telecom", "telecom"},
                                            {"Networks", "telecom"},
                                            {"Print", "media"},
                                            {"Design", "design"},
                                            {"Hotels", "hospitality"},
                                            {"Travel", "hospitality"},
                                            {"Water", "utilities"},
                                            {"Steel", "metals"},
                                            {"Metall", "metals"},
                                            {"Optics", "electronics"},
                                            {"Robotics", "electronics"},
                                            {"Analytics", "software"},
                                            {"Security", "software"},
                                            {"Cloud", "software"},
                                            {"Labs", "pharma"},
                                            {"Trading", "trade"},
                                            {"Group", "trade"}}};

constexpr std::array<Country, 8> kCountries = {{
    {"DE",
     "+49",
     {"GmbH", "AG", "GmbH & Co. KG"},
     "straße",
     {"Berlin", "Hamburg", "München", "Köln", "Stuttgart", "Leipzig"}},
    {"US",
     "+1",
     {"Inc.", "LLC", "Corp."},
     " Street",
     {"New York", "Chicago", "Austin", "Denver", "Boston", "Seattle"}},
    {"GB",
     "+44",
     {"Ltd", "PLC", "LLP"},
     " Road",
     {"London", "Leeds", "Bristol", "Manchester", "Glasgow", "Cardiff"}},
    {"FR",
     "+33",
     {"SARL", "SA", "SAS"},
     " rue",
     {"Paris", "Lyon", "Lille", "Nantes", "Bordeaux", "Toulouse"}},
    {"NL",
     "+31",
     {"B.V.", "N.V.", "VOF"},
     "straat",
     {"Amsterdam", "Rotterdam", "Utrecht", "Eindhoven", "Breda", "Delft"}},
    {"IT",
     "+39",
     {"S.r.l.", "S.p.A.", "S.n.c."},
     " via",
     {"Milano", "Roma", "Torino", "Bologna", "Verona", "Genova"}},
    {"ES",
     "+34",
     {"S.L.", "S.A.", "S.L.U."},
     " calle",
     {"Madrid", "Barcelona", "Valencia", "Sevilla", "Bilbao", "Zaragoza"}},
    {"SE",
     "+46",
     {"AB", "HB", "AB (publ)"},
     "gatan",
     {"Stockholm", "Göteborg", "Malmö", "Uppsala", "Lund", "Örebro"}},
}};

constexpr std::array<std::string_view, 16> kTitles = {
    "Head of IT",        "Chief Executive Officer",   "Procurement Manager", "IT Manager",
    "Managing Director", "Chief Information Officer", "Project Manager",     "Account Manager",
    "Software Engineer", "Director of Operations",    "Sales Manager",       "Office Manager",
    "Plant Manager",     "Head of Finance",           "Business Analyst",    "Consultant"};

// `syllables` syllables that spell the rank; the first letter is a capital.
std::string Coined(std::size_t rank, int syllables, std::uint64_t salt) {
  std::uint64_t digits = (rank + 1) * 0x9E3779B97F4A7C15u + salt;
  std::string word;
  for (int i = 0; i < syllables; ++i) {
    digits ^= digits >> 29;
    word += kOnsets[digits % kOnsets.size()];
    digits /= kOnsets.size();
    word += kVowels[digits % kVowels.size()];
    digits /= kVowels.size();
    if (i + 1 == syllables || digits % 3 == 0) word += kCodas[digits % kCodas.size()];
    digits /= kCodas.size();
  }
  word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

}  // namespace

std::string GivenName(std::size_t rank) {
  return rank < kGiven.size() ? std::string(kGiven[rank]) : Coined(rank, 2, 11);
}

std::string FamilyName(std::size_t rank) {
  return rank < kFamily.size() ? std::string(kFamily[rank])
                               : Coined(rank, rank % 3 == 0 ? 3 : 2, 7);
}

std::string BrandName(std::size_t rank) {
  // Every fourth company bears the name of a family.
  return rank % 4 == 0 ? FamilyName(rank / 4) : Coined(rank, rank % 2 == 0 ? 3 : 2, 23);
}

const Trade& TradeAt(std::size_t i) { return kTrades[i]; }
std::size_t TradeCount() { return kTrades.size(); }
const Country& CountryAt(std::size_t i) { return kCountries[i]; }
std::size_t CountryCount() { return kCountries.size(); }
std::string_view TitleAt(std::size_t i) { return kTitles[i]; }
std::size_t TitleCount() { return kTitles.size(); }

std::string Slug(std::string_view text) {
  std::string slug;
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z') slug += static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) slug += c;
  }
  return slug;
}

}  // namespace referee::bench
