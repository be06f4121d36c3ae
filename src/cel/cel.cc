#include "src/cel/cel.h"

#include <utility>

#include "src/base/error_location.h"
#include "src/base/status_macros.h"
#include "src/cel/checker.h"
#include "src/cel/eval.h"
#include "src/cel/parser.h"
#include "src/cel/plan.h"

namespace referee::cel {
namespace {

absl::StatusOr<Function> DeclareFunction(const HostFunction& host, TypePool& types) {
  Function function;
  function.name = host.name;
  for (const HostOverload& declared : host.overloads) {
    Overload overload;
    for (const std::string& parameter : declared.parameters) {
      REFEREE_ASSIGN_OR_RETURN(const TypeId type, types.Parse(parameter));
      overload.parameters.push_back(type);
      overload.accepted.push_back(AcceptedKinds(types.At(type)));
    }
    REFEREE_ASSIGN_OR_RETURN(overload.result, types.Parse(declared.result));
    overload.is_member = declared.style == HostOverload::Style::kMember;
    overload.host_call = declared.call;
    function.overloads.push_back(std::move(overload));
  }
  return function;
}

}  // namespace

const std::vector<std::string>& Program::read_paths() const { return plan_->read_paths; }
const std::string& Program::result_type() const { return plan_->result_type; }

absl::StatusOr<Program> Compile(std::string_view source, const CompileOptions& options) {
  const MacroUse macros = options.macros ? MacroUse::kExpand : MacroUse::kKeepAsCalls;
  REFEREE_ASSIGN_OR_RETURN(const Ast ast, Parse(source, macros, options.limits));

  TypePool types(&FunctionTable::Standard().types());
  std::deque<Function> functions;
  for (const HostFunction& host : options.functions) {
    auto function = DeclareFunction(host, types);
    if (!function.ok()) return InsideOf(host.name, function.status());
    functions.push_back(*std::move(function));
  }
  Resolution resolution;
  if (options.check) {
    REFEREE_ASSIGN_OR_RETURN(resolution, Check(ast, options, functions, types));
  }
  return Program(MakePlan(ast, resolution, options, std::move(functions)));
}

Value Evaluate(const Program& program, const Activation& activation,
               const EvaluateOptions& options) {
  const Plan& plan = program.plan();
  const std::uint64_t max_cost = options.max_cost != 0 ? options.max_cost : plan.limits.max_cost;
  Evaluation evaluation(plan, activation.variables, max_cost);
  Value result = evaluation.Run();
  if (options.cost != nullptr) *options.cost = evaluation.cost();
  return result;
}

std::vector<Variable> DeclareDynamic(const Value& bindings) {
  std::vector<Variable> variables;
  for (const MapEntry& entry : bindings.entries()) {
    if (entry.first.kind() != Kind::kString) continue;
    variables.push_back({std::string(entry.first.string_value()), "dyn"});
  }
  return variables;
}

}  // namespace referee::cel
