/* The rule engine alone: what missing evidence does to a condition. */
#include <referee/referee.h>
#include <stdio.h>

static int show(const char *title, const char *expression, const char *bindings,
                referee_mode mode) {
  referee_document *answer;
  referee_error *error;
  if (referee_expression_eval(expression, REFEREE_NUL, bindings, REFEREE_NUL, NULL, 0, mode, NULL,
                              &answer, &error) != REFEREE_OK) {
    fprintf(stderr, "%s\n", referee_error_json(error).data);
    referee_error_free(error);
    return 1;
  }
  printf("%s: %s\n", title, referee_document_json(answer).data);
  referee_document_free(answer);
  return 0;
}

int main(void) {
  const char *rule = "consent.status != 'revoked' && partner.tier == 'gold'";
  const char *known = "{\"consent\":{\"status\":\"given\"},\"partner\":{\"tier\":\"gold\"}}";
  const char *absent = "{\"consent\":{},\"partner\":{\"tier\":\"gold\"}}";
  const char *decided = "{\"consent\":{},\"partner\":{\"tier\":\"silver\"}}";
  int failed = 0;
  failed |= show("known", rule, known, REFEREE_MODE_EVIDENCE);
  failed |= show("consent is absent", rule, absent, REFEREE_MODE_EVIDENCE);
  failed |= show("absent, but it cannot matter", rule, decided, REFEREE_MODE_EVIDENCE);
  failed |= show("the same in the strict language", rule, absent, REFEREE_MODE_STRICT);
  return failed;
}
