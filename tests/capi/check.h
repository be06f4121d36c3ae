/* CHECK counts what holds and prints what does not. */
#ifndef REFEREE_TESTS_CAPI_CHECK_H_
#define REFEREE_TESTS_CAPI_CHECK_H_

#include <stdio.h>

static int checks_passed, checks_failed;

#define CHECK(condition)                                             \
  do {                                                               \
    if (condition) {                                                 \
      ++checks_passed;                                               \
    } else {                                                         \
      ++checks_failed;                                               \
      printf("%s:%d: failed: %s\n", __FILE__, __LINE__, #condition); \
    }                                                                \
  } while (0)

#endif /* REFEREE_TESTS_CAPI_CHECK_H_ */
