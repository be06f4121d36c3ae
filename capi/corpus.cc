#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "capi/call.h"
#include "capi/guard.h"
#include "capi/handles.h"
#include "capi/text.h"
#include "src/base/error_location.h"
#include "src/base/status_macros.h"
#include "src/index/snapshot.h"
#include "src/normalize/table_overrides.h"

struct referee_corpus {
  referee::Corpus corpus;
  bool is_loading = false;  // Between begin_load and end_load.
};

namespace {

using referee::capi::Borrow;
using referee::capi::Call;
using referee::capi::CheckNotNull;
using referee::capi::Guard;
using referee::capi::ReadOptions;
using referee::capi::ReadText;

absl::StatusOr<referee::RecordType> ReadType(std::string_view name) {
  for (int i = 0; i < referee::kRecordTypeCount; ++i) {
    const auto type = static_cast<referee::RecordType>(i);
    if (referee::RecordTypeName(type) == name) return type;
  }
  return referee::Invalid("type is no type of record");
}

}  // namespace

referee_status referee_corpus_new(referee_corpus** out, referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    REFEREE_RETURN_IF_ERROR(CheckNotNull(out, "out"));
    *out = nullptr;
    *out = new referee_corpus;
    return absl::OkStatus();
  });
}

referee_status referee_corpus_load_ndjson(referee_corpus* corpus, const char* file_name,
                                          size_t file_name_size, const char* bytes,
                                          size_t bytes_size, const referee_call_options* options,
                                          referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    REFEREE_RETURN_IF_ERROR(CheckNotNull(corpus, "corpus"));
    REFEREE_ASSIGN_OR_RETURN(const std::string_view file,
                             ReadText(file_name, file_name_size, "file_name"));
    REFEREE_ASSIGN_OR_RETURN(const std::string_view text, ReadText(bytes, bytes_size, "bytes"));
    REFEREE_ASSIGN_OR_RETURN(const referee_call_options known, ReadOptions(options));
    const Call call(known, referee::Limits());
    std::vector<std::string> unknown;
    absl::Status loaded = corpus->corpus.LoadNdjson(file, text, call.context(),
                                                    known.unknown == nullptr ? nullptr : &unknown);
    if (!loaded.ok()) {
      corpus->is_loading = false;  // A part that fails ends the whole load.
      return loaded;
    }
    for (const std::string& member : unknown) known.unknown(known.unknown_data, Borrow(member));
    return absl::OkStatus();
  });
}

referee_status referee_corpus_load_csv(referee_corpus* corpus, const char* mapping,
                                       size_t mapping_size, const char* file_name,
                                       size_t file_name_size, const char* bytes, size_t bytes_size,
                                       const referee_call_options* options, referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    REFEREE_RETURN_IF_ERROR(CheckNotNull(corpus, "corpus"));
    REFEREE_ASSIGN_OR_RETURN(const std::string_view map,
                             ReadText(mapping, mapping_size, "mapping"));
    REFEREE_ASSIGN_OR_RETURN(const std::string_view file,
                             ReadText(file_name, file_name_size, "file_name"));
    REFEREE_ASSIGN_OR_RETURN(const std::string_view text, ReadText(bytes, bytes_size, "bytes"));
    REFEREE_ASSIGN_OR_RETURN(const referee_call_options known, ReadOptions(options));
    const Call call(known, referee::Limits());
    absl::Status loaded = corpus->corpus.LoadCsv(map, file, text, call.context());
    if (!loaded.ok()) corpus->is_loading = false;  // A part that fails ends the whole load.
    return loaded;
  });
}

referee_status referee_corpus_set_mapping_json(referee_corpus* corpus, const char* json,
                                               size_t json_size, referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    REFEREE_RETURN_IF_ERROR(CheckNotNull(corpus, "corpus"));
    REFEREE_ASSIGN_OR_RETURN(const std::string_view text, ReadText(json, json_size, "json"));
    return corpus->corpus.SetMapping(text, referee::Limits());
  });
}

referee_status referee_corpus_set_tables_json(referee_corpus* corpus, const char* json,
                                              size_t json_size, referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    REFEREE_RETURN_IF_ERROR(CheckNotNull(corpus, "corpus"));
    REFEREE_ASSIGN_OR_RETURN(const std::string_view text, ReadText(json, json_size, "json"));
    REFEREE_ASSIGN_OR_RETURN(auto tables, referee::ReadTableOverrides(text));
    return corpus->corpus.SetTables(std::move(tables));
  });
}

referee_status referee_corpus_begin_load(referee_corpus* corpus, referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    REFEREE_RETURN_IF_ERROR(CheckNotNull(corpus, "corpus"));
    if (corpus->is_loading) return absl::FailedPreconditionError("a load is open already");
    corpus->corpus.BeginLoad();
    corpus->is_loading = true;
    return absl::OkStatus();
  });
}

referee_status referee_corpus_end_load(referee_corpus* corpus, referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    REFEREE_RETURN_IF_ERROR(CheckNotNull(corpus, "corpus"));
    if (!corpus->is_loading) return absl::FailedPreconditionError("no load is open");
    corpus->is_loading = false;
    return corpus->corpus.EndLoad();
  });
}

referee_status referee_corpus_upsert(referee_corpus* corpus, const char* json, size_t json_size,
                                     const referee_call_options* options, referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    REFEREE_RETURN_IF_ERROR(CheckNotNull(corpus, "corpus"));
    REFEREE_ASSIGN_OR_RETURN(const std::string_view record, ReadText(json, json_size, "json"));
    REFEREE_ASSIGN_OR_RETURN(const referee_call_options known, ReadOptions(options));
    const Call call(known, referee::Limits());
    return corpus->corpus.Upsert(record, call.context());
  });
}

referee_status referee_corpus_remove(referee_corpus* corpus, const char* type, size_t type_size,
                                     const char* id, size_t id_size, referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    REFEREE_RETURN_IF_ERROR(CheckNotNull(corpus, "corpus"));
    REFEREE_ASSIGN_OR_RETURN(const std::string_view name, ReadText(type, type_size, "type"));
    REFEREE_ASSIGN_OR_RETURN(const std::string_view key, ReadText(id, id_size, "id"));
    REFEREE_ASSIGN_OR_RETURN(const referee::RecordType record_type, ReadType(name));
    if (!corpus->corpus.Remove(record_type, key)) {
      return absl::NotFoundError("there is no such record");
    }
    return absl::OkStatus();
  });
}

referee_status referee_corpus_snapshot(referee_corpus* corpus, referee_snapshot** out,
                                       referee_error** error) {
  return Guard(error, [&]() -> absl::Status {
    REFEREE_RETURN_IF_ERROR(CheckNotNull(out, "out"));
    *out = nullptr;
    REFEREE_RETURN_IF_ERROR(CheckNotNull(corpus, "corpus"));
    *out = new referee_snapshot{corpus->corpus.Publish()};
    return absl::OkStatus();
  });
}

void referee_corpus_free(referee_corpus* corpus) { delete corpus; }

size_t referee_snapshot_count(const referee_snapshot* snapshot) {
  return snapshot == nullptr ? 0 : snapshot->snapshot.size();
}

void referee_snapshot_free(referee_snapshot* snapshot) { delete snapshot; }
