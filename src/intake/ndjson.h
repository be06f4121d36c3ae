// The lines of an NDJSON document: one JSON object a line, blank lines between them ignored.

#ifndef REFEREE_SRC_INTAKE_NDJSON_H_
#define REFEREE_SRC_INTAKE_NDJSON_H_

#include <cstddef>
#include <string_view>

namespace referee {

//   NdjsonLines lines(bytes);
//   while (lines.Next()) Use(lines.number(), lines.text());
class NdjsonLines {
 public:
  explicit NdjsonLines(std::string_view bytes) : rest_(bytes) {}

  // Advances to the next line that is not blank; false at the end.
  bool Next();

  std::string_view text() const { return text_; }  // Without the line end; CR LF is tolerated.
  std::size_t number() const { return number_; }   // From 1, blank lines counted.

 private:
  std::string_view rest_, text_;
  std::size_t number_ = 0;
};

}  // namespace referee

#endif  // REFEREE_SRC_INTAKE_NDJSON_H_
