/* The promises of referee.h, checked from C99.  No test framework: a plain program is what an
 * embedder would write.  Each function's name is a sentence of the header. */
#include <referee/referee.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "fixture.h"

#define OK(call) CHECK((call) == REFEREE_OK)
#define GARBAGE(type) ((type *)(size_t)0xdead) /* never read */

typedef struct world {
  referee_engine *engine;
  referee_policy *policy;
  referee_snapshot *snapshot;
  referee_store *store;
} world;

static world make_world(void) {
  world made;
  referee_corpus *corpus;
  OK(referee_engine_new(NULL, &made.engine, NULL));
  OK(referee_policy_standard(&made.policy, NULL));
  OK(referee_corpus_new(&corpus, NULL));
  OK(referee_corpus_load_ndjson(corpus, "records.ndjson", REFEREE_NUL, kRecords, REFEREE_NUL, NULL,
                                NULL));
  OK(referee_corpus_snapshot(corpus, &made.snapshot, NULL));
  OK(referee_store_new_memory(&made.store, NULL));
  referee_corpus_free(corpus);
  return made;
}

static void free_world(world made) {
  referee_engine_free(made.engine);
  referee_policy_free(made.policy);
  referee_snapshot_free(made.snapshot);
  referee_store_free(made.store);
}

static referee_status submit(world in, const char *json, const referee_call_options *options,
                             referee_decision **out, referee_error **error) {
  return referee_engine_submit(in.engine, in.policy, in.snapshot, in.store, json, REFEREE_NUL,
                               options, out, error);
}

static int equals(referee_str text, const char *expected) {
  return text.size == strlen(expected) && memcmp(text.data, expected, text.size) == 0;
}

static int contains(referee_str text, const char *part) { return strstr(text.data, part) != NULL; }

/* --- version, status, names ------------------------------------------------------------------ */

static void the_library_says_the_version_of_its_header(void) {
  CHECK(referee_version_number() == REFEREE_VERSION_NUMBER);
  CHECK(equals(referee_version_string(), "1.0.0"));
}

static void a_name_is_never_null_whatever_the_number(void) {
  int32_t number;
  CHECK(equals(referee_status_name(REFEREE_OK), "OK"));
  CHECK(equals(referee_status_name(REFEREE_DATA_LOSS), "DATA_LOSS"));
  CHECK(equals(referee_status_name(-1), "UNKNOWN"));
  CHECK(equals(referee_lane_name(REFEREE_LANE_COMMS), "comms"));
  CHECK(equals(referee_confidence_name(REFEREE_CONFIDENCE_NONE), "none"));
  for (number = -2; number < 40; ++number) {
    CHECK(referee_status_name(number).data != NULL);
    CHECK(referee_recommendation_name(number).data != NULL);
    CHECK(referee_lane_name(number).data != NULL);
    CHECK(referee_lane_state_name(number).data != NULL);
    CHECK(referee_confidence_name(number).data != NULL);
    CHECK(referee_verdict_name(number).data != NULL);
    CHECK(referee_band_name(number).data != NULL);
  }
}

/* --- ownership ------------------------------------------------------------------------------- */

static void every_free_accepts_null(void) {
  referee_error_free(NULL);
  referee_cancel_free(NULL);
  referee_config_free(NULL);
  referee_engine_free(NULL);
  referee_policy_free(NULL);
  referee_corpus_free(NULL);
  referee_snapshot_free(NULL);
  referee_store_free(NULL);
  referee_decision_free(NULL);
  referee_document_free(NULL);
  referee_cancel_request(NULL);
  CHECK(1);
}

static void accessors_of_null_give_the_empty_value(void) {
  CHECK(referee_error_status(NULL) == REFEREE_OK);
  CHECK(equals(referee_error_message(NULL), ""));
  CHECK(equals(referee_error_json(NULL), ""));
  CHECK(referee_error_line(NULL) == 0);
  CHECK(referee_error_issue_count(NULL) == 0);
  CHECK(equals(referee_policy_hash(NULL), ""));
  CHECK(referee_snapshot_count(NULL) == 0);
  CHECK(referee_decision_recommendation(NULL) == REFEREE_RECOMMENDATION_NONE);
  CHECK(referee_decision_lane(NULL, REFEREE_LANE_FIT) == REFEREE_LANE_STATE_NONE);
  CHECK(equals(referee_decision_json(NULL), ""));
  CHECK(equals(referee_finding_code(referee_decision_finding_at(NULL, 0)), ""));
  CHECK(equals(referee_conflict_kind(referee_decision_conflict_at(NULL, 0)), ""));
  CHECK(referee_match_probability(referee_decision_match_at(NULL, 0)) == 0);
  CHECK(equals(referee_document_json(NULL), ""));
}

