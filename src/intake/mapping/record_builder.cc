#include "src/intake/mapping/record_builder.h"

#include "src/base/json_writer.h"

namespace referee::mapping {

RecordBuilder::Node* RecordBuilder::Node::Member(std::string_view name) {
  for (auto& [known, node] : members) {
    if (known == name) return node.get();
  }
  members.emplace_back(name, std::make_unique<Node>());
  return members.back().second.get();
}

void RecordBuilder::Node::Append(std::string& out) const {
  if (!value.empty()) {
    out += value;
  } else if (is_list) {
    out += '[';
    for (const auto& element : elements) {
      if (element != elements.front()) out += ',';
      element->Append(out);
    }
    out += ']';
  } else {
    out += '{';
    for (const auto& member : members) {
      if (&member != &members.front()) out += ',';
      json::AppendString(member.first, out);
      out += ':';
      member.second->Append(out);
    }
    out += '}';
  }
}

void RecordBuilder::Set(std::string_view path, std::string json) {
  Node* node = &root_;
  while (!path.empty()) {
    const std::size_t dot = path.find('.');
    std::string_view step = path.substr(0, dot);
    path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
    const std::size_t bracket = step.find('[');
    node = node->Member(step.substr(0, bracket));
    if (bracket == std::string_view::npos) continue;
    const std::string_view mark = step.substr(bracket + 1, step.size() - bracket - 2);
    node->is_list = true;
    if (mark == "+") {
      if (node->open_row != row_) node->elements.push_back(std::make_unique<Node>());
      node->open_row = row_;
      node = node->elements.back().get();
    } else {
      node->elements.push_back(std::make_unique<Node>());
      node = node->elements.back().get();
      // "registry_ids[duns]": an element that says its kind.
      if (!mark.empty()) {
        json::AppendString(mark, node->Member("kind")->value);
        node = node->Member("value");
      }
    }
  }
  if (node->value.empty() && !node->is_list) node->value = std::move(json);
}

std::string RecordBuilder::Json() const {
  std::string out;
  root_.Append(out);
  return out;
}

}  // namespace referee::mapping
