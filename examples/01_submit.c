/* One referral in, one decision out. */
#include <referee/referee.h>
#include <stdio.h>
#include <stdlib.h>

static const char kRecords[] =
    "{\"type\":\"partner\",\"id\":\"p-nova\",\"name\":\"Nova Cloud GmbH\",\"program_id\":\"prog\","
    "\"program_status\":[{\"status\":\"active\",\"from\":\"2025-01-01T00:00:00Z\"}]}\n"
    "{\"type\":\"account\",\"id\":\"a-1\",\"name\":\"Falkenried Werke AG\","
    "\"domains\":[\"falkenried.example\"],\"kind\":\"prospect\",\"owner\":\"u-sam\"}\n";

static const char kSubmission[] =
    "{\"type\":\"submission\",\"id\":\"s-1\",\"intent\":\"referral\",\"partner_id\":\"p-nova\","
    "\"program_id\":\"prog\",\"channel\":\"portal\",\"received_at\":\"2026-06-01T10:00:20Z\","
    "\"lead\":{\"first_name\":\"Jonas\",\"last_name\":\"Weber\","
    "\"emails\":[\"jonas.weber@falkenried.example\"]},"
    "\"company\":{\"name\":\"Falkenried Werke\",\"domains\":[\"falkenried.example\"]},"
    "\"consent\":{\"basis\":\"consent\",\"share_forward\":true}}";

static void must(referee_status status, referee_error *error) {
  if (status == REFEREE_OK) return;
  fprintf(stderr, "%s: %s\n", referee_error_pointer(error).data, referee_error_message(error).data);
  exit(1);
}

int main(void) {
  referee_error *error;
  referee_engine *engine;
  referee_policy *policy;
  referee_store *store;
  referee_corpus *corpus;
  referee_snapshot *snapshot;
  referee_decision *decision;
  referee_lane lane;
  size_t i;

  must(referee_engine_new(NULL, &engine, &error), error);
  must(referee_policy_standard(&policy, &error), error);
  must(referee_store_new_memory(&store, &error), error);
  must(referee_corpus_new(&corpus, &error), error);
  must(referee_corpus_load_ndjson(corpus, "records", REFEREE_NUL, kRecords, REFEREE_NUL, NULL,
                                  &error),
       error);
  must(referee_corpus_snapshot(corpus, &snapshot, &error), error);

  must(referee_engine_submit(engine, policy, snapshot, store, kSubmission, REFEREE_NUL, NULL,
                             &decision, &error),
       error);

  printf("recommendation: %s\n",
         referee_recommendation_name(referee_decision_recommendation(decision)).data);
  for (lane = REFEREE_LANE_FIT; lane <= REFEREE_LANE_COMMS; ++lane) {
    printf("%s: %s\n", referee_lane_name(lane).data,
           referee_lane_state_name(referee_decision_lane(decision, lane)).data);
  }
  for (i = 0; i < referee_decision_finding_count(decision); ++i) {
    const referee_finding *finding = referee_decision_finding_at(decision, i);
    if (referee_finding_verdict(finding) == REFEREE_VERDICT_PASS) continue;
    printf("%s %s\n", referee_verdict_name(referee_finding_verdict(finding)).data,
           referee_finding_code(finding).data);
  }

  referee_decision_free(decision);
  referee_snapshot_free(snapshot);
  referee_corpus_free(corpus);
  referee_store_free(store);
  referee_policy_free(policy);
  referee_engine_free(engine);
  return 0;
}