static void handles_may_be_freed_in_any_order(void) {
  world in = make_world();
  referee_decision *decision;
  OK(submit(in, kSubmission, NULL, &decision, NULL));
  free_world(in);
  CHECK(equals(referee_decision_submission_id(decision), "s-1"));
  CHECK(referee_decision_finding_count(decision) > 0);
  CHECK(referee_finding_code(referee_decision_finding_at(decision, 0)).size > 0);
  referee_decision_free(decision);
}

static void inputs_may_be_freed_as_soon_as_the_call_returns(void) {
  referee_corpus *corpus;
  referee_snapshot *snapshot;
  char *bytes = malloc(sizeof kRecords);
  if (bytes == NULL) abort();
  memcpy(bytes, kRecords, sizeof kRecords);
  OK(referee_corpus_new(&corpus, NULL));
  OK(referee_corpus_load_ndjson(corpus, "r", 1, bytes, REFEREE_NUL, NULL, NULL));
  memset(bytes, 'x', sizeof kRecords);
  free(bytes);
  OK(referee_corpus_snapshot(corpus, &snapshot, NULL));
  CHECK(referee_snapshot_count(snapshot) == kRecordCount);
  referee_snapshot_free(snapshot);
  referee_corpus_free(corpus);
}

/* --- errors ---------------------------------------------------------------------------------- */

static void an_error_is_written_whatever_was_there_before(void) {
  world in = make_world();
  referee_error *error = GARBAGE(referee_error);
  referee_decision *decision = GARBAGE(referee_decision);
  CHECK(submit(in, kWrong, NULL, &decision, &error) == REFEREE_INVALID_ARGUMENT);
  CHECK(decision == NULL);
  CHECK(referee_error_status(error) == REFEREE_INVALID_ARGUMENT);
  CHECK(equals(referee_error_pointer(error), "/lead/emails/0"));
  CHECK(!contains(referee_error_message(error), "7"));
  CHECK(contains(referee_error_json(error), "\"pointer\":\"/lead/emails/0\""));
  CHECK(referee_error_issue_count(error) == 1);
  CHECK(referee_error_issue_at(error, 0) == error);
  CHECK(referee_error_issue_at(error, 1) == NULL);
  referee_error_free(error);

  OK(submit(in, kSubmission, NULL, &decision, &error));
  CHECK(error == NULL);
  referee_decision_free(decision);
  free_world(in);
}

static void a_null_handle_is_an_invalid_argument(void) {
  world in = make_world();
  referee_decision *decision = GARBAGE(referee_decision);
  referee_error *error;
  CHECK(referee_engine_submit(NULL, in.policy, in.snapshot, in.store, "{}", 2, NULL, &decision,
                              &error) == REFEREE_INVALID_ARGUMENT);
  CHECK(decision == NULL);
  CHECK(equals(referee_error_message(error), "engine is NULL"));
  referee_error_free(error);
  CHECK(referee_engine_submit(in.engine, in.policy, in.snapshot, in.store, "{}", 2, NULL, NULL,
                              NULL) == REFEREE_INVALID_ARGUMENT);
  CHECK(referee_engine_submit(in.engine, in.policy, in.snapshot, in.store, NULL, 3, NULL, &decision,
                              NULL) == REFEREE_INVALID_ARGUMENT);
  CHECK(referee_engine_submit(in.engine, in.policy, in.snapshot, in.store, NULL, 0, NULL, &decision,
                              NULL) == REFEREE_INVALID_ARGUMENT);
  free_world(in);
}

static void a_bad_record_refuses_the_whole_load_and_names_the_line(void) {
  referee_corpus *corpus;
  referee_snapshot *snapshot;
  referee_error *error;
  const char *bytes =
      "{\"type\":\"partner\",\"id\":\"p-1\"}\n\n{\"type\":\"contact\",\"id\":\"c\",\"emails\":5}\n";
  OK(referee_corpus_new(&corpus, NULL));
  CHECK(referee_corpus_load_ndjson(corpus, "crm.ndjson", REFEREE_NUL, bytes, REFEREE_NUL, NULL,
                                   &error) == REFEREE_INVALID_ARGUMENT);
  CHECK(equals(referee_error_file(error), "crm.ndjson"));
  CHECK(referee_error_line(error) == 3);
  CHECK(equals(referee_error_pointer(error), "/emails"));
  referee_error_free(error);
  OK(referee_corpus_snapshot(corpus, &snapshot, NULL));
  CHECK(referee_snapshot_count(snapshot) == 0);
  referee_snapshot_free(snapshot);
  referee_corpus_free(corpus);
}

/* --- corpus ---------------------------------------------------------------------------------- */

static size_t count_of(referee_corpus *corpus) {
  referee_snapshot *snapshot;
  size_t count;
  OK(referee_corpus_snapshot(corpus, &snapshot, NULL));
  count = referee_snapshot_count(snapshot);
  referee_snapshot_free(snapshot);
  return count;
}

