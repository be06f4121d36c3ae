#include "capi/text.h"
#include "include/referee/referee.h"

#define REFEREE_QUOTE_INNER(text) #text
#define REFEREE_QUOTE(text) REFEREE_QUOTE_INNER(text)

int32_t referee_version_number(void) { return REFEREE_VERSION_NUMBER; }

referee_str referee_version_string(void) {
  return referee::capi::BorrowLiteral(REFEREE_QUOTE(REFEREE_VERSION_MAJOR) "." REFEREE_QUOTE(
      REFEREE_VERSION_MINOR) "." REFEREE_QUOTE(REFEREE_VERSION_PATCH));
}
