/* A thousand times dlopen, call, dlclose: no crash and no growth.
 *
 *   unload_test LIBRARY */
#include <dlfcn.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <referee/referee.h>

#include "check.h"

enum { kRounds = 1000, kWarmUp = 100 };

/* Looks up a function without casting an object pointer to a function pointer. */
#define LOAD(function)                                  \
  do {                                                  \
    void *found = dlsym(library, "referee_" #function); \
    CHECK(found != NULL);                               \
    memcpy(&function, &found, sizeof found);            \
  } while (0)

static void call_once(const char *path) {
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  referee_status (*engine_new)(const referee_config *, referee_engine **, referee_error **);
  void (*engine_free)(referee_engine *);
  referee_status (*expression_eval)(const char *, size_t, const char *, size_t, const char *,
                                    size_t, referee_mode, const referee_call_options *,
                                    referee_document **, referee_error **);
  void (*document_free)(referee_document *);
  referee_engine *engine = NULL;
  referee_document *document = NULL;
  CHECK(library != NULL);
  if (library == NULL) return;
  LOAD(engine_new);
  LOAD(engine_free);
  LOAD(expression_eval);
  LOAD(document_free);
  CHECK(engine_new(NULL, &engine, NULL) == REFEREE_OK);
  CHECK(expression_eval("'a'.matches('[a-z]')", REFEREE_NUL, NULL, 0, NULL, 0, REFEREE_MODE_STRICT,
                        NULL, &document, NULL) == REFEREE_OK);
  document_free(document);
  engine_free(engine);
  CHECK(dlclose(library) == 0);
}

static long resident_pages(void) {
  long total = 0, resident = 0;
  FILE *file = fopen("/proc/self/statm", "r");
  if (file == NULL) return 0;
  CHECK(fscanf(file, "%ld %ld", &total, &resident) == 2);
  fclose(file);
  return resident;
}

int main(int argc, char **argv) {
  long before = 0, grown;
  int i;
  if (argc != 2) return 2;
  for (i = 0; i < kRounds; ++i) {
    if (i == kWarmUp) before = resident_pages();
    call_once(argv[1]);
  }
  grown = (resident_pages() - before) * sysconf(_SC_PAGESIZE);
  printf("%d rounds, grown by %ld KiB\n", kRounds, grown / 1024);
  CHECK(grown < 2 * 1024 * 1024);
  printf("%d passed, %d failed\n", checks_passed, checks_failed);
  return checks_failed == 0 ? 0 : 1;
}
