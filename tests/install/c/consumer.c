/* A user of the installed library. */
#include <referee/referee.h>
#include <stdio.h>
#include <string.h>

int main(void) {
  referee_document *answer;
  if (referee_expression_eval("1 + 2", REFEREE_NUL, NULL, 0, NULL, 0, REFEREE_MODE_STRICT, NULL,
                              &answer, NULL) != REFEREE_OK) {
    return 1;
  }
  if (strcmp(referee_document_json(answer).data, "{\"value\":3}") == 0) {
    printf("3 with %s\n", referee_version_string().data);
  }
  referee_document_free(answer);
  return 0;
}
