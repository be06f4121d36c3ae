/* What people do about a referral, through the C API: a table of bad input, and one way through.
 * Each function's name is a sentence of the header. */
#include <referee/referee.h>

#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "fixture.h"

#define OK(call) CHECK((call) == REFEREE_OK)
#define REFERRAL_MAX 128
#define ACT_MAX 1024

typedef struct world {
  referee_engine *engine;
  referee_policy *policy;
  referee_snapshot *snapshot;
  referee_store *store;
  char referral[REFERRAL_MAX];
  char attribute[REFERRAL_MAX]; /* the hash of the split that is to be approved */
} world;

static int contains(referee_str text, const char *part) { return strstr(text.data, part) != NULL; }

/* The text after `mark` up to the next quote. */
static void take(referee_str text, const char *mark, char *out) {
  const char *begin = strstr(text.data, mark);
  size_t length;
  out[0] = '\0';
  CHECK(begin != NULL);
  if (begin == NULL) return;
  begin += strlen(mark);
  length = strcspn(begin, "\"");
  if (length >= REFERRAL_MAX) length = REFERRAL_MAX - 1;
  memcpy(out, begin, length);
  out[length] = '\0';
}

static world make_world(void) {
  world made;
  referee_corpus *corpus;
  referee_decision *decision;
  OK(referee_engine_new(NULL, &made.engine, NULL));
  OK(referee_policy_standard(&made.policy, NULL));
  OK(referee_corpus_new(&corpus, NULL));
  OK(referee_corpus_load_ndjson(corpus, "records.ndjson", REFEREE_NUL, kRecords, REFEREE_NUL, NULL,
                                NULL));
  OK(referee_corpus_snapshot(corpus, &made.snapshot, NULL));
  OK(referee_store_new_memory(&made.store, NULL));
  referee_corpus_free(corpus);
  OK(referee_engine_submit(made.engine, made.policy, made.snapshot, made.store, kSubmission,
                           REFEREE_NUL, NULL, &decision, NULL));
  take(referee_decision_json(decision), "\"referral_id\":\"", made.referral);
  take(referee_decision_json(decision),
       "\"action\":\"attribute\",\"role\":\"partner_manager\",\"subject_hash\":\"", made.attribute);
  referee_decision_free(decision);
  return made;
}

static void free_world(world made) {
  referee_engine_free(made.engine);
  referee_policy_free(made.policy);
  referee_snapshot_free(made.snapshot);
  referee_store_free(made.store);
}

typedef referee_status (*act_fn)(const referee_engine *, const referee_policy *, referee_store *,
                                 const char *, size_t, const referee_call_options *,
                                 referee_standing **, referee_error **);

static referee_status act(world in, act_fn function, const char *json, const char *as_of,
                          referee_standing **out, referee_error **error) {
  referee_call_options options = REFEREE_CALL_OPTIONS_INIT;
  options.as_of.data = as_of;
  options.as_of.size = strlen(as_of);
  return function(in.engine, in.policy, in.store, json, REFEREE_NUL, &options, out, error);
}

static void write_approval(world in, const char *id, const char *user, const char *role,
                           const char *hash, const char *more, char *out) {
  snprintf(out, ACT_MAX,
           "{\"type\":\"approval\",\"id\":\"%s\",\"referral_id\":\"%s\",\"action\":\"attribute\","
           "\"subject_hash\":\"%s\",\"user\":\"%s\",\"role\":\"%s\",\"decision\":\"approve\","
           "\"rationale\":\"evidence read\"%s}",
           id, in.referral, hash, user, role, more);
}

