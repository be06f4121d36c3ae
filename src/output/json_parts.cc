#include "src/output/json_parts.h"

namespace referee {

void WriteMember(json::Writer& writer, std::string_view name, std::string_view text) {
  writer.Key(name);
  WriteTextOrNull(writer, text);
}

}  // namespace referee