static void a_corpus_loads_replaces_and_removes(void) {
  referee_corpus *corpus;
  const char *partner = "{\"type\":\"partner\",\"id\":\"p-1\"}";
  OK(referee_corpus_new(&corpus, NULL));
  OK(referee_corpus_upsert(corpus, partner, REFEREE_NUL, NULL, NULL));
  OK(referee_corpus_upsert(corpus, partner, REFEREE_NUL, NULL, NULL));
  CHECK(count_of(corpus) == 1);
  OK(referee_corpus_remove(corpus, "partner", REFEREE_NUL, "p-1", REFEREE_NUL, NULL));
  CHECK(count_of(corpus) == 0);
  CHECK(referee_corpus_remove(corpus, "partner", REFEREE_NUL, "p-1", REFEREE_NUL, NULL) ==
        REFEREE_NOT_FOUND);
  CHECK(referee_corpus_remove(corpus, "planet", REFEREE_NUL, "p-1", REFEREE_NUL, NULL) ==
        REFEREE_INVALID_ARGUMENT);
  referee_corpus_free(corpus);
}

static void a_snapshot_does_not_see_later_changes(void) {
  referee_corpus *corpus;
  referee_snapshot *before;
  OK(referee_corpus_new(&corpus, NULL));
  OK(referee_corpus_snapshot(corpus, &before, NULL));
  OK(referee_corpus_upsert(corpus, "{\"type\":\"partner\",\"id\":\"p\"}", REFEREE_NUL, NULL, NULL));
  CHECK(referee_snapshot_count(before) == 0);
  CHECK(count_of(corpus) == 1);
  referee_corpus_free(corpus);
  referee_snapshot_free(before);
}

static void a_type_and_id_occur_once_in_a_load_of_several_files(void) {
  referee_corpus *corpus;
  referee_error *error;
  const char *partner = "{\"type\":\"partner\",\"id\":\"p-1\"}\n";
  OK(referee_corpus_new(&corpus, NULL));
  CHECK(referee_corpus_end_load(corpus, NULL) == REFEREE_FAILED_PRECONDITION);
  OK(referee_corpus_begin_load(corpus, NULL));
  CHECK(referee_corpus_begin_load(corpus, NULL) == REFEREE_FAILED_PRECONDITION);
  OK(referee_corpus_load_ndjson(corpus, "a", 1, partner, REFEREE_NUL, NULL, NULL));
  CHECK(referee_corpus_load_ndjson(corpus, "b", 1, partner, REFEREE_NUL, NULL, &error) ==
        REFEREE_ALREADY_EXISTS);
  CHECK(equals(referee_error_file(error), "b"));
  CHECK(contains(referee_error_message(error), "a:1"));
  referee_error_free(error);
  CHECK(referee_corpus_end_load(corpus, NULL) == REFEREE_FAILED_PRECONDITION);
  CHECK(count_of(corpus) == 0);

  OK(referee_corpus_load_ndjson(corpus, "b", 1, partner, REFEREE_NUL, NULL, NULL));
  OK(referee_corpus_begin_load(corpus, NULL));
  CHECK(referee_corpus_upsert(corpus, partner, REFEREE_NUL, NULL, NULL) ==
        REFEREE_FAILED_PRECONDITION);
  OK(referee_corpus_load_ndjson(corpus, "b", 1, partner, REFEREE_NUL, NULL, NULL));
  OK(referee_corpus_end_load(corpus, NULL));
  CHECK(count_of(corpus) == 1);
  referee_corpus_free(corpus);
}

static int unknown_members;
static void on_unknown(void *user_data, referee_str member) {
  CHECK(user_data == &unknown_members);
  CHECK(equals(member, "partner.favourite_colour"));
  ++unknown_members;
}

static void an_unknown_member_is_kept_and_reported_once(void) {
  referee_corpus *corpus;
  referee_call_options options = REFEREE_CALL_OPTIONS_INIT;
  const char *bytes =
      "{\"type\":\"partner\",\"id\":\"p-1\",\"favourite_colour\":1}\n"
      "{\"type\":\"partner\",\"id\":\"p-2\",\"favourite_colour\":2}\n";
  options.unknown = on_unknown;
  options.unknown_data = &unknown_members;
  OK(referee_corpus_new(&corpus, NULL));
  OK(referee_corpus_load_ndjson(corpus, "r", 1, bytes, REFEREE_NUL, &options, NULL));
  CHECK(unknown_members == 1);
  referee_corpus_free(corpus);
}

/* --- config and policy ----------------------------------------------------------------------- */

static void a_config_names_the_setting_that_is_wrong(void) {
  referee_config *config;
  referee_error *error;
  OK(referee_config_new(&config, NULL));
  OK(referee_config_set_json(config, "{\"limits\":{\"max_depth\":8}}", REFEREE_NUL, NULL));
  CHECK(referee_config_set_json(config, "{\"limits\":{\"max_width\":8}}", REFEREE_NUL, &error) ==
        REFEREE_INVALID_ARGUMENT);
  CHECK(equals(referee_error_pointer(error), "/limits/max_width"));
  referee_error_free(error);
  CHECK(referee_config_set_json(config, "{\"limits\":{\"max_depth\":0}}", REFEREE_NUL, NULL) ==
        REFEREE_INVALID_ARGUMENT);
  referee_config_free(config);
}

