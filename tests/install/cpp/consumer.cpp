// A user of the installed C++ header.
#include <iostream>
#include <referee/referee.hpp>

int main() {
  if (referee::Evaluate("1 + 2").json() == R"({"value":3})") {
    std::cout << "3 with " << referee::Version() << '\n';
  }
}
