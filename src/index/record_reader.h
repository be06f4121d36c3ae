// Reads records again from their documents, one after the other, reusing its memory.  Use one where
// many records are read; Snapshot::RecordAt() is for a single one.

#ifndef REFEREE_SRC_INDEX_RECORD_READER_H_
#define REFEREE_SRC_INDEX_RECORD_READER_H_

#include "src/base/json.h"
#include "src/index/snapshot.h"
#include "src/record/records.h"
#include "src/record/submission.h"

namespace referee {

// Owned by one call: not shared by threads.  `snapshot` is that of the record number.
class RecordReader {
 public:
  // The record, which was valid when it was loaded.
  Record Read(const Snapshot& snapshot, RecordNo record);
  // Requires: a record of type submission.
  Submission ReadSubmission(const Snapshot& snapshot, RecordNo record);

 private:
  // Null only for bytes that were never loaded.
  const json::Node* Document(const Snapshot& snapshot, RecordNo record);

  json::Parser parser_;
};

}  // namespace referee

#endif  // REFEREE_SRC_INDEX_RECORD_READER_H_
