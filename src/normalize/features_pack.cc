// Packed features: fields in a fixed order, lengths and counts as LEB128 varints.

#include <cstdint>

#include "src/normalize/features.h"

namespace referee {
namespace {

class Packer {
 public:
  explicit Packer(std::string& out) : out_(out) {}

  void operator()(std::uint32_t value) {
    while (value >= 0x80) {
      out_ += static_cast<char>(value | 0x80);
      value >>= 7;
    }
    out_ += static_cast<char>(value);
  }
  void operator()(const std::string& text) {
    (*this)(static_cast<std::uint32_t>(text.size()));
    out_ += text;
  }
  void operator()(bool value) { out_ += value ? '\1' : '\0'; }
  void operator()(std::int32_t value) { (*this)(static_cast<std::uint32_t>(value)); }
  void operator()(DomainClass value) { out_ += static_cast<char>(value); }
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
  std::string& out_;
};

// Reads what Packer wrote; every length is checked against what is left.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

  bool finished() const { return ok_ && bytes_.empty(); }

  void operator()(std::uint32_t& value) {
    value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      const auto byte = Byte();
      value |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
      if ((byte & 0x80) == 0) return;
    }
    ok_ = false;
  }
  void operator()(std::string& text) {
    const std::size_t size = Size();
    text.assign(bytes_.substr(0, size));
    bytes_.remove_prefix(size);
  }
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
    if (bytes_.empty()) {
      ok_ = false;
      return 0;
    }
    const auto byte = static_cast<unsigned char>(bytes_[0]);
    bytes_.remove_prefix(1);
    return byte;
  }

  // A length or a count; every element takes a byte at least.
  std::size_t Size() {
    std::uint32_t size = 0;
    (*this)(size);
    if (size > bytes_.size()) {
      ok_ = false;
      bytes_ = {};
      return 0;
    }
    return size;
  }

  std::string_view bytes_;
  bool ok_ = true;
};

// One statement of the fields for both directions.
template <typename T, typename F>
void Visit(T& value, F& field) {
  using Plain = std::remove_const_t<T>;
  if constexpr (std::is_same_v<Plain, EmailFeature>) {
    field(value.address), field(value.local), field(value.domain), field(value.domain_class),
        field(value.is_role), field(value.from_own_name);
  } else if constexpr (std::is_same_v<Plain, PhoneFeature>) {
    field(value.e164), field(value.extension), field(value.is_e164);
  } else if constexpr (std::is_same_v<Plain, AddressFeature>) {
    field(value.street), field(value.house_number), field(value.unit), field(value.city),
        field(value.region), field(value.postal), field(value.country);
  } else if constexpr (std::is_same_v<Plain, RegistryFeature>) {
    field(value.kind), field(value.value), field(value.check_ok);
  } else if constexpr (std::is_same_v<Plain, PersonFeatures>) {
    field(value.given), field(value.middle), field(value.family), field(value.suffix),
        field(value.name_tokens), field(value.given_groups), field(value.family_phonetic),
        field(value.emails), field(value.phones), field(value.title), field(value.birth_date),
        field(value.national_id), field(value.country);
  } else {
    static_assert(std::is_same_v<Plain, CompanyFeatures>);
    field(value.name), field(value.name_tokens), field(value.legal_form),
        field(value.legal_form_country), field(value.acronym), field(value.place_tokens),
        field(value.numerals), field(value.domains), field(value.shared_domains),
        field(value.registry_ids), field(value.phones), field(value.address), field(value.industry),
        field(value.employees);
  }
}

}  // namespace

void PackFeatures(const Features& features, std::string& out) {
  Packer pack(out);
  pack(features.person);
  pack(features.company);
  pack(features.domains_from_email);
}

bool UnpackFeatures(std::string_view packed, Features* features) {
  Unpacker unpack(packed);
  unpack(features->person);
  unpack(features->company);
  unpack(features->domains_from_email);
  return unpack.finished();
}

}  // namespace referee