static void a_bad_act_is_refused_at_the_member_at_fault_and_nothing_is_written(void) {
  static const struct {
    const char *user, *role, *hash, *more;
    referee_status status;
    const char *pointer, *code;
  } kCases[] = {
      {"u-nobody", "partner_manager", NULL, "", REFEREE_PERMISSION_DENIED, "/user",
       "approval.unknown_user"},
      {"u-tom", "partner_manager", NULL, "", REFEREE_PERMISSION_DENIED, "/role",
       "approval.role_not_held"},
      {"u-maya", "sales_owner", NULL, "", REFEREE_PERMISSION_DENIED, "/role",
       "approval.wrong_role"},
      {"u-maya", "partner_manager", "sha256:0", "", REFEREE_FAILED_PRECONDITION, "/subject_hash",
       "approval.changed_subject"},
      {"u-maya", "partner_manager", NULL, ",\"at\":\"2026-05-01T00:00:00Z\"",
       REFEREE_FAILED_PRECONDITION, "/at", "approval.clock_set_back"},
      {"u-maya", "partner_manager", NULL, ",\"at\":\"2027-05-01T00:00:00Z\"",
       REFEREE_INVALID_ARGUMENT, "/at", "approval.future"},
      {"u-maya", "partner_manager", NULL,
       ",\"at\":\"2026-06-01T11:00:00Z\",\"expires_at\":\"2026-06-01T12:00:00Z\"",
       REFEREE_FAILED_PRECONDITION, "/expires_at", "approval.expired"},
      {"u-maya", "partner_manager", NULL, ",\"expires\":\"2027-01-01T00:00:00Z\"",
       REFEREE_INVALID_ARGUMENT, "/expires", ""},
  };
  world in = make_world();
  referee_standing *standing = NULL;
  char json[ACT_MAX];
  size_t i;
  for (i = 0; i < sizeof kCases / sizeof kCases[0]; ++i) {
    referee_error *error = NULL;
    write_approval(in, "a-1", kCases[i].user, kCases[i].role,
                   kCases[i].hash != NULL ? kCases[i].hash : in.attribute, kCases[i].more, json);
    CHECK(act(in, referee_engine_approve, json, "2026-06-02T10:00:00Z", &standing, &error) ==
          kCases[i].status);
    CHECK(standing == NULL);
    CHECK(strcmp(referee_error_pointer(error).data, kCases[i].pointer) == 0);
    CHECK(strcmp(referee_error_code(error).data, kCases[i].code) == 0);
    referee_error_free(error);
  }
  write_approval(in, "a-1", "u-maya", "partner_manager", in.attribute, "", json);
  OK(act(in, referee_engine_approve, json, "2026-06-02T10:00:00Z", &standing, NULL));
  CHECK(contains(referee_standing_json(standing), "\"audit\":{\"sequence\":2,"));
  referee_standing_free(standing);
  free_world(in);
}

static void the_same_act_again_records_nothing_and_another_of_its_id_is_refused(void) {
  world in = make_world();
  referee_standing *first, *again, *other;
  referee_error *error;
  char json[ACT_MAX];
  write_approval(in, "a-1", "u-maya", "partner_manager", in.attribute, "", json);
  OK(act(in, referee_engine_approve, json, "2026-06-02T10:00:00Z", &first, NULL));
  OK(act(in, referee_engine_approve, json, "2026-06-03T10:00:00Z", &again, NULL));
  CHECK(referee_standing_is_recorded(first) == 1 && referee_standing_is_recorded(again) == 0);
  CHECK(strcmp(referee_standing_json(first).data, referee_standing_json(again).data) == 0);
  CHECK(referee_standing_lane(again, REFEREE_LANE_ATTRIBUTION) == REFEREE_LANE_STATE_DONE);
  write_approval(in, "a-1", "u-maya", "partner_manager", in.attribute, ",\"expires_at\":null",
                 json);
  CHECK(act(in, referee_engine_approve, json, "2026-06-03T10:00:00Z", &other, &error) ==
        REFEREE_ALREADY_EXISTS);
  CHECK(strcmp(referee_error_pointer(error).data, "/id") == 0);
  referee_error_free(error);
  referee_standing_free(first);
  referee_standing_free(again);
  free_world(in);
}

static referee_status move(world in, const char *to, referee_standing **out,
                           referee_error **error) {
  char json[ACT_MAX];
  snprintf(json, sizeof json,
           "{\"type\":\"transition\",\"id\":\"m-%s\",\"referral_id\":\"%s\",\"to\":\"%s\","
           "\"user\":\"u-tom\"}",
           to, in.referral, to);
  return act(in, referee_engine_transition, json, "2026-06-02T10:00:00Z", out, error);
}

static void an_illegal_move_names_the_missing_approval_or_the_moves_there_are(void) {
  world in = make_world();
  referee_standing *standing;
  referee_error *error;
  CHECK(move(in, "credit.credited", &standing, &error) == REFEREE_FAILED_PRECONDITION);
  CHECK(strcmp(referee_error_code(error).data, "approval.missing") == 0);
  CHECK(contains(referee_error_message(error), "attribute by partner_manager"));
  referee_error_free(error);
  CHECK(move(in, "rewarded", &standing, &error) == REFEREE_FAILED_PRECONDITION);
  CHECK(contains(referee_error_message(error), "in_review"));
  referee_error_free(error);
  CHECK(move(in, "won", &standing, &error) == REFEREE_INVALID_ARGUMENT);
  referee_error_free(error);
  free_world(in);
}

