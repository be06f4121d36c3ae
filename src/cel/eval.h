// Runs a plan over bound values.  One Evaluation is one run.
//
// A step gives a reference instead of a copy where it can: into the bound document, a constant or
// a local variable, or to `scratch`, which the caller owns.  So reading a field counts no
// references and allocates nothing.

#ifndef REFEREE_SRC_CEL_EVAL_H_
#define REFEREE_SRC_CEL_EVAL_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "absl/container/inlined_vector.h"
#include "src/cel/evidence.h"
#include "src/cel/plan.h"
#include "src/cel/value.h"

namespace referee::cel {

class Evaluation {
 public:
  // Requires: `plan` and `variables` outlive the run.
  Evaluation(const Plan& plan, const Value& variables, std::uint64_t max_cost);

  Value Run();
  std::uint64_t cost() const { return cost_; }

 private:
  // A local variable.
  struct Slot {
    Value value;
    std::string_view key;      // Of the entry, in a macro over a map.
    std::size_t index = 0;     // Of the element, in a macro over a list.
    bool is_element = false;   // `value` stands in the bound document.
    bool is_key = false;       // `value` is an index or a key, with no path of its own.
    PlanId pending = kNoNode;  // Of a bind that nobody has read yet.
  };

  // Where the steps of a path have led.
  struct Found {
    enum class Outcome : std::uint8_t {
      kValue,   // `value`
      kNone,    // An optional step found nothing.
      kAbsent,  // Nothing at `step`; kNoStep is the root.
      kFailed,  // `failure`
    };
    static constexpr std::size_t kNoStep = ~std::size_t{0};

    Outcome outcome = Outcome::kValue;
    const Value* value = nullptr;
    bool is_optional = false;  // The result is to be wrapped.
    bool is_bound = false;     // What is absent would stand in the bound document.
    std::size_t step = kNoStep;
    std::string_view reason = "absent";
    Value failure;
  };

  bool is_evidence() const { return plan_.mode == Mode::kEvidence; }
  const PlanNode& At(PlanId id) const { return plan_.nodes[id]; }
  PlanId Child(const PlanNode& node, std::size_t i) const { return plan_.children[node.first + i]; }
  const Slot& slot(const PlanNode& node) const { return slots_[node.slot]; }

  const Value& Eval(PlanId id, Value& scratch);
  const Value& Dispatch(PlanId id, const PlanNode& node, Value& scratch);
  bool Charge(std::uint64_t amount);
  Value Fail(const PlanNode& node, std::string_view code, std::string_view message) const;
  // `value`, with the place of `node` if it is an error that has none.
  Value Placed(const PlanNode& node, Value value) const;

  // eval.cc: operators, calls, literals.
  const Value& EvalLogic(const PlanNode& node, Value& scratch);
  const Value& EvalConditional(const PlanNode& node, Value& scratch);
  const Value& EvalUnary(const PlanNode& node, Value& scratch);
  const Value& EvalBinary(const PlanNode& node, Value& scratch);
  Value ApplyBinary(const PlanNode& node, const Value& a, const Value& b);
  bool ChargeComparison(const Value& a, const Value& b);
  Value Contains(const Value& element, const Value& container);
  Value Matches(const PlanNode& node, const Value& text);
  const Value& EvalCall(const PlanNode& node, Value& scratch);
  Value Call(const PlanNode& node, Arguments arguments);
  const Value& EvalOptionalOr(const PlanNode& node, Value& scratch);
  const Value& EvalList(const PlanNode& node, Value& scratch);
  const Value& EvalMap(const PlanNode& node, Value& scratch);

  // eval_path.cc: variables, selections, indexings, presence.
  const Value& EvalLocal(const PlanNode& node, Value& scratch);
  const Value& EvalPath(PlanId id, const PlanNode& node, Value& scratch);
  const Value& EvalVariable(PlanId id, const PlanNode& node, Value& scratch);
  const Value& EvalHas(const PlanNode& node, Value& scratch);
  const Value* ReadLocal(const PlanNode& node);
  const Value* FollowMembers(const PlanNode& node) const;
  Found FindVariable(const PlanNode& node, std::size_t* covered_steps);
  Found Walk(const PlanNode& node, Value& base_scratch);
  void SeeAbsence(const Value& value, std::size_t step_count, Found& found) const;
  void TakeStep(const PlanNode& node, std::size_t index, Found& found);
  const Value* Lookup(const PlanNode& node, const PathStep& step, Found& found);
  const Value* LookupIndex(const PlanNode& node, const Value& container, const Value& index,
                           Found& found);
  const Value& Conclude(PlanId id, const PlanNode& node, Found& found, const Value& base_scratch,
                        Value& scratch);
  bool HasOptionalStep(const PlanNode& node) const;
  Value Absent(PlanId id, const PlanNode& node, const Found& found);

  // eval_scope.cc: macros.
  const Value& EvalScope(const PlanNode& node, Value& scratch);
  const Value& EvalBind(const PlanNode& node, Value& scratch);
  const Value& EvalOptionalMap(const PlanNode& node, Value& scratch);
  void BindElement(const PlanNode& node, const Value& range, std::size_t i);
  Value Quantify(const PlanNode& node, const Value& range);
  Value ExistsOne(const PlanNode& node, const Value& range);
  Value Filter(const PlanNode& node, const Value& range);
  Value MapElements(const PlanNode& node, const Value& range);
  Value TransformMap(const PlanNode& node, const Value& range);
  enum class Choice : std::uint8_t { kYes, kNo, kObstacle };
  Choice Decide(const PlanNode& node, PlanId predicate, Obstacles& obstacles);

  // path_text.cc: what an unknown calls its path.
  std::string PathOf(PlanId id);
  std::string PathOfSteps(const PlanNode& node, std::string base, std::size_t count);

  const Plan& plan_;
  const Value& variables_;
  std::uint64_t cost_ = 0;
  std::uint64_t max_cost_;
  bool is_exhausted_ = false;
  absl::InlinedVector<Slot, 2> slots_;
};

}  // namespace referee::cel

#endif  // REFEREE_SRC_CEL_EVAL_H_