static int log_lines, destroyed;
static void on_log(void *user_data, int32_t level, referee_str message) {
  CHECK(user_data == &log_lines);
  CHECK(level == REFEREE_LOG_INFO);
  CHECK(message.size > 0 && !contains(message, "Weber"));
  ++log_lines;
}
static void on_destroy(void *user_data) {
  CHECK(user_data == &log_lines);
  ++destroyed;
}

static void log_data_is_destroyed_once_after_its_last_user(void) {
  world in = make_world();
  referee_config *config;
  referee_decision *decision;
  referee_engine_free(in.engine);
  OK(referee_config_new(&config, NULL));
  OK(referee_config_set_log(config, on_log, &log_lines, on_destroy, NULL));
  OK(referee_engine_new(config, &in.engine, NULL));
  referee_config_free(config);
  CHECK(destroyed == 0);
  OK(submit(in, kSubmission, NULL, &decision, NULL));
  CHECK(log_lines == 1);
  referee_decision_free(decision);
  free_world(in);
  CHECK(destroyed == 1);

  CHECK(referee_config_set_log(NULL, on_log, &log_lines, on_destroy, NULL) ==
        REFEREE_INVALID_ARGUMENT);
  CHECK(destroyed == 2);
}

static void a_policy_survives_its_own_document(void) {
  referee_policy *standard, *again, *changed;
  referee_error *error;
  referee_str json;
  OK(referee_policy_standard(&standard, NULL));
  json = referee_policy_json(standard);
  CHECK(contains(json, "referee.policy/1"));
  CHECK(referee_policy_id(standard).size > 0);
  CHECK(referee_policy_version(standard).size > 0);
  OK(referee_policy_from_json(json.data, json.size, NULL, &again, NULL));
  CHECK(equals(referee_policy_hash(again), referee_policy_hash(standard).data));

  OK(referee_policy_with_parameters(standard, "{\"enterprise_employees\":500}", REFEREE_NUL,
                                    &changed, NULL));
  CHECK(!equals(referee_policy_hash(changed), referee_policy_hash(standard).data));
  referee_policy_free(changed);
  CHECK(referee_policy_with_parameters(standard, "{\"no_such\":1}", REFEREE_NUL, &changed,
                                       &error) == REFEREE_INVALID_ARGUMENT);
  CHECK(changed == NULL);
  CHECK(equals(referee_error_pointer(error), "/parameters/no_such"));
  referee_error_free(error);
  referee_policy_free(standard);
  referee_policy_free(again);
}

/* --- decisions ------------------------------------------------------------------------------- */

static void a_decision_says_the_same_in_accessors_and_json(void) {
  world in = make_world();
  referee_decision *first, *rival;
  size_t i, count;
  char part[200];
  OK(submit(in, kSubmission, NULL, &first, NULL));
  OK(submit(in, kRival, NULL, &rival, NULL));
  CHECK(equals(referee_decision_submission_id(rival), "s-2"));
  CHECK(referee_decision_sequence(first) == 1);
  CHECK(referee_decision_sequence(rival) == 2);
  CHECK(equals(referee_decision_referral_id(rival), referee_decision_referral_id(first).data));
  CHECK(referee_decision_recommendation(rival) == REFEREE_RECOMMENDATION_REVIEW);
  CHECK(referee_decision_confidence(rival) == REFEREE_CONFIDENCE_DISPUTED);
  CHECK(referee_decision_lane(rival, REFEREE_LANE_ATTRIBUTION) == REFEREE_LANE_STATE_STOP);
  CHECK(referee_decision_lane(rival, 99) == REFEREE_LANE_STATE_NONE);
  CHECK(contains(referee_decision_json(rival), "\"recommendation\":\"review\""));
  CHECK(contains(referee_decision_json(rival), "\"schema\":\"referee.decision/1\""));

  count = referee_decision_finding_count(rival);
  CHECK(count > 10);
  for (i = 0; i < count; ++i) {
    const referee_finding *finding = referee_decision_finding_at(rival, i);
    snprintf(part, sizeof part, "\"code\":\"%s\"", referee_finding_code(finding).data);
    CHECK(contains(referee_decision_json(rival), part));
    CHECK(referee_verdict_name(referee_finding_verdict(finding)).size > 0);
    CHECK(referee_lane_name(referee_finding_lane(finding)).size > 0);
  }
  CHECK(referee_decision_finding_at(rival, count) == NULL);

  CHECK(referee_decision_conflict_count(rival) >= 1);
  CHECK(referee_conflict_kind(referee_decision_conflict_at(rival, 0)).size > 0);
  CHECK(referee_conflict_review_role(referee_decision_conflict_at(rival, 0)).size > 0);

  count = referee_decision_match_count(first);
  CHECK(count >= 2);
  for (i = 0; i < count; ++i) {
    const referee_match *match = referee_decision_match_at(first, i);
    CHECK(referee_match_probability(match) >= 0 && referee_match_probability(match) < 1);
    CHECK(referee_match_band(match) != REFEREE_BAND_NONE);
    CHECK(referee_match_type(match).size > 0 && referee_match_id(match).size > 0);
  }
  referee_decision_free(first);
  referee_decision_free(rival);
  free_world(in);
}

