// adjudicate RECORDS SUBMISSIONS THREADS: one decision a line, through referee.hpp.

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "bindings/cpp/referee.hpp"

int main(int argc, char** argv) try {
  if (argc != 4) return 2;
  referee::CallOptions options;
  options.max_threads = std::atoi(argv[3]);
  std::ostringstream records;
  records << std::ifstream(argv[1]).rdbuf();

  const referee::Engine engine;
  const referee::Policy policy = referee::Policy::Standard();
  referee::Corpus corpus;
  corpus.LoadNdjson(argv[1], records.str(), options);
  const referee::Snapshot snapshot = corpus.TakeSnapshot();
  referee::Store store;
  std::ifstream submissions(argv[2]);
  for (std::string line; std::getline(submissions, line);) {
    std::cout << engine.Submit(policy, snapshot, store, line, options).json() << '\n';
  }
  return 0;
} catch (const referee::Error& error) {
  std::cerr << error.json() << '\n';
  return 2;
}
