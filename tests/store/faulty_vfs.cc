#include "tests/store/faulty_vfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <set>
#include <string>
#include <vector>

namespace referee {
namespace {

constexpr int kSector = 512;

// A write that no sync has made certain, and what was there before.
struct Write {
  sqlite3_int64 offset;
  std::string bytes, before;
  sqlite3_int64 size_before;
};

struct File {
  sqlite3_file base;
  std::vector<Write>* unsynced;
  sqlite3_file* real;  // Behind this struct in the same block.
};

sqlite3_vfs* g_real = nullptr;
std::set<File*> g_files;  // Open ones, for a power failure.

File* Of(sqlite3_file* file) { return reinterpret_cast<File*>(file); }
bool HasPower() { return TheFaults().has_power; }
int Random(int below) {
  return static_cast<int>(TheFaults().random() % static_cast<unsigned>(below));
}

void LosePower() {
  ++TheFaults().failures;
  for (File* file : g_files) {
    std::vector<Write>& writes = *file->unsynced;
    for (auto write = writes.rbegin(); write != writes.rend(); ++write) {
      const int size = static_cast<int>(write->before.size());
      if (size > 0) {
        file->real->pMethods->xWrite(file->real, write->before.data(), size, write->offset);
      }
      file->real->pMethods->xTruncate(file->real, write->size_before);
    }
    for (const Write& write : writes) {
      const int size = static_cast<int>(write.bytes.size());
      const int fate = Random(3);
      if (fate == 0) continue;  // Never reached the disk.
      const int sectors = size / kSector + 1;
      const int reached = fate == 1 ? size : std::min(size, Random(sectors) * kSector);
      if (reached > 0) {
        file->real->pMethods->xWrite(file->real, write.bytes.data(), reached, write.offset);
      }
    }
    writes.clear();
  }
  TheFaults().has_power = false;
}

int Close(sqlite3_file* file) {
  File* self = Of(file);
  g_files.erase(self);
  delete self->unsynced;
  return self->real->pMethods->xClose(self->real);
}

int Read(sqlite3_file* file, void* out, int size, sqlite3_int64 offset) {
  if (!HasPower()) return SQLITE_IOERR_READ;
  return Of(file)->real->pMethods->xRead(Of(file)->real, out, size, offset);
}

int WriteTo(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
  if (!HasPower()) return SQLITE_IOERR_WRITE;
  File* self = Of(file);
  Write write;
  write.offset = offset;
  write.bytes.assign(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
  self->real->pMethods->xFileSize(self->real, &write.size_before);
  const auto there = std::clamp<sqlite3_int64>(write.size_before - offset, 0, size);
  write.before.resize(static_cast<std::size_t>(there));
  if (there > 0) {
    self->real->pMethods->xRead(self->real, write.before.data(), static_cast<int>(there), offset);
  }
  const int code = self->real->pMethods->xWrite(self->real, bytes, size, offset);
  self->unsynced->push_back(std::move(write));
  int& left = TheFaults().writes_until_power_failure;
  if (left > 0 && --left == 0) {
    LosePower();
    return SQLITE_IOERR_WRITE;
  }
  return code;
}

int Truncate(sqlite3_file* file, sqlite3_int64 size) {
  if (!HasPower()) return SQLITE_IOERR_TRUNCATE;
  // Takes effect at once: what was written before is certain from here on.
  Of(file)->unsynced->clear();
  return Of(file)->real->pMethods->xTruncate(Of(file)->real, size);
}

int Sync(sqlite3_file* file, int flags) {
  if (!HasPower()) return SQLITE_IOERR_FSYNC;
  int& left = TheFaults().syncs_until_failure;
  if (left > 0 && --left == 0) {
    ++TheFaults().failures;
    return SQLITE_IOERR_FSYNC;  // What was written may or may not be on the disk.
  }
  Of(file)->unsynced->clear();
  return Of(file)->real->pMethods->xSync(Of(file)->real, flags);
}

int FileSize(sqlite3_file* file, sqlite3_int64* size) {
  return Of(file)->real->pMethods->xFileSize(Of(file)->real, size);
}
int Lock(sqlite3_file* file, int level) {
  return Of(file)->real->pMethods->xLock(Of(file)->real, level);
}
int Unlock(sqlite3_file* file, int level) {
  return Of(file)->real->pMethods->xUnlock(Of(file)->real, level);
}
int CheckReservedLock(sqlite3_file* file, int* out) {
  return Of(file)->real->pMethods->xCheckReservedLock(Of(file)->real, out);
}
int FileControl(sqlite3_file* file, int op, void* argument) {
  return Of(file)->real->pMethods->xFileControl(Of(file)->real, op, argument);
}
int SectorSize(sqlite3_file* file) { return Of(file)->real->pMethods->xSectorSize(Of(file)->real); }
int DeviceCharacteristics(sqlite3_file* /*file*/) { return 0; }  // Promises nothing.
int ShmMap(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
  return Of(file)->real->pMethods->xShmMap(Of(file)->real, page, size, extend, out);
}
int ShmLock(sqlite3_file* file, int offset, int n, int flags) {
  return Of(file)->real->pMethods->xShmLock(Of(file)->real, offset, n, flags);
}
void ShmBarrier(sqlite3_file* file) { Of(file)->real->pMethods->xShmBarrier(Of(file)->real); }
int ShmUnmap(sqlite3_file* file, int remove) {
  return Of(file)->real->pMethods->xShmUnmap(Of(file)->real, remove);
}

const sqlite3_io_methods kMethods = {2,
                                     Close,
                                     Read,
                                     WriteTo,
                                     Truncate,
                                     Sync,
                                     FileSize,
                                     Lock,
                                     Unlock,
                                     CheckReservedLock,
                                     FileControl,
                                     SectorSize,
                                     DeviceCharacteristics,
                                     ShmMap,
                                     ShmLock,
                                     ShmBarrier,
                                     ShmUnmap,
                                     nullptr,
                                     nullptr};

int Open(sqlite3_vfs* /*vfs*/, const char* name, sqlite3_file* file, int flags, int* out) {
  File* self = Of(file);
  self->base.pMethods = nullptr;
  if (!HasPower()) return SQLITE_CANTOPEN;
  if (TheFaults().is_read_only && (flags & SQLITE_OPEN_READWRITE) != 0) {
    flags = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
  }
  self->real = reinterpret_cast<sqlite3_file*>(self + 1);
  const int code = g_real->xOpen(g_real, name, self->real, flags, out);
  if (code != SQLITE_OK) return code;
  self->unsynced = new std::vector<Write>();
  self->base.pMethods = &kMethods;
  g_files.insert(self);
  return SQLITE_OK;
}

int Delete(sqlite3_vfs* /*vfs*/, const char* name, int sync) {
  return HasPower() ? g_real->xDelete(g_real, name, sync) : SQLITE_IOERR_DELETE;
}

}  // namespace

Faults& TheFaults() {
  static Faults& faults = *new Faults();
  if (g_real == nullptr) {
    g_real = sqlite3_vfs_find(nullptr);
    static sqlite3_vfs& vfs = *new sqlite3_vfs(*g_real);
    vfs.szOsFile = static_cast<int>(sizeof(File)) + g_real->szOsFile;
    vfs.zName = kFaultyVfs;
    vfs.pNext = nullptr;
    vfs.xOpen = Open;
    vfs.xDelete = Delete;
    sqlite3_vfs_register(&vfs, 0);
  }
  return faults;
}

}  // namespace referee
