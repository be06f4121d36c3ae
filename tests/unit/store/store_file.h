// A store in a file of the working directory, gone with the test.

#ifndef REFEREE_TESTS_UNIT_STORE_STORE_FILE_H_
#define REFEREE_TESTS_UNIT_STORE_STORE_FILE_H_

#include <doctest/doctest.h>

#include <cstdio>
#include <memory>
#include <string>
#include <utility>

#include "src/store/file_store.h"

namespace referee::testing {

class StoreFile {
 public:
  explicit StoreFile(std::string name) : path_(std::move(name)) { Remove(); }
  StoreFile(const StoreFile&) = delete;
  StoreFile& operator=(const StoreFile&) = delete;
  ~StoreFile() { Remove(); }

  std::unique_ptr<Store> Open(const FileStoreOptions& options = {}) const {
    auto store = OpenFileStore(path_, options, CallContext());
    REQUIRE(store.ok());
    return std::move(*store);
  }
  const std::string& path() const { return path_; }

 private:
  void Remove() const {
    for (const char* suffix : {"", "-wal", "-shm"}) std::remove((path_ + suffix).c_str());
  }
  std::string path_;
};

}  // namespace referee::testing

#endif  // REFEREE_TESTS_UNIT_STORE_STORE_FILE_H_
