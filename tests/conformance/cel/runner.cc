// Runs conformance cases of the Common Expression Language.
//
//   cel_conformance [--verbose] FOLDER
//
// Each *.jsonl file of the folder holds one case a line, in the form that README.md beside this
// file describes.  Prints a count for each file and in total; exits 1 when a case fails.

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "src/base/error_location.h"
#include "src/base/json.h"
#include "src/base/status_macros.h"
#include "src/cel/base64.h"
#include "src/cel/cel.h"
#include "src/cel/equality.h"

namespace referee::cel {
namespace {

std::string_view TextOf(const json::Node& node, std::string_view member) {
  const json::Node* found = node.Find(member);
  return found == nullptr ? std::string_view() : found->text;
}

bool FlagOf(const json::Node& node, std::string_view member) {
  const json::Node* found = node.Find(member);
  return found != nullptr && found->boolean;
}

double DoubleFromText(std::string_view text) {
  if (text == "NaN") return std::numeric_limits<double>::quiet_NaN();
  if (text == "Infinity") return std::numeric_limits<double>::infinity();
  if (text == "-Infinity") return -std::numeric_limits<double>::infinity();
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

template <typename Integer>
Integer IntegerFromText(std::string_view text) {
  Integer value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

absl::StatusOr<Value> ReadTagged(const json::Node& node);

absl::StatusOr<Value> ReadTime(std::string_view tag, const json::Node& node) {
  const auto seconds = IntegerFromText<std::int64_t>(TextOf(node, "s"));
  const auto nanos = IntegerFromText<std::int32_t>(TextOf(node, "n"));
  if (tag == "duration") return Value::Duration(seconds, nanos);
  return Value::Timestamp({seconds, nanos});
}

absl::StatusOr<Value> ReadContainer(std::string_view tag, const json::Node& node) {
  std::vector<Value> elements;
  std::vector<MapEntry> entries;
  for (const json::Node& element : node.elements) {
    if (tag == "list") {
      REFEREE_ASSIGN_OR_RETURN(Value value, ReadTagged(element));
      elements.push_back(std::move(value));
    } else {
      REFEREE_ASSIGN_OR_RETURN(Value key, ReadTagged(element.elements[0]));
      REFEREE_ASSIGN_OR_RETURN(Value value, ReadTagged(element.elements[1]));
      entries.emplace_back(std::move(key), std::move(value));
    }
  }
  return tag == "list" ? Value::List(std::move(elements)) : Value::Map(std::move(entries));
}

absl::StatusOr<Value> ReadType(std::string_view name) {
  for (int kind = 0; kind <= static_cast<int>(Kind::kOptional); ++kind) {
    if (TypeName(static_cast<Kind>(kind)) == name) return Value::Type(static_cast<Kind>(kind));
  }
  return Invalid("is no type");
}

// {"t": "int", "v": "-5"} and its like.
absl::StatusOr<Value> ReadTagged(const json::Node& node) {
  const std::string_view tag = TextOf(node, "t");
  const json::Node* payload = node.Find("v");
  if (tag == "null") return Value::Null();
  if (payload == nullptr) return Invalid("is no tagged value");
  if (tag == "bool") return Value::Bool(payload->boolean);
  if (tag == "int") return Value::Int(IntegerFromText<std::int64_t>(payload->text));
  if (tag == "uint") return Value::Uint(IntegerFromText<std::uint64_t>(payload->text));
  if (tag == "double") return Value::Double(DoubleFromText(payload->text));
  if (tag == "string") return Value::String(std::string(payload->text));
  if (tag == "bytes") return Value::Bytes(DecodeBase64(payload->text).value_or(""));
  if (tag == "type") return ReadType(payload->text);
  if (tag == "list" || tag == "map") return ReadContainer(tag, *payload);
  if (tag == "timestamp" || tag == "duration") return ReadTime(tag, *payload);
  return Invalid("is a tag that is not known");
}

// Equal and of the same types, at every depth; here NaN equals NaN.
bool IsSame(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return false;
  if (a.kind() == Kind::kDouble && std::isnan(a.double_value())) {
    return std::isnan(b.double_value());
  }
  if (a.kind() == Kind::kList) {
    return std::equal(a.elements().begin(), a.elements().end(), b.elements().begin(),
                      b.elements().end(), IsSame);
  }
  if (a.kind() == Kind::kMap) {
    return a.size() == b.size() &&
           std::all_of(a.entries().begin(), a.entries().end(), [&](const MapEntry& entry) {
             return std::any_of(b.entries().begin(), b.entries().end(), [&](const MapEntry& other) {
               return IsSame(entry.first, other.first) && IsSame(entry.second, other.second);
             });
           });
  }
  return Equal(a, b);
}

HostFunction ReadFunction(const json::Node& node) {
  HostFunction function;
  function.name = TextOf(node, "name");
  for (const json::Node& declared : node.Find("overloads")->elements) {
    HostOverload overload;
    for (const json::Node& parameter : declared.Find("params")->elements) {
      overload.parameters.emplace_back(parameter.text);
    }
    overload.result = TextOf(declared, "result");
    overload.style =
        FlagOf(declared, "instance") ? HostOverload::Style::kMember : HostOverload::Style::kGlobal;
    function.overloads.push_back(std::move(overload));
  }
  return function;
}

CompileOptions ReadOptions(const json::Node& node) {
  CompileOptions options;
  options.container = TextOf(node, "container");
  options.check = !FlagOf(node, "disable_check");
  options.macros = !FlagOf(node, "disable_macros");
  for (const json::Node& declared : node.Find("type_env")->elements) {
    if (TextOf(declared, "kind") == "function") {
      options.functions.push_back(ReadFunction(declared));
    } else {
      options.variables.push_back(
          {std::string(TextOf(declared, "name")), std::string(TextOf(declared, "type"))});
    }
  }
  return options;
}

// "" when the case passes, else what went wrong.
absl::StatusOr<std::string> RunCase(const json::Node& node) {
  const CompileOptions options = ReadOptions(node);
  const json::Node* expect = node.Find("expect");
  const bool expects_error = expect->Find("error") != nullptr;
  const auto program = Compile(TextOf(node, "expr"), options);
  if (!program.ok()) return expects_error ? std::string() : DescribeError(program.status());

  const json::Node* type = node.Find("deduced_type");
  if (type != nullptr && type->kind == json::Kind::kString &&
      program->result_type() != type->text) {
    return "deduced " + program->result_type();
  }
  if (FlagOf(node, "check_only")) return std::string();

  std::vector<std::pair<std::string, Value>> bindings;
  for (const json::Member& member : node.Find("bindings")->members) {
    REFEREE_ASSIGN_OR_RETURN(Value value, ReadTagged(member.value));
    bindings.emplace_back(std::string(member.name), std::move(value));
  }
  const Value result = Evaluate(*program, {Value::Object(std::move(bindings))});
  if (expects_error) return result.is_error() ? std::string() : "gave " + ToJson(result);
  const json::Node* wanted = expect->Find("value");
  if (wanted == nullptr) return std::string("expects nothing");
  REFEREE_ASSIGN_OR_RETURN(const Value expected, ReadTagged(*wanted));
  return IsSame(result, expected) ? std::string() : "gave " + ToJson(result);
}

struct Counts {
  int passed = 0;
  int failed = 0;
};

Counts RunFile(const std::filesystem::path& path, bool is_verbose) {
  Counts counts;
  std::ifstream file(path);
  json::Parser parser;
  for (std::string line; std::getline(file, line);) {
    const auto node = parser.Parse(line);
    const auto outcome = node.ok() ? RunCase(**node) : node.status();
    const std::string failure = outcome.ok() ? *outcome : DescribeError(outcome.status());
    ++(failure.empty() ? counts.passed : counts.failed);
    if (failure.empty() || !is_verbose) continue;
    const std::string id(node.ok() ? TextOf(**node, "id") : std::string_view("?"));
    const std::string expression(node.ok() ? TextOf(**node, "expr") : std::string_view());
    std::printf("FAILED %s: %s: %s\n", id.c_str(), expression.c_str(), failure.c_str());
  }
  return counts;
}

int Run(const std::filesystem::path& folder, bool is_verbose) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  Counts total;
  for (const std::filesystem::path& path : files) {
    const Counts counts = RunFile(path, is_verbose);
    std::printf("%s: %d passed, %d failed\n", path.filename().c_str(), counts.passed,
                counts.failed);
    total.passed += counts.passed;
    total.failed += counts.failed;
  }
  std::printf("total: %d passed, %d failed\n", total.passed, total.failed);
  return total.failed == 0 && total.passed > 0 ? 0 : 1;
}

}  // namespace
}  // namespace referee::cel

int main(int argc, char** argv) {
  bool is_verbose = false;
  const char* folder = nullptr;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--verbose") {
      is_verbose = true;
    } else {
      folder = argv[i];
    }
  }
  if (folder == nullptr) {
    std::fputs("usage: cel_conformance [--verbose] FOLDER\n", stderr);
    return 2;
  }
  return referee::cel::Run(folder, is_verbose);
}