static void the_same_key_gives_the_same_bytes_and_other_content_is_refused(void) {
  world in = make_world();
  referee_decision *first, *again;
  referee_error *error;
  OK(submit(in, kSubmission, NULL, &first, NULL));
  OK(submit(in, kSubmission, NULL, &again, NULL));
  CHECK(equals(referee_decision_json(again), referee_decision_json(first).data));
  referee_decision_free(again);
  CHECK(submit(in, kReusedKey, NULL, &again, &error) == REFEREE_ALREADY_EXISTS);
  CHECK(again == NULL);
  CHECK(equals(referee_error_pointer(error), "/idempotency_key"));
  referee_error_free(error);
  referee_decision_free(first);
  free_world(in);
}

static void what_was_decided_does_not_depend_on_the_store_or_the_order_of_records(void) {
  world in = make_world();
  world other = make_world();
  referee_decision *a, *b;
  OK(submit(in, kSubmission, NULL, &a, NULL));
  OK(submit(other, kSubmission, NULL, &b, NULL));
  CHECK(equals(referee_decision_json(b), referee_decision_json(a).data));
  referee_decision_free(a);
  referee_decision_free(b);
  free_world(in);
  free_world(other);
}

static void parts_that_are_left_out_are_not_made(void) {
  world in = make_world();
  referee_call_options options = REFEREE_CALL_OPTIONS_INIT;
  referee_decision *decision;
  options.omit_parts = REFEREE_PART_MATCHES | REFEREE_PART_OUTPUTS;
  OK(submit(in, kSubmission, &options, &decision, NULL));
  CHECK(referee_decision_match_count(decision) == 0);
  CHECK(!contains(referee_decision_json(decision), "\"outputs\":"));
  CHECK(contains(referee_decision_json(decision), "\"counterfactuals\":"));
  referee_decision_free(decision);
  options.omit_parts = 1u << 20;
  CHECK(submit(in, kSubmission, &options, &decision, NULL) == REFEREE_UNIMPLEMENTED);
  free_world(in);
  in = make_world(); /* The first one remembers the key and its answer. */
  options.omit_parts = REFEREE_PART_COUNTERFACTUALS;
  OK(submit(in, kSubmission, &options, &decision, NULL));
  CHECK(!contains(referee_decision_json(decision), "\"counterfactuals\":"));
  referee_decision_free(decision);
  free_world(in);
}

static void the_instant_is_the_callers(void) {
  world in = make_world();
  referee_call_options options = REFEREE_CALL_OPTIONS_INIT;
  referee_decision *decision;
  referee_error *error;
  options.as_of.data = "2026-07-01T00:00:00Z";
  options.as_of.size = REFEREE_NUL;
  OK(submit(in, kSubmission, &options, &decision, NULL));
  CHECK(contains(referee_decision_json(decision), "\"as_of\":\"2026-07-01T00:00:00Z\""));
  referee_decision_free(decision);
  options.as_of.data = "yesterday";
  CHECK(submit(in, kRival, &options, &decision, &error) == REFEREE_INVALID_ARGUMENT);
  CHECK(equals(referee_error_pointer(error), "/as_of"));
  referee_error_free(error);
  free_world(in);
}

static void tenants_do_not_see_each_other(void) {
  world in = make_world();
  referee_call_options options = REFEREE_CALL_OPTIONS_INIT;
  referee_decision *a, *b;
  options.tenant.data = "north";
  options.tenant.size = REFEREE_NUL;
  OK(submit(in, kSubmission, &options, &a, NULL));
  options.tenant.data = "south";
  OK(submit(in, kRival, &options, &b, NULL));
  CHECK(referee_decision_sequence(b) == 1);
  CHECK(!equals(referee_decision_referral_id(b), referee_decision_referral_id(a).data));
  referee_decision_free(a);
  referee_decision_free(b);
  free_world(in);
}

/* --- options --------------------------------------------------------------------------------- */

static void a_newer_caller_may_pass_more_than_we_know(void) {
  struct {
    referee_call_options known;
    int64_t from_the_future;
  } options = {REFEREE_CALL_OPTIONS_INIT, 0};
  world in = make_world();
  referee_decision *decision;

  options.known.struct_size = sizeof options;
  OK(submit(in, kSubmission, &options.known, &decision, NULL));
  referee_decision_free(decision);

  options.from_the_future = 1; /* asks for something: must not be ignored */
  CHECK(submit(in, kSubmission, &options.known, &decision, NULL) == REFEREE_UNIMPLEMENTED);

  options.known.struct_size = 0; /* forgotten */
  CHECK(submit(in, kSubmission, &options.known, &decision, NULL) == REFEREE_INVALID_ARGUMENT);
  options.known.struct_size = (size_t)-1;
  CHECK(submit(in, kSubmission, &options.known, &decision, NULL) == REFEREE_INVALID_ARGUMENT);
  free_world(in);
}

