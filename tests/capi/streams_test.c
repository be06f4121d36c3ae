/* The library prints nothing, and needs no standard stream: it works when all three are closed and
 * does not mistake a file that got their numbers for them. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <referee/referee.h>

#include "fixture.h"

/* A load, a decision and three failures; returns how many answers were wrong. */
static int work(void) {
  referee_engine *engine;
  referee_policy *policy, *broken;
  referee_corpus *corpus;
  referee_snapshot *snapshot;
  referee_store *store;
  referee_decision *decision;
  int wrong = 0;
  if (referee_engine_new(NULL, &engine, NULL) || referee_policy_standard(&policy, NULL) ||
      referee_corpus_new(&corpus, NULL) || referee_store_new_memory(&store, NULL)) {
    return 1;
  }
  wrong +=
      referee_corpus_load_ndjson(corpus, "r", 1, kRecords, REFEREE_NUL, NULL, NULL) != REFEREE_OK;
  wrong += referee_corpus_load_ndjson(corpus, "r", 1, "{", 1, NULL, NULL) == REFEREE_OK;
  wrong += referee_corpus_snapshot(corpus, &snapshot, NULL) != REFEREE_OK;
  wrong += referee_engine_submit(engine, policy, snapshot, store, kWrong, REFEREE_NUL, NULL,
                                 &decision, NULL) == REFEREE_OK;
  wrong += referee_policy_from_json("{}", 2, NULL, &broken, NULL) == REFEREE_OK;
  wrong += referee_engine_submit(engine, policy, snapshot, store, kSubmission, REFEREE_NUL, NULL,
                                 &decision, NULL) != REFEREE_OK;
  referee_decision_free(decision);
  referee_store_free(store);
  referee_snapshot_free(snapshot);
  referee_corpus_free(corpus);
  referee_policy_free(policy);
  referee_engine_free(engine);
  return wrong;
}

int main(void) {
  int saved = dup(1);
  FILE *written = tmpfile();
  int wrong;
  long size;
  if (saved < 0 || written == NULL) return 2;

  dup2(fileno(written), 1);
  dup2(fileno(written), 2);
  wrong = work();
  fflush(NULL);
  size = lseek(fileno(written), 0, SEEK_END);

  close(0);
  close(1);
  close(2);
  wrong += work();

  dup2(saved, 1);
  printf("%d wrong answers, %ld bytes printed\n", wrong, size);
  return wrong == 0 && size == 0 ? 0 : 1;
}
