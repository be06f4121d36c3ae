// A JSON object under construction, filled member by member through paths.

#ifndef REFEREE_SRC_INTAKE_MAPPING_RECORD_BUILDER_H_
#define REFEREE_SRC_INTAKE_MAPPING_RECORD_BUILDER_H_

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace referee::mapping {

class RecordBuilder {
 public:
  // Sets, or appends to, the member at `path` (see Column::path); `json` is a complete value.  A
  // member that stands already is kept: the first column wins.
  void Set(std::string_view path, std::string json);

  // From now on "[+]" means new elements.
  void NextRow() { ++row_; }

  std::string Json() const;

 private:
  struct Node {
    std::string value;  // A leaf, when not empty.
    bool is_list = false;
    std::vector<std::pair<std::string, std::unique_ptr<Node>>> members;
    std::vector<std::unique_ptr<Node>> elements;
    int open_row = -1;  // The row that the last element belongs to.

    Node* Member(std::string_view name);
    void Append(std::string& out) const;
  };

  Node root_;
  int row_ = 0;
};

}  // namespace referee::mapping

#endif  // REFEREE_SRC_INTAKE_MAPPING_RECORD_BUILDER_H_