static void a_cancelled_call_commits_nothing(void) {
  world in = make_world();
  referee_call_options options = REFEREE_CALL_OPTIONS_INIT;
  referee_cancel *cancel;
  referee_decision *decision;
  OK(referee_cancel_new(&cancel, NULL));
  options.cancel = cancel;
  referee_cancel_request(cancel);
  CHECK(submit(in, kSubmission, &options, &decision, NULL) == REFEREE_CANCELLED);
  CHECK(decision == NULL);
  referee_cancel_free(cancel);
  OK(submit(in, kSubmission, NULL, &decision, NULL));
  CHECK(referee_decision_sequence(decision) == 1);
  referee_decision_free(decision);
  free_world(in);
}

static int32_t stop_at_once(void *user_data, uint64_t done, uint64_t total) {
  (void)done;
  (void)total;
  ++*(int *)user_data;
  return 7;
}

static void a_progress_function_can_stop_a_load(void) {
  enum { kLines = 20000 };
  static char bytes[kLines * 40];
  referee_corpus *corpus;
  referee_call_options options = REFEREE_CALL_OPTIONS_INIT;
  referee_error *error;
  int i, calls = 0;
  size_t size = 0;
  for (i = 0; i < kLines; ++i) {
    size += (size_t)sprintf(bytes + size, "{\"type\":\"partner\",\"id\":\"p-%d\"}\n", i);
  }
  OK(referee_corpus_new(&corpus, NULL));
  options.progress = stop_at_once;
  options.progress_data = &calls;
  CHECK(referee_corpus_load_ndjson(corpus, "r", 1, bytes, size, &options, &error) ==
        REFEREE_CANCELLED);
  CHECK(calls == 1);
  CHECK(contains(referee_error_message(error), "7"));
  referee_error_free(error);
  CHECK(count_of(corpus) == 0);
  referee_corpus_free(corpus);
}

static void a_document_beyond_the_limit_is_refused(void) {
  world in = make_world();
  referee_call_options options = REFEREE_CALL_OPTIONS_INIT;
  referee_decision *decision;
  options.max_document_bytes = 16;
  CHECK(submit(in, kSubmission, &options, &decision, NULL) == REFEREE_RESOURCE_EXHAUSTED);
  options.max_document_bytes = -1;
  CHECK(submit(in, kSubmission, &options, &decision, NULL) == REFEREE_INVALID_ARGUMENT);
  free_world(in);
}

/* --- matching and expressions ---------------------------------------------------------------- */

static void matching_decides_and_keeps_nothing(void) {
  world in = make_world();
  referee_document *document;
  referee_decision *decision;
  OK(referee_engine_match(in.engine, in.policy, in.snapshot, kSubmission, REFEREE_NUL, NULL,
                          &document, NULL));
  CHECK(contains(referee_document_json(document), "\"schema\":\"referee.matches/1\""));
  CHECK(contains(referee_document_json(document), "\"c-1\""));
  referee_document_free(document);
  OK(submit(in, kSubmission, NULL, &decision, NULL));
  CHECK(referee_decision_sequence(decision) == 1);
  referee_decision_free(decision);
  free_world(in);
}

static void expect_answer(const char *expression, const char *bindings, referee_mode mode,
                          const char *answer) {
  referee_document *document;
  OK(referee_expression_eval(expression, REFEREE_NUL, bindings, REFEREE_NUL, NULL, 0, mode, NULL,
                             &document, NULL));
  if (!contains(referee_document_json(document), answer)) {
    printf("%s: %s\n", expression, referee_document_json(document).data);
  }
  CHECK(contains(referee_document_json(document), answer));
  referee_document_free(document);
}

static void an_expression_answers_with_a_value_an_unknown_or_an_error(void) {
  referee_document *document = GARBAGE(referee_document);
  expect_answer("1 + 2", "", REFEREE_MODE_STRICT, "{\"value\":3}");
  expect_answer("a.b", "{\"a\":{\"b\":null}}", REFEREE_MODE_EVIDENCE, "\"path\":\"a.b\"");
  expect_answer("1 +", "", REFEREE_MODE_STRICT, "\"error\"");
  CHECK(referee_expression_eval("1", 1, "[", 1, NULL, 0, REFEREE_MODE_STRICT, NULL, &document,
                                NULL) == REFEREE_INVALID_ARGUMENT);
  CHECK(document == NULL);
  CHECK(referee_expression_eval("1", 1, NULL, 0, NULL, 0, 9, NULL, &document, NULL) ==
        REFEREE_INVALID_ARGUMENT);
}

