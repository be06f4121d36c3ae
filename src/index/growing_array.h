// An array of plain data that grows at its end.
//
// A vector grows by copying into new memory, which the system must hand out and clear page by page.
// Here the allocator may move the pages that are there (realloc): while a million records are
// loaded, the arrays that they are collected in grow to hundreds of megabytes.

#ifndef REFEREE_SRC_INDEX_GROWING_ARRAY_H_
#define REFEREE_SRC_INDEX_GROWING_ARRAY_H_

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

namespace referee {

template <typename T>
class GrowingArray {
  static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= alignof(std::max_align_t));

 public:
  GrowingArray() = default;
  GrowingArray(const std::vector<T>& values) {  // NOLINT: the same values
    Append(values.data(), values.size());
  }
  GrowingArray(GrowingArray&& other) noexcept { Swap(other); }
  GrowingArray& operator=(GrowingArray other) noexcept {
    Swap(other);
    return *this;
  }
  GrowingArray(const GrowingArray& other) { Append(other.data_, other.size_); }
  ~GrowingArray() { std::free(data_); }

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  std::size_t capacity() const { return capacity_; }
  T* data() { return data_; }
  const T* data() const { return data_; }
  T* begin() { return data_; }
  T* end() { return data_ + size_; }
  const T* begin() const { return data_; }
  const T* end() const { return data_ + size_; }
  T& operator[](std::size_t i) { return data_[i]; }
  const T& operator[](std::size_t i) const { return data_[i]; }

  void push_back(T value) {
    if (size_ == capacity_) Reserve(std::max(kFewest, 2 * capacity_));
    data_[size_++] = value;
  }

  // `values` may not lie in this array.
  void Append(const T* values, std::size_t count) {
    if (count == 0) return;
    if (count > capacity_ - size_) Reserve(std::max(size_ + count, 2 * capacity_));
    std::memcpy(data_ + size_, values, count * sizeof(T));
    size_ += count;
  }

  // So many values, of which those above the old size are not set.
  void ResizeForOverwrite(std::size_t size) {
    if (size > capacity_) Reserve(size);
    size_ = size;
  }

  void ShrinkToFit() {
    if (size_ == 0) {
      *this = GrowingArray();
    } else if (size_ < capacity_) {
      Reserve(size_);
    }
  }

  void Swap(GrowingArray& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
  }

 private:
  static constexpr std::size_t kFewest = 16;

  void Reserve(std::size_t capacity) {
    if (capacity > static_cast<std::size_t>(-1) / 2 / sizeof(T)) throw std::bad_alloc();
    void* moved = std::realloc(data_, capacity * sizeof(T));
    if (moved == nullptr) throw std::bad_alloc();
    data_ = static_cast<T*>(moved);
    capacity_ = capacity;
  }

  T* data_ = nullptr;
  std::size_t size_ = 0, capacity_ = 0;
};

}  // namespace referee

#endif  // REFEREE_SRC_INDEX_GROWING_ARRAY_H_
