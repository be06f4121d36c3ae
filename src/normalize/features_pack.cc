// Packed features: fields in a fixed order, lengths and counts as LEB128 varints.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "src/normalize/features.h"

namespace referee {
namespace {

constexpr std::size_t kLongestVarint = 5;

// No fewer bytes than Packer writes.
class Sizer {
 public:
  std::size_t size() const { return size_; }

  void operator()(std::uint32_t) { size_ += kLongestVarint; }
  void operator()(const std::string& text) { size_ += kLongestVarint + text.size(); }
  void operator()(bool) { ++size_; }
  void operator()(std::int32_t) { size_ += kLongestVarint; }
  void operator()(DomainClass) { ++size_; }
  template <typename T>
  void operator()(const std::vector<T>& list) {
    size_ += kLongestVarint;
    for (const T& element : list) (*this)(element);
  }
  template <typename T>
  void operator()(const T& value) {
    Visit(value, *this);
  }

 private:
  std::size_t size_ = 0;
};

// Writes where there is room enough.
class Packer {
 public:
  explicit Packer(char* to) : to_(to) {}

  const char* end() const { return to_; }

  void operator()(std::uint32_t value) {
    while (value >= 0x80) {
      *to_++ = static_cast<char>(value | 0x80);
      value >>= 7;
    }
    *to_++ = static_cast<char>(value);
  }
  void operator()(const std::string& text) {
    (*this)(static_cast<std::uint32_t>(text.size()));
    to_ = std::copy(text.begin(), text.end(), to_);
  }
  void operator()(bool value) { *to_++ = value ? '\1' : '\0'; }
  void operator()(std::int32_t value) { (*this)(static_cast<std::uint32_t>(value)); }
  void operator()(DomainClass value) { *to_++ = static_cast<char>(value); }
  template <typename T>
  void operator()(const std::vector<T>& list) {
    (*this)(static_cast<std::uint32_t>(list.size()));
    for (const T& element : list) (*this)(element);
  }
  template <typename T>
  void operator()(const T& value) {
    Visit(value, *this);
  }

 private:
  char* to_;
};

// Reads what Packer wrote; every length is checked against what is left.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes)
      : next_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  bool finished() const { return ok_ && next_ == end_; }

  void operator()(std::uint32_t& value) {
    // Nearly every length and count is a single byte.
    if (next_ != end_ && static_cast<unsigned char>(*next_) < 0x80) {
      value = static_cast<unsigned char>(*next_++);
      return;
    }
    value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      const auto byte = Byte();
      value |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
      if ((byte & 0x80) == 0) return;
    }
    ok_ = false;
  }
  void operator()(std::string& text) { text.assign(Bytes()); }
  void operator()(std::string_view& text) { text = Bytes(); }
  void operator()(bool& value) { value = Byte() != 0; }
  void operator()(std::int32_t& value) {
    std::uint32_t bits = 0;
    (*this)(bits);
    value = static_cast<std::int32_t>(bits);
  }
  void operator()(DomainClass& value) { value = static_cast<DomainClass>(Byte()); }
  template <typename T>
  void operator()(std::vector<T>& list) {
    list.resize(Size());
    for (T& element : list) (*this)(element);
  }
  template <typename T>
  void operator()(T& value) {
    Visit(value, *this);
  }

 private:
  unsigned char Byte() {
    if (next_ == end_) {
      ok_ = false;
      return 0;
    }
    return static_cast<unsigned char>(*next_++);
  }

  // A length or a count; every element takes a byte at least.
  std::size_t Size() {
    std::uint32_t size = 0;
    (*this)(size);
    if (size > static_cast<std::size_t>(end_ - next_)) {
      ok_ = false;
      next_ = end_;
      return 0;
    }
    return size;
  }

  std::string_view Bytes() {
    const std::size_t size = Size();
    const std::string_view bytes(next_, size);
    next_ += size;
    return bytes;
  }

  const char* next_;
  const char* end_;
  bool ok_ = true;
};

template <typename T, template <typename> typename Basic>
inline constexpr bool kIs =
    std::is_same_v<T, Basic<std::string>> || std::is_same_v<T, Basic<std::string_view>>;

// One statement of the fields for both directions.
template <typename T, typename F>
void Visit(T& value, F& field) {
  using Plain = std::remove_const_t<T>;
  if constexpr (kIs<Plain, BasicEmailFeature>) {
    field(value.address), field(value.local), field(value.domain), field(value.domain_class),
        field(value.is_role), field(value.from_own_name);
  } else if constexpr (kIs<Plain, BasicPhoneFeature>) {
    field(value.e164), field(value.extension), field(value.is_e164);
  } else if constexpr (kIs<Plain, BasicAddressFeature>) {
    field(value.street), field(value.house_number), field(value.unit), field(value.city),
        field(value.region), field(value.postal), field(value.country);
  } else if constexpr (kIs<Plain, BasicRegistryFeature>) {
    field(value.kind), field(value.value), field(value.check_ok);
  } else if constexpr (kIs<Plain, BasicPersonFeatures>) {
    field(value.given), field(value.middle), field(value.family), field(value.suffix),
        field(value.name_tokens), field(value.given_groups), field(value.family_phonetic),
        field(value.emails), field(value.phones), field(value.title), field(value.birth_date),
        field(value.national_id), field(value.country);
  } else {
    static_assert(kIs<Plain, BasicCompanyFeatures>);
    field(value.name), field(value.name_tokens), field(value.legal_form),
        field(value.legal_form_country), field(value.acronym), field(value.place_tokens),
        field(value.numerals), field(value.domains), field(value.shared_domains),
        field(value.registry_ids), field(value.phones), field(value.address), field(value.industry),
        field(value.employees);
  }
}

template <typename AnyFeatures, typename F>
void VisitAll(AnyFeatures& features, F& field) {
  field(features.person);
  field(features.company);
  field(features.domains_from_email);
}

template <typename AnyFeatures>
bool UnpackInto(std::string_view packed, AnyFeatures* features) {
  Unpacker unpack(packed);
  VisitAll(*features, unpack);
  return unpack.finished();
}

}  // namespace

void PackFeatures(const Features& features, std::string& out) {
  Sizer sizer;
  VisitAll(features, sizer);
  const std::size_t before = out.size();
  out.resize(before + sizer.size());
  Packer pack(out.data() + before);
  VisitAll(features, pack);
  out.resize(static_cast<std::size_t>(pack.end() - out.data()));
}

bool UnpackFeatures(std::string_view packed, Features* features) {
  return UnpackInto(packed, features);
}

bool UnpackFeatures(std::string_view packed, FeaturesView* features) {
  return UnpackInto(packed, features);
}

}  // namespace referee
