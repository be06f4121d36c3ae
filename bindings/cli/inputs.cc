#include "bindings/cli/inputs.h"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "bindings/cli/files.h"
#include "bindings/cli/json.h"
#include "bindings/cli/terminal.h"
#include "bindings/cli/verb.h"

namespace referee::cli {

const Option kPolicyOption = {"--policy", "standard|FILE",
                              "the policy that decides: the one that ships, or a document"};
const Option kSetOption = {"--set", "NAME=JSON",
                           "replace one parameter of the policy, as --set enterprise_employees=500",
                           true};
const Option kRecordsOption = {"--records", "[MAP:OBJECT=]FILE",
                               "what the CRM knows: NDJSON, or a CSV export read by a mapping, as\n"
                               "salesforce:lead=Leads.csv; all files together are one load",
                               true};
const Option kMappingOption = {"--mapping", "FILE",
                               "a mapping of your own columns, for --records of its name", true};
const Option kTablesOption = {"--tables", "FILE",
                              "changes to the tables of normalisation, as\n"
                              "{\"schema\":\"referee.tables/1\",\"free_mail_domains\":{\"add\":"
                              "[\"mail.example\"]}}"};
const Option kThreadsOption = {"--threads", "N", "threads that matching may use (1)"};
const Option kStrictOption = {"--strict", "",
                              "report, once, each field that the contract does not name"};

namespace {

// A mapping before a file name is one word or two: "salesforce", "salesforce:lead".  A path that
// looks so can be written as "./a=b".
struct RecordsSource {
  std::string mapping;  // "" for NDJSON.
  std::string path;
};

RecordsSource SplitRecords(const std::string& value) {
  const std::size_t equals = value.find('=');
  const bool has_mapping =
      equals != std::string::npos && equals > 0 &&
      value.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_:") == equals;
  if (!has_mapping) return {"", value};
  return {value.substr(0, equals), value.substr(equals + 1)};
}

bool IsCsv(const std::string& path) {
  constexpr std::string_view kEnd = ".csv";
  return path.size() >= kEnd.size() &&
         path.compare(path.size() - kEnd.size(), kEnd.size(), kEnd) == 0;
}

void LoadOne(const std::string& value, CallOptions options, Corpus& corpus) {
  const RecordsSource source = SplitRecords(value);
  if (source.mapping.empty() && IsCsv(source.path)) {
    throw UsageError(source.path +
                     " is CSV: say how to read it, as --records salesforce:lead=" + source.path);
  }
  const std::string bytes = ReadFile(source.path);
  Progress progress("loading " + source.path);
  options.progress = [&progress](std::uint64_t done, std::uint64_t total) {
    progress.Update(done, total);
    return true;
  };
  if (source.mapping.empty()) {
    corpus.LoadNdjson(source.path, bytes, options);
  } else {
    corpus.LoadCsv(source.mapping, source.path, bytes, options);
  }
}

// The object of --set NAME=JSON...; a repeated name is left to the library to refuse.
std::string ParametersOf(const std::vector<std::string>& settings) {
  std::string out = "{";
  for (const std::string& setting : settings) {
    const std::size_t equals = setting.find('=');
    if (equals == std::string::npos || equals == 0) {
      throw UsageError(
          "--set needs NAME=JSON, as --set high_value='{\"minor\":5000000,"
          "\"currency\":\"USD\"}'");
    }
    const std::string name = setting.substr(0, equals);
    const std::string value = setting.substr(equals + 1);
    if (!ParseJson(value)) {
      throw UsageError("--set " + name + ": the value is not JSON; a text needs quotes, as " +
                       name + "='\"text\"'");
    }
    if (out.size() > 1) out += ',';
    out += QuoteJson(name);
    out += ':';
    out += value;
  }
  out += '}';
  return out;
}

}  // namespace

CallOptions CallOptionsOf(const Arguments& arguments, UnknownFields& unknown) {
  CallOptions options;
  const std::string threads = arguments.Value(kThreadsOption.name, "1");
  const char* end = threads.data() + threads.size();
  const auto read = std::from_chars(threads.data(), end, options.max_threads);
  if (read.ec != std::errc() || read.ptr != end || options.max_threads < 1 ||
      options.max_threads > 1024) {
    throw UsageError("--threads needs a number from 1 to 1024");
  }
  if (arguments.Has(kStrictOption.name)) {
    options.unknown = [&unknown](std::string_view member) { unknown.emplace(member); };
  }
  return options;
}

Policy LoadPolicy(const Arguments& arguments) {
  const std::string source = arguments.Value(kPolicyOption.name, "standard");
  const auto load = [&source] {
    if (source == "standard") return Policy::Standard();
    const std::string document = ReadFile(source);
    try {
      return Policy::FromJson(document);
    } catch (const Error& error) {
      throw UsageError(Describe(error, source));
    }
  };
  Policy policy = load();
  if (!arguments.Has(kSetOption.name)) return policy;
  try {
    return policy.With(ParametersOf(arguments.Values(kSetOption.name)));
  } catch (const Error& error) {
    throw UsageError("--set: " + Describe(error));
  }
}

Snapshot LoadRecords(const Arguments& arguments, const CallOptions& options) {
  Corpus corpus;
  const auto read = [&](const std::string& path, void (Corpus::*set)(std::string_view)) {
    const std::string document = ReadFile(path);
    try {
      (corpus.*set)(document);
    } catch (const Error& error) {
      throw UsageError(Describe(error, path));
    }
  };
  if (arguments.Has(kTablesOption.name)) {
    read(arguments.Value(kTablesOption.name), &Corpus::SetTables);
  }
  for (const std::string& path : arguments.Values(kMappingOption.name)) {
    read(path, &Corpus::SetMapping);
  }
  corpus.BeginLoad();
  for (const std::string& value : arguments.Values(kRecordsOption.name)) {
    LoadOne(value, options, corpus);
  }
  corpus.EndLoad();
  return corpus.TakeSnapshot();
}

int ForEachDocument(const std::string& path, const std::function<void(std::string_view)>& use) {
  int exit = kDone;
  Progress progress("reading " + path);
  const std::uint64_t size = SizeOf(path);
  ForEachLine(path, [&](const Line& line) {
    try {
      use(line.text);
    } catch (const Error& error) {
      progress.Clear();
      Complain(Describe(error, path, line.number));
      exit = kBadInput;
    }
    progress.Update(size > 0 ? line.bytes_read : line.number, size);
  });
  FlushOutput();
  return exit;
}

void ReportUnknown(const UnknownFields& unknown) {
  for (const std::string& field : unknown) {
    Complain("unknown field " + field + ": kept, and read by nothing");
  }
}

std::string Describe(const Error& error, std::string_view file, std::size_t line) {
  std::string out(error.file().empty() ? file : error.file());
  if (error.line() > 0) line = error.line();
  if (line > 0) {
    out += ':';
    out += std::to_string(line);
  }
  if (error.column() > 0) {
    out += ':';
    out += std::to_string(error.column());
  }
  if (!out.empty()) out += ": ";
  if (!error.pointer().empty()) {
    out += error.pointer();
    out += ": ";
  }
  out += error.what();
  return out;
}

}  // namespace referee::cli
