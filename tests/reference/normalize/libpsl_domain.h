// A second oracle of registrable domains: libpsl.

#ifndef REFEREE_TESTS_REFERENCE_NORMALIZE_LIBPSL_DOMAIN_H_
#define REFEREE_TESTS_REFERENCE_NORMALIZE_LIBPSL_DOMAIN_H_

#include <memory>
#include <string>

namespace referee::reference {

class LibpslDomain {
 public:
  // With the rules of the shipped table.
  LibpslDomain();
  ~LibpslDomain();

  // The registrable domain of a host in lower-case A-labels, or "".
  std::string Of(const std::string& host) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace referee::reference

#endif  // REFEREE_TESTS_REFERENCE_NORMALIZE_LIBPSL_DOMAIN_H_
