// The weights of matching: for each comparison its levels, and for each level m (how often true
// pairs agree so) and u (how often strangers do).  Fellegi-Sunter: a level is worth log2(m/u) bits.

#ifndef REFEREE_SRC_MATCH_MODEL_H_
#define REFEREE_SRC_MATCH_MODEL_H_

#include <memory>

namespace referee {

// Immutable, cheap to copy, shared freely.
class Model {
 public:
  // The weights that ship with the product, for CRM people and companies.
  static Model Default();

  struct Weights;
  const Weights& weights() const { return *weights_; }
  explicit Model(std::shared_ptr<const Weights> weights) : weights_(std::move(weights)) {}

 private:
  std::shared_ptr<const Weights> weights_;
};

}  // namespace referee

#endif  // REFEREE_SRC_MATCH_MODEL_H_
