/* adjudicate RECORDS SUBMISSIONS THREADS: one decision a line, through the C API. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <referee/referee.h>

static void must(referee_status status, referee_error *error) {
  if (status == REFEREE_OK) return;
  fprintf(stderr, "%s\n", referee_error_json(error).data);
  exit(2);
}

/* The whole file, NUL-terminated. */
static char *read_file(const char *path) {
  FILE *file = fopen(path, "rb");
  long size;
  char *bytes;
  if (file == NULL || fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) < 0) exit(2);
  rewind(file);
  bytes = malloc((size_t)size + 1);
  if (bytes == NULL || fread(bytes, 1, (size_t)size, file) != (size_t)size) exit(2);
  bytes[size] = '\0';
  fclose(file);
  return bytes;
}

int main(int argc, char **argv) {
  referee_call_options options = REFEREE_CALL_OPTIONS_INIT;
  referee_error *error;
  referee_engine *engine;
  referee_policy *policy;
  referee_corpus *corpus;
  referee_snapshot *snapshot;
  referee_store *store;
  char *records, *submissions, *line;
  if (argc != 4) return 2;
  options.max_threads = atoi(argv[3]);
  records = read_file(argv[1]);
  submissions = read_file(argv[2]);

  must(referee_engine_new(NULL, &engine, &error), error);
  must(referee_policy_standard(&policy, &error), error);
  must(referee_store_new_memory(&store, &error), error);
  must(referee_corpus_new(&corpus, &error), error);
  must(referee_corpus_load_ndjson(corpus, argv[1], REFEREE_NUL, records, REFEREE_NUL, &options,
                                  &error),
       error);
  must(referee_corpus_snapshot(corpus, &snapshot, &error), error);
  for (line = strtok(submissions, "\n"); line != NULL; line = strtok(NULL, "\n")) {
    referee_decision *decision;
    referee_str json;
    must(referee_engine_submit(engine, policy, snapshot, store, line, REFEREE_NUL, &options,
                               &decision, &error),
         error);
    json = referee_decision_json(decision);
    fwrite(json.data, 1, json.size, stdout);
    putchar('\n');
    referee_decision_free(decision);
  }
  referee_snapshot_free(snapshot);
  referee_corpus_free(corpus);
  referee_store_free(store);
  referee_policy_free(policy);
  referee_engine_free(engine);
  free(records);
  free(submissions);
  return 0;
}