static void an_approved_split_can_be_credited_and_the_status_says_so(void) {
  world in = make_world();
  referee_standing *standing;
  char json[ACT_MAX];
  write_approval(in, "a-1", "u-maya", "partner_manager", in.attribute, "", json);
  OK(act(in, referee_engine_approve, json, "2026-06-02T10:00:00Z", &standing, NULL));
  referee_standing_free(standing);
  if (move(in, "credit.credited", &standing, NULL) != REFEREE_OK) {
    write_approval(in, "a-2", "u-tom", "partner_owner", in.attribute, "", json);
    OK(act(in, referee_engine_approve, json, "2026-06-02T10:00:00Z", &standing, NULL));
    referee_standing_free(standing);
    OK(move(in, "credit.credited", &standing, NULL));
  }
  CHECK(referee_standing_state(standing, REFEREE_ASPECT_CREDIT) == REFEREE_STATE_CREDITED);
  CHECK(referee_standing_state(standing, REFEREE_ASPECT_STATUS) == REFEREE_STATE_SUBMITTED);
  CHECK(strcmp(referee_standing_referral_id(standing).data, in.referral) == 0);
  referee_standing_free(standing);
  snprintf(json, sizeof json, "{\"type\":\"status\",\"referral_id\":\"%s\",\"user\":\"u-tom\"}",
           in.referral);
  OK(act(in, referee_engine_status, json, "2026-06-03T10:00:00Z", &standing, NULL));
  CHECK(referee_standing_is_recorded(standing) == 0);
  CHECK(contains(referee_standing_json(standing), "\"credit_state\":\"credited\""));
  referee_standing_free(standing);
  free_world(in);
}

static void a_null_handle_is_an_invalid_argument_and_a_null_standing_is_empty(void) {
  world in = make_world();
  referee_standing *standing;
  CHECK(referee_engine_approve(NULL, in.policy, in.store, "{}", 2, NULL, &standing, NULL) ==
        REFEREE_INVALID_ARGUMENT);
  CHECK(referee_engine_transition(in.engine, NULL, in.store, "{}", 2, NULL, &standing, NULL) ==
        REFEREE_INVALID_ARGUMENT);
  CHECK(referee_engine_status(in.engine, in.policy, NULL, "{}", 2, NULL, &standing, NULL) ==
        REFEREE_INVALID_ARGUMENT);
  CHECK(referee_engine_status(in.engine, in.policy, in.store, "{}", 2, NULL, NULL, NULL) ==
        REFEREE_INVALID_ARGUMENT);
  CHECK(referee_standing_state(NULL, REFEREE_ASPECT_STATUS) == REFEREE_STATE_NONE);
  CHECK(referee_standing_lane(NULL, REFEREE_LANE_FIT) == REFEREE_LANE_STATE_NONE);
  CHECK(referee_standing_json(NULL).size == 0 && referee_standing_referral_id(NULL).size == 0);
  CHECK(referee_standing_is_recorded(NULL) == 0);
  referee_standing_free(NULL);
  free_world(in);
}

static void every_name_of_a_state_stands_in_the_codes(void) {
  referee_document *codes;
  referee_state state;
  referee_aspect aspect;
  char quoted[REFERRAL_MAX];
  OK(referee_codes_json(&codes, NULL));
  for (state = REFEREE_STATE_SUBMITTED; state <= REFEREE_STATE_ADVOCACY_ALLOWED; ++state) {
    snprintf(quoted, sizeof quoted, "{\"code\":\"%s\",\"aspect\":", referee_state_name(state).data);
    CHECK(contains(referee_document_json(codes), quoted));
  }
  for (aspect = REFEREE_ASPECT_STATUS; aspect <= REFEREE_ASPECT_ADVOCACY; ++aspect) {
    snprintf(quoted, sizeof quoted, "\"aspect\":\"%s\"", referee_aspect_name(aspect).data);
    CHECK(contains(referee_document_json(codes), quoted));
  }
  CHECK(referee_state_name(99).size == 0 && referee_aspect_name(-1).size == 0);
  referee_document_free(codes);
}

int main(void) {
  a_bad_act_is_refused_at_the_member_at_fault_and_nothing_is_written();
  the_same_act_again_records_nothing_and_another_of_its_id_is_refused();
  an_illegal_move_names_the_missing_approval_or_the_moves_there_are();
  an_approved_split_can_be_credited_and_the_status_says_so();
  a_null_handle_is_an_invalid_argument_and_a_null_standing_is_empty();
  every_name_of_a_state_stands_in_the_codes();
  printf("%d passed, %d failed\n", checks_passed, checks_failed);
  return checks_failed == 0 ? 0 : 1;
}
