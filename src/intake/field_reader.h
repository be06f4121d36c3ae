// Reads the members of JSON objects into plain structs by tables of rows, one row a member.
//
//   template <> inline Rows<Address> RowsOf() {
//     static constexpr FieldRow<Address> kRows[] = {Row<&Address::city>("city"), ...};
//     return kRows;
//   }
//
// Which check a member gets follows from the type of the struct's member, so that a table says
// only what a reader wants to know: the name.

#ifndef REFEREE_SRC_INTAKE_FIELD_READER_H_
#define REFEREE_SRC_INTAKE_FIELD_READER_H_

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "src/base/error_location.h"
#include "src/base/json.h"
#include "src/base/status_macros.h"
#include "src/intake/parse_record.h"
#include "src/record/field.h"
#include "src/record/party.h"

namespace referee::intake {

// What is passed down while a document is read.
struct ReadContext {
  UnknownMembers* unknown;  // May be null.
  std::string_view place;   // "contact", "submission.lead": where unknown members are reported.
};

template <typename T>
struct FieldRow {
  std::string_view name;
  absl::Status (*read)(const json::Node& node, const ReadContext& context, T& out);
};

template <typename T>
using Rows = std::span<const FieldRow<T>>;

// The table of T; specialised beside the tables.
template <typename T>
Rows<T> RowsOf();

using Words = std::span<const std::string_view>;

// Scalars.
absl::Status Read(const json::Node& node, const ReadContext&, std::string& out);  // Not blank.
absl::Status Read(const json::Node& node, const ReadContext&, Text& out);
absl::Status Read(const json::Node& node, const ReadContext&, TextList& out);
absl::Status Read(const json::Node& node, const ReadContext&, Flag& out);
absl::Status Read(const json::Node& node, const ReadContext&, Integer& out);
absl::Status Read(const json::Node& node, const ReadContext&, Number& out);
absl::Status Read(const json::Node& node, const ReadContext&, Moment& out);
absl::Status Read(const json::Node& node, const ReadContext&, CalendarDate& out);
absl::Status Read(const json::Node& node, const ReadContext&, Money& out);
absl::Status Read(const json::Node& node, const ReadContext&, std::vector<std::int32_t>& out);
absl::Status ReadCount(const json::Node& node, Integer& out);  // Not negative.
absl::Status ReadWord(const json::Node& node, Words allowed, Text& out);
absl::Status ReadWords(const json::Node& node, Words allowed, TextList& out);

template <typename T>
absl::Status Read(const json::Node& node, const ReadContext& context, Maybe<T>& out);
template <typename T>
absl::Status Read(const json::Node& node, const ReadContext& context, Maybe<std::vector<T>>& out);

// Notes a member that no table names; keeps its text where T has a place for it.
void KeepUnknown(const ReadContext& context, std::string_view name, const json::Node& node,
                 std::vector<ExtraMember>* extra);

template <typename T>
std::vector<ExtraMember>* ExtraOf(T& value) {
  if constexpr (requires { value.extra; }) {
    return &value.extra;
  } else if constexpr (requires { value.person.extra; }) {
    return &value.person.extra;
  } else if constexpr (requires { value.company.extra; }) {
    return &value.company.extra;
  } else {
    return nullptr;
  }
}

// Runs the row of this name, if the table has one.  Most documents name their members in about the
// order of the table, so the search begins at row `*next` and leaves there the one that follows.
template <typename T>
bool ReadByRow(const json::Member& member, const ReadContext& context, T& out, std::size_t* next,
               absl::Status* status) {
  const Rows<T> rows = RowsOf<T>();
  for (std::size_t tried = 0, i = *next; tried < rows.size(); ++tried, ++i) {
    if (i >= rows.size()) i = 0;
    if (rows[i].name != member.name) continue;
    *next = i + 1;
    *status = rows[i].read(member.value, context, out);
    if (!status->ok()) *status = InsideOf(member.name, std::move(*status));
    return true;
  }
  return false;
}

// The party whose members stand directly in the record: a contact's person, an account's company.
template <typename T>
bool ReadByParty(const json::Member& member, const ReadContext& context, T& out, std::size_t* next,
                 absl::Status* status) {
  if constexpr (requires { Person(out.person); }) {
    return ReadByRow(member, context, out.person, next, status);
  } else if constexpr (requires { Company(out.company); }) {
    return ReadByRow(member, context, out.company, next, status);
  } else {
    return false;
  }
}

// The members of one object.  `skip` names a member that the caller has read itself.
template <typename T>
absl::Status ReadMembers(const json::Node& node, const ReadContext& context, std::string_view skip,
                         T& out) {
  std::size_t next = 0, next_of_party = 0;
  for (const json::Member& member : node.members) {
    absl::Status status;
    if (ReadByRow(member, context, out, &next, &status) ||
        ReadByParty(member, context, out, &next_of_party, &status)) {
      if (!status.ok()) return status;
    } else if (member.name != skip) {
      KeepUnknown(context, member.name, member.value, ExtraOf(out));
    }
  }
  return absl::OkStatus();
}

template <typename T>
absl::Status ReadObject(const json::Node& node, const ReadContext& context, T& out) {
  if (node.kind != json::Kind::kObject) {
    return InvalidKind("an object", json::KindName(node.kind));
  }
  return ReadMembers(node, context, {}, out);
}

template <typename T>
absl::Status Read(const json::Node& node, const ReadContext& context, Maybe<T>& out) {
  if (node.kind == json::Kind::kNull) {
    out = Maybe<T>::Without(Presence::kNull);
    return absl::OkStatus();
  }
  return ReadObject(node, context, out.mutable_value());
}

template <typename T>
absl::Status Read(const json::Node& node, const ReadContext& context, Maybe<std::vector<T>>& out) {
  if (node.kind == json::Kind::kNull) {
    out = Maybe<std::vector<T>>::Without(Presence::kNull);
    return absl::OkStatus();
  }
  if (node.kind != json::Kind::kArray) return InvalidKind("a list", json::KindName(node.kind));
  std::vector<T>& list = out.mutable_value();
  list.resize(node.elements.size());
  for (std::size_t i = 0; i < list.size(); ++i) {
    REFEREE_RETURN_IF_ERROR(InsideOf(i, ReadObject(node.elements[i], context, list[i])));
  }
  return absl::OkStatus();
}

// A row for a member of T; several pointers walk into nested structs.
template <auto First, auto... Rest>
constexpr auto& Follow(auto& object) {
  if constexpr (sizeof...(Rest) == 0) {
    return object.*First;
  } else {
    return Follow<Rest...>(object.*First);
  }
}

template <typename T>
struct OwnerOf;
template <typename Struct, typename Field>
struct OwnerOf<Field Struct::*> {
  using Type = Struct;
};

template <auto First, auto... Rest>
constexpr auto Row(std::string_view name) {
  using T = typename OwnerOf<decltype(First)>::Type;
  return FieldRow<T>{name, [](const json::Node& node, const ReadContext& context, T& out) {
                       return Read(node, context, Follow<First, Rest...>(out));
                     }};
}

// A text that must be one of `Allowed`, or a list of such texts.
template <const auto& Allowed, auto First, auto... Rest>
constexpr auto WordRow(std::string_view name) {
  using T = typename OwnerOf<decltype(First)>::Type;
  return FieldRow<T>{name, [](const json::Node& node, const ReadContext&, T& out) {
                       auto& field = Follow<First, Rest...>(out);
                       if constexpr (std::is_same_v<std::decay_t<decltype(field)>, Text>) {
                         return ReadWord(node, Allowed, field);
                       } else {
                         return ReadWords(node, Allowed, field);
                       }
                     }};
}

// An integer that cannot be negative.
template <auto First, auto... Rest>
constexpr auto CountRow(std::string_view name) {
  using T = typename OwnerOf<decltype(First)>::Type;
  return FieldRow<T>{name, [](const json::Node& node, const ReadContext&, T& out) {
                       return ReadCount(node, Follow<First, Rest...>(out));
                     }};
}

// An object whose members the document nests and the struct does not, read by its own rows.
template <typename T, const auto& Inner>
constexpr auto GroupRow(std::string_view name) {
  return FieldRow<T>{
      name, [](const json::Node& node, const ReadContext& context, T& out) -> absl::Status {
        if (node.kind == json::Kind::kNull) return absl::OkStatus();
        if (node.kind != json::Kind::kObject) {
          return InvalidKind("an object", json::KindName(node.kind));
        }
        for (const json::Member& member : node.members) {
          bool is_known = false;
          for (const FieldRow<T>& row : Inner) {
            if (row.name != member.name) continue;
            is_known = true;
            REFEREE_RETURN_IF_ERROR(InsideOf(member.name, row.read(member.value, context, out)));
          }
          if (!is_known) KeepUnknown(context, member.name, member.value, ExtraOf(out));
        }
        return absl::OkStatus();
      }};
}

}  // namespace referee::intake

#endif  // REFEREE_SRC_INTAKE_FIELD_READER_H_