/* --- store files ------------------------------------------------------------------------------ */

static referee_call_options at(const char *as_of) {
  referee_call_options options = REFEREE_CALL_OPTIONS_INIT;
  options.as_of.data = as_of;
  options.as_of.size = REFEREE_NUL;
  return options;
}

static void a_store_file_is_audited_replayed_and_erased_from(void) {
  static const char kPath[] = "contract_test.db";
  static const char kErasure[] = "{\"type\":\"erasure\",\"id\":\"er-1\",\"submission_id\":\"s-1\"}";
  world in = make_world();
  referee_decision *first, *again;
  referee_document *document, *check;
  referee_store_options options = REFEREE_STORE_OPTIONS_INIT;
  referee_call_options july = at("2026-07-01T00:00:00Z");
  referee_replay outcome;
  uint64_t count = 0;
  int32_t is_good = 0;
  remove(kPath);
  referee_store_free(in.store);
  OK(referee_store_open(kPath, REFEREE_NUL, NULL, &in.store, NULL));
  OK(submit(in, kSubmission, NULL, &first, NULL));
  referee_store_free(in.store);
  OK(referee_store_open(kPath, REFEREE_NUL, &options, &in.store, NULL));
  OK(submit(in, kSubmission, NULL, &again, NULL));
  CHECK(equals(referee_decision_json(again), referee_decision_json(first).data));
  CHECK(referee_decision_recommendation(again) == referee_decision_recommendation(first));
  CHECK(referee_decision_finding_count(again) == referee_decision_finding_count(first));
  CHECK(referee_decision_match_count(again) == referee_decision_match_count(first));
  referee_decision_free(again);
  referee_decision_free(first);

  OK(referee_store_entry_count(in.store, NULL, &count, NULL));
  CHECK(count == 1);
  OK(referee_store_audit_verify(in.store, NULL, 0, NULL, &is_good, &document, NULL));
  CHECK(is_good == 1 && contains(referee_document_json(document), "\"sound\":true"));
  referee_document_free(document);
  OK(referee_engine_replay(in.engine, in.store, 1, NULL, &outcome, &document, NULL));
  CHECK(outcome == REFEREE_REPLAY_SAME);
  referee_document_free(document);
  CHECK(referee_engine_replay(in.engine, in.store, 2, NULL, NULL, &document, NULL) ==
        REFEREE_NOT_FOUND);

  OK(referee_store_audit_prove(in.store, 1, REFEREE_DISCLOSE_INPUT, NULL, &document, NULL));
  OK(referee_audit_check(referee_document_json(document).data, referee_document_json(document).size,
                         NULL, 0, NULL, &is_good, &check, NULL));
  CHECK(is_good == 1 && contains(referee_document_json(check), "\"valid\":true"));
  referee_document_free(check);
  referee_document_free(document);
  CHECK(referee_audit_check("{}", 2, NULL, 0, NULL, NULL, &check, NULL) ==
        REFEREE_INVALID_ARGUMENT);

  CHECK(referee_store_erase(in.store, kErasure, REFEREE_NUL, NULL, &document, NULL) ==
        REFEREE_INVALID_ARGUMENT);
  OK(referee_store_erase(in.store, kErasure, REFEREE_NUL, &july, &document, NULL));
  CHECK(contains(referee_document_json(document), "\"entries\":[1]"));
  referee_document_free(document);
  OK(referee_engine_replay(in.engine, in.store, 1, NULL, &outcome, &document, NULL));
  CHECK(outcome == REFEREE_REPLAY_ERASED);
  referee_document_free(document);
  OK(referee_engine_replay(in.engine, in.store, 2, NULL, &outcome, &document, NULL));
  CHECK(outcome == REFEREE_REPLAY_NONE);
  referee_document_free(document);
  free_world(in);
  remove(kPath);
}

static void a_retry_of_what_was_erased_says_so(void) {
  static const char kPath[] = "contract_test.db";
  static const char kErasure[] = "{\"type\":\"erasure\",\"id\":\"er-1\",\"submission_id\":\"s-1\"}";
  world in = make_world();
  referee_decision *decision;
  referee_document *document;
  referee_error *error;
  referee_call_options july = at("2026-07-01T00:00:00Z");
  remove(kPath);
  referee_store_free(in.store);
  OK(referee_store_open(kPath, REFEREE_NUL, NULL, &in.store, NULL));
  OK(submit(in, kSubmission, NULL, &decision, NULL));
  referee_decision_free(decision);
  OK(referee_store_erase(in.store, kErasure, REFEREE_NUL, &july, &document, NULL));
  referee_document_free(document);
  CHECK(submit(in, kSubmission, NULL, &decision, &error) == REFEREE_FAILED_PRECONDITION);
  CHECK(equals(referee_error_code(error), "erased"));
  CHECK(contains(referee_error_message(error), "sha256:"));
  referee_error_free(error);
  free_world(in);
  remove(kPath);
}

