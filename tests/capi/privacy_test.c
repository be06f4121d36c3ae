/* An error names the place, never the value: whatever is wrong with a document, nothing of what it
 * says about a person comes back in an error, where it would land in somebody's log. */
#include <referee/referee.h>
#include <stdio.h>
#include <string.h>

#include "check.h"

/* Stands for what must not come back. */
#define SECRET "Geheimrat"

static const char *const kBadRecords[] = {
    SECRET,
    "\"" SECRET "\"",
    "{\"type\":\"contact\",\"id\":\"c\",\"first_name\":\"" SECRET,
    "{\"type\":\"contact\",\"id\":\"c\"}" SECRET,
    "{\"type\":\"contact\",\"id\":\"c\",\"first_name\":\"" SECRET "\",\"first_name\":\"x\"}",
    "{\"type\":\"contact\",\"id\":\"c\",\"first_name\":\"" SECRET "\xff\"}",
    "{\"type\":\"" SECRET "\",\"id\":\"c\"}",
    "{\"type\":\"contact\",\"id\":[\"" SECRET "\"]}",
    "{\"type\":\"contact\",\"id\":\"" SECRET "\"}\n{\"type\":\"contact\",\"id\":\"" SECRET "\"}",
    "{\"type\":\"contact\",\"id\":\"c\",\"first_name\":{\"x\":\"" SECRET "\"}}",
    "{\"type\":\"contact\",\"id\":\"c\",\"emails\":[\"a@b.example\",[\"" SECRET "\"]]}",
    "{\"type\":\"contact\",\"id\":\"c\",\"birth_date\":\"" SECRET "\"}",
    "{\"type\":\"account\",\"id\":\"a\",\"kind\":\"" SECRET "\"}",
    "{\"type\":\"account\",\"id\":\"a\",\"employees\":\"" SECRET "\"}",
    "{\"type\":\"touch\",\"id\":\"t\",\"at\":\"" SECRET "\"}",
    "{\"type\":\"opportunity\",\"id\":\"o\",\"amount\":{\"minor\":\"" SECRET
    "\",\"currency\":\"EUR\"}}",
    "{\"type\":\"opportunity\",\"id\":\"o\",\"amount\":{\"minor\":1,\"currency\":\"" SECRET "\"}}"};

static const char *const kBadSubmissions[] = {
    "{\"type\":\"submission\",\"id\":\"s\",\"intent\":\"" SECRET "\"}",
    "{\"type\":\"submission\",\"id\":\"s\",\"intent\":\"referral\",\"received_at\":\"" SECRET "\"}",
    "{\"type\":\"submission\",\"id\":\"s\",\"intent\":\"referral\",\"lead\":\"" SECRET "\"}",
    "{\"type\":\"submission\",\"id\":\"s\",\"intent\":\"referral\",\"lead\":{\"last_name\":"
    "\"" SECRET "\"}}"};

static void expect_no_secret(referee_error *error, const char *document) {
  size_t i;
  CHECK(error != NULL);
  if (strstr(referee_error_json(error).data, SECRET) != NULL) {
    printf("%s\n  gives %s\n", document, referee_error_json(error).data);
  }
  for (i = 0; i < referee_error_issue_count(error); ++i) {
    const referee_error *issue = referee_error_issue_at(error, i);
    CHECK(strstr(referee_error_message(issue).data, SECRET) == NULL);
    CHECK(strstr(referee_error_pointer(issue).data, SECRET) == NULL);
    CHECK(strstr(referee_error_json(issue).data, SECRET) == NULL);
  }
  referee_error_free(error);
}

static void a_record_that_is_wrong_is_not_repeated(void) {
  size_t i;
  for (i = 0; i < sizeof kBadRecords / sizeof *kBadRecords; ++i) {
    referee_corpus *corpus;
    referee_error *error;
    CHECK(referee_corpus_new(&corpus, NULL) == REFEREE_OK);
    CHECK(referee_corpus_load_ndjson(corpus, "crm", REFEREE_NUL, kBadRecords[i], REFEREE_NUL, NULL,
                                     &error) != REFEREE_OK);
    expect_no_secret(error, kBadRecords[i]);
    referee_corpus_free(corpus);
  }
}

static void a_row_that_is_wrong_is_not_repeated(void) {
  static const char kRows[] = "Id,LastName,Email,CreatedDate\n00Q1,Weber,w@x.example," SECRET "\n";
  referee_corpus *corpus;
  referee_error *error;
  CHECK(referee_corpus_new(&corpus, NULL) == REFEREE_OK);
  CHECK(referee_corpus_load_csv(corpus, "salesforce:lead", REFEREE_NUL, "Leads.csv", REFEREE_NUL,
                                kRows, REFEREE_NUL, NULL, &error) != REFEREE_OK);
  expect_no_secret(error, kRows);
  referee_corpus_free(corpus);
}

static void a_submission_that_is_wrong_is_not_repeated(void) {
  referee_engine *engine;
  referee_policy *policy;
  referee_corpus *corpus;
  referee_snapshot *snapshot;
  referee_store *store;
  size_t i;
  CHECK(referee_engine_new(NULL, &engine, NULL) == REFEREE_OK);
  CHECK(referee_policy_standard(&policy, NULL) == REFEREE_OK);
  CHECK(referee_store_new_memory(&store, NULL) == REFEREE_OK);
  CHECK(referee_corpus_new(&corpus, NULL) == REFEREE_OK);
  CHECK(referee_corpus_snapshot(corpus, &snapshot, NULL) == REFEREE_OK);
  for (i = 0; i < sizeof kBadSubmissions / sizeof *kBadSubmissions; ++i) {
    referee_decision *decision;
    referee_error *error;
    CHECK(referee_engine_submit(engine, policy, snapshot, store, kBadSubmissions[i], REFEREE_NUL,
                                NULL, &decision, &error) != REFEREE_OK);
    expect_no_secret(error, kBadSubmissions[i]);
  }
  referee_snapshot_free(snapshot);
  referee_corpus_free(corpus);
  referee_store_free(store);
  referee_policy_free(policy);
  referee_engine_free(engine);
}

int main(void) {
  a_record_that_is_wrong_is_not_repeated();
  a_row_that_is_wrong_is_not_repeated();
  a_submission_that_is_wrong_is_not_repeated();
  printf("%d passed, %d failed\n", checks_passed, checks_failed);
  return checks_failed == 0 ? 0 : 1;
}