static void a_store_in_memory_keeps_no_journal(void) {
  world in = make_world();
  referee_document *document = GARBAGE(referee_document);
  CHECK(referee_store_audit_verify(in.store, NULL, 0, NULL, NULL, &document, NULL) ==
        REFEREE_FAILED_PRECONDITION);
  CHECK(document == NULL);
  free_world(in);
}

static void a_store_that_cannot_be_opened_says_why(void) {
  referee_store *store = GARBAGE(referee_store);
  referee_store_options options = REFEREE_STORE_OPTIONS_INIT;
  CHECK(referee_store_open("no/such/folder/s.db", REFEREE_NUL, NULL, &store, NULL) ==
        REFEREE_NOT_FOUND);
  CHECK(store == NULL);
  CHECK(referee_store_open("", 0, NULL, &store, NULL) == REFEREE_INVALID_ARGUMENT);
  options.sign_key.data = "short";
  options.sign_key.size = REFEREE_NUL;
  CHECK(referee_store_open("x.db", REFEREE_NUL, &options, &store, NULL) ==
        REFEREE_INVALID_ARGUMENT);
  options.struct_size = 0;
  CHECK(referee_store_open("x.db", REFEREE_NUL, &options, &store, NULL) ==
        REFEREE_INVALID_ARGUMENT);
}

static void tables_are_changed_before_the_first_record(void) {
  static const char kTables[] =
      "{\"schema\":\"referee.tables/1\","
      "\"free_mail_domains\":{\"add\":[\"falkenried.example\"]}}";
  static const char kBad[] =
      "{\"schema\":\"referee.tables/1\",\"nicknames\":{\"add\":[[\"al\",7]]}}";
  world in = make_world();
  referee_corpus *corpus;
  referee_decision *decision;
  referee_error *error;
  OK(referee_corpus_new(&corpus, NULL));
  CHECK(referee_corpus_set_tables_json(NULL, kTables, REFEREE_NUL, NULL) ==
        REFEREE_INVALID_ARGUMENT);
  CHECK(referee_corpus_set_tables_json(corpus, kBad, REFEREE_NUL, &error) ==
        REFEREE_INVALID_ARGUMENT);
  CHECK(equals(referee_error_pointer(error), "/nicknames/add/0/1"));
  referee_error_free(error);
  OK(referee_corpus_set_tables_json(corpus, kTables, REFEREE_NUL, &error));
  CHECK(error == NULL);
  OK(referee_corpus_load_ndjson(corpus, "r", 1, kRecords, REFEREE_NUL, NULL, NULL));
  CHECK(referee_corpus_set_tables_json(corpus, kTables, REFEREE_NUL, NULL) ==
        REFEREE_FAILED_PRECONDITION);
  referee_snapshot_free(in.snapshot);
  OK(referee_corpus_snapshot(corpus, &in.snapshot, NULL));
  OK(submit(in, kSubmission, NULL, &decision, NULL));
  CHECK(contains(referee_decision_json(decision), "\"tables\":{\"hash\":\"sha256:"));
  referee_decision_free(decision);
  referee_corpus_free(corpus);
  free_world(in);
}

int main(void) {
  the_library_says_the_version_of_its_header();
  a_name_is_never_null_whatever_the_number();
  every_free_accepts_null();
  accessors_of_null_give_the_empty_value();
  handles_may_be_freed_in_any_order();
  inputs_may_be_freed_as_soon_as_the_call_returns();
  an_error_is_written_whatever_was_there_before();
  a_null_handle_is_an_invalid_argument();
  a_bad_record_refuses_the_whole_load_and_names_the_line();
  a_corpus_loads_replaces_and_removes();
  a_snapshot_does_not_see_later_changes();
  a_type_and_id_occur_once_in_a_load_of_several_files();
  an_unknown_member_is_kept_and_reported_once();
  tables_are_changed_before_the_first_record();
  a_config_names_the_setting_that_is_wrong();
  log_data_is_destroyed_once_after_its_last_user();
  a_policy_survives_its_own_document();
  a_decision_says_the_same_in_accessors_and_json();
  the_same_key_gives_the_same_bytes_and_other_content_is_refused();
  what_was_decided_does_not_depend_on_the_store_or_the_order_of_records();
  parts_that_are_left_out_are_not_made();
  the_instant_is_the_callers();
  tenants_do_not_see_each_other();
  a_newer_caller_may_pass_more_than_we_know();
  a_cancelled_call_commits_nothing();
  a_progress_function_can_stop_a_load();
  a_document_beyond_the_limit_is_refused();
  matching_decides_and_keeps_nothing();
  an_expression_answers_with_a_value_an_unknown_or_an_error();
  a_store_file_is_audited_replayed_and_erased_from();
  a_retry_of_what_was_erased_says_so();
  a_store_in_memory_keeps_no_journal();
  a_store_that_cannot_be_opened_says_why();
  printf("%d passed, %d failed\n", checks_passed, checks_failed);
  return checks_failed == 0 ? 0 : 1;
}
