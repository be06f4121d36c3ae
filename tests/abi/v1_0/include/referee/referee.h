/**
 * referee.h - the whole C API of Referee, which adjudicates partner referrals.
 *
 * READ THIS ONCE; every function below relies on it.
 *
 * Ownership   A function that writes a handle through `T **out` gives it to the
 *             caller, who releases it with the matching referee_T_free().
 *             Every referee_T_free() accepts NULL and never fails; handles may
 *             be freed in any order.  A `referee_str` or `const T *` result is
 *             borrowed: it lives exactly as long as the handle it was read
 *             from.  Inputs are copied or only read during the call; nothing
 *             keeps them.
 * Errors      Fallible functions return referee_status; 0 is success.  The
 *             trailing `referee_error **error` may be NULL.  If it is not, it
 *             is always written: NULL on success, an owned referee_error
 *             otherwise.  Its value on entry is never read, so it need not be
 *             initialised.  On failure every other out-parameter is set to NULL
 *             or zero.
 * Strings     UTF-8, passed as pointer and length.  Pass REFEREE_NUL as the
 *             length of a NUL-terminated string; NULL with length 0 is the
 *             empty string.  Returned text is never NULL and NUL-terminated as
 *             well, but may contain NUL bytes: trust `size`.
 * Threads     `const T *` means: any number of threads, no locking.  `T *`
 *             means: one thread at a time; the two exceptions, referee_store
 *             and referee_cancel, say so.  Handles may move between threads.
 * Failure     No function throws, aborts, exits, prints, starts a thread that
 *             outlives the call, or reads the environment, the locale or the
 *             wall clock.  A NULL handle is REFEREE_INVALID_ARGUMENT where a
 *             status is returned, and the empty value (0, "", NULL) elsewhere.
 * Memory      Inputs are bounded by limits (referee_config_set_json).  There is
 *             no allocator hook: one that covers only a part would be a false
 *             promise.  Running out of memory is REFEREE_RESOURCE_EXHAUSTED.
 *
 * The way through: make an engine, a policy and a store; load records into a
 * corpus and take a snapshot; submit, read the decision, free it.
 */
#ifndef REFEREE_REFEREE_H_
#define REFEREE_REFEREE_H_

#include <stddef.h>
#include <stdint.h>

/* ------------------------------------------------------------------------ */
/* Version                                                                  */
/* ------------------------------------------------------------------------ */

/** The version of this header.  Semantic versioning of the C API. */
#define REFEREE_VERSION_MAJOR 1
#define REFEREE_VERSION_MINOR 0
#define REFEREE_VERSION_PATCH 0

/** The same as one number that grows with the version: 1002003 is 1.2.3. */
#define REFEREE_VERSION_NUMBER                                        \
  (REFEREE_VERSION_MAJOR * 1000000 + REFEREE_VERSION_MINOR * 1000 +   \
   REFEREE_VERSION_PATCH)

#if defined(__GNUC__)
#define REFEREE_API __attribute__((visibility("default")))
#define REFEREE_MUST_CHECK __attribute__((warn_unused_result))
#else
#define REFEREE_API
#define REFEREE_MUST_CHECK
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ------------------------------------------------------------------------ */
/* Text                                                                     */
/* ------------------------------------------------------------------------ */

/**
 * Text as pointer and length.  As a result it is borrowed, `data` is never NULL
 * and `data[size]` is NUL.  As an input `size` may be REFEREE_NUL.
 */
typedef struct referee_str {
  const char *data;
  size_t size;
} referee_str;

/** The length of an input that ends with a NUL byte. */
#define REFEREE_NUL ((size_t)-1)

/** REFEREE_VERSION_NUMBER of the library that is loaded. */
REFEREE_API int32_t referee_version_number(void);

/** The version of the library that is loaded: "1.0.0".  Lives for ever. */
REFEREE_API referee_str referee_version_string(void);

/* ------------------------------------------------------------------------ */
/* Status                                                                   */
/* ------------------------------------------------------------------------ */

/**
 * Outcome of a call.  The numbers are part of the ABI, never reused, and equal
 * to the canonical codes of google.rpc.Code.  New codes may be added in a minor
 * version: treat an unknown code as REFEREE_INTERNAL.
 */
typedef int32_t referee_status;
enum {
  REFEREE_OK = 0,
  REFEREE_CANCELLED = 1,           /* the cancel handle or the callback asked */
  REFEREE_INVALID_ARGUMENT = 3,    /* fix the input; the error says where */
  REFEREE_DEADLINE_EXCEEDED = 4,   /* deadline_ms ran out */
  REFEREE_NOT_FOUND = 5,
  REFEREE_ALREADY_EXISTS = 6,      /* idempotency key used with other content */
  REFEREE_PERMISSION_DENIED = 7,   /* this person may not: the error says who */
  REFEREE_RESOURCE_EXHAUSTED = 8,  /* beyond a limit, or out of memory */
  REFEREE_FAILED_PRECONDITION = 9, /* not in this state: see the function */
  REFEREE_ABORTED = 10,            /* reserved: a second writer */
  REFEREE_UNIMPLEMENTED = 12,      /* asks for what this version lacks */
  REFEREE_INTERNAL = 13,           /* a defect of the library: report it */
  REFEREE_UNAVAILABLE = 14,        /* busy or the disk failed: try again */
  REFEREE_DATA_LOSS = 15           /* a torn or foreign file */
};

/** "OK", "INVALID_ARGUMENT" ...; "UNKNOWN" for other numbers.  For ever. */
REFEREE_API referee_str referee_status_name(referee_status status);

/* ------------------------------------------------------------------------ */
/* Error                                                                    */
/* ------------------------------------------------------------------------ */

/**
 * What went wrong and where.  Immutable: shared freely between threads.  Never
 * holds values from a document, which may be personal: the place is given, and
 * the caller has the value.
 */
typedef struct referee_error referee_error;

/** The status that the failed call returned. */
REFEREE_API referee_status referee_error_status(const referee_error *error);

/** One line for logs.  Its wording is not part of the contract. */
REFEREE_API referee_str referee_error_message(const referee_error *error);

/**
 * The RFC 6901 JSON Pointer of the member that is wrong: "/lead/emails/2".
 * "" when the error has no place in a document, or is the whole document.
 */
REFEREE_API referee_str referee_error_pointer(const referee_error *error);

/** The name that the caller gave to the bytes at fault; "" when none. */
REFEREE_API referee_str referee_error_file(const referee_error *error);

/** Line from 1 in the file or the expression; 0 when it has none. */
REFEREE_API size_t referee_error_line(const referee_error *error);

/** Column from 1, in code points, of an expression's fault; 0 when none. */
REFEREE_API size_t referee_error_column(const referee_error *error);

/** A stable name below the status, such as "cel.no_such_overload"; or "". */
REFEREE_API referee_str referee_error_code(const referee_error *error);

/**
 * The error as one line of JSON, schema "referee.error/1", with the members
 * schema, status, message and, where known, pointer, file, line, column, code.
 */
REFEREE_API referee_str referee_error_json(const referee_error *error);

/**
 * The number of faults that were found: 1, or more where a whole document was
 * checked, as a policy is.
 */
REFEREE_API size_t referee_error_issue_count(const referee_error *error);

/**
 * Fault `index` in the order of the document, borrowed from `error`: 0 is
 * `error` itself; NULL when out of range.
 */
REFEREE_API const referee_error *
referee_error_issue_at(const referee_error *error, size_t index);

/** Releases `error`; NULL is allowed. */
REFEREE_API void referee_error_free(referee_error *error);

/* ------------------------------------------------------------------------ */
/* Per-call options                                                         */
/* ------------------------------------------------------------------------ */

/**
 * A request to stop, for any number of calls.  A signal: unlike other non-const
 * handles it may be used by several threads at once.
 */
typedef struct referee_cancel referee_cancel;

/** Gives a handle that has not been asked to stop. */
REFEREE_API REFEREE_MUST_CHECK referee_status
referee_cancel_new(referee_cancel **out, referee_error **error);

/**
 * Asks every call that uses `cancel`, now or later, to stop.  Calls poll
 * between units of work and stop within about a millisecond.  NULL is ignored.
 */
REFEREE_API void referee_cancel_request(referee_cancel *cancel);

/** Releases `cancel`; NULL is allowed.  No call may be using it. */
REFEREE_API void referee_cancel_free(referee_cancel *cancel);

/**
 * Told how far a long call is: `done` of `total` units, `total` 0 when it is
 * not known.  Called on the thread that made the call; a submission holds its
 * store meanwhile.  Must not call back into the handles of that call, throw, or
 * longjmp.
 *
 * @return 0 to go on; anything else stops the call with REFEREE_CANCELLED
 */
typedef int32_t (*referee_progress_fn)(void *user_data, uint64_t done,
                                       uint64_t total);

/**
 * Told once a call of each member of the input that the contract does not name,
 * as "contact.favourite_colour".  Such a member is kept and never an error; it
 * is often a misspelling.  `member` lives for the call only.  The other rules
 * of referee_progress_fn hold.
 */
typedef void (*referee_unknown_fn)(void *user_data, referee_str member);

/** Parts of a decision that a call may leave out: see options.omit_parts. */
enum {
  REFEREE_PART_MATCHES = 1,
  REFEREE_PART_EXPLANATION = 2, /* of each match, field by field */
  REFEREE_PART_OUTPUTS = 4,
  REFEREE_PART_COUNTERFACTUALS = 8 /* what would turn each conflict and lane */
};

/**
 * Per-call options.  Start from the initialiser, then set what you need:
 *
 *     referee_call_options options = REFEREE_CALL_OPTIONS_INIT;
 *     options.deadline_ms = 50;
 *
 * Fields are only ever appended, and zero always means "as before".  A library
 * older than the caller accepts a larger struct when the part it does not know
 * is all zero, and otherwise returns REFEREE_UNIMPLEMENTED rather than ignore a
 * request it cannot honour.  A function ignores the fields that do not concern
 * it.
 */
typedef struct referee_call_options {
  size_t struct_size;

  /* The instant a decision is made for, RFC 3339 with an offset.  Empty: the
   * submission's received_at. */
  referee_str as_of;

  /* Whose submissions and referrals these are.  Empty is a tenant as well. */
  referee_str tenant;

  const referee_cancel *cancel; /* NULL: cannot be cancelled */
  int64_t deadline_ms;          /* budget of this call; 0: none */

  referee_progress_fn progress; /* NULL: nobody listens */
  void *progress_data;
  referee_unknown_fn unknown; /* NULL: unknown members are not reported */
  void *unknown_data;

  uint32_t omit_parts; /* REFEREE_PART_*; 0: everything is made */
  int32_t max_threads; /* threads a call may use; 0 and 1: only its own */

  int64_t max_document_bytes; /* of one record, submission or policy; 0: */
  int64_t max_depth;          /* of nesting; 0: the engine's or the default */
} referee_call_options;

#define REFEREE_CALL_OPTIONS_INIT                                          \
  {                                                                        \
    sizeof(referee_call_options), {NULL, 0}, {NULL, 0}, NULL, 0, NULL,     \
        NULL, NULL, NULL, 0, 0, 0, 0                                       \
  }

/* ------------------------------------------------------------------------ */
/* Config and engine                                                        */
/* ------------------------------------------------------------------------ */

/** How to make an engine.  One thread at a time. */
typedef struct referee_config referee_config;

/** Turns submissions into decisions.  Immutable: shared freely by threads. */
typedef struct referee_engine referee_engine;

/** Gives a config that holds the defaults. */
REFEREE_API REFEREE_MUST_CHECK referee_status
referee_config_new(referee_config **out, referee_error **error);

/**
 * Sets what the JSON object names and keeps the rest:
 *
 *     {"limits": {"max_document_bytes": 4194304, "max_depth": 64,
 *                 "max_members": 4096, "max_elements": 65536}}
 *
 * These are the defaults.  All or nothing.
 *
 * @return REFEREE_OK
 *         REFEREE_INVALID_ARGUMENT  unknown member, or a value out of range;
 *                                   the pointer says which
 */
REFEREE_API REFEREE_MUST_CHECK referee_status referee_config_set_json(
    referee_config *config, const char *json, size_t json_size,
    referee_error **error);

/** Levels of a log line. */
enum { REFEREE_LOG_INFO = 1, REFEREE_LOG_WARNING = 2, REFEREE_LOG_ERROR = 3 };

/**
 * A line that the engine wants to tell its host.  Called on the thread that
 * made the API call, never while a lock is held.  It must not call back into
 * the same engine, throw, or longjmp.  `message` lives for the call only and
 * never contains personal data.
 */
typedef void (*referee_log_fn)(void *user_data, int32_t level,
                               referee_str message);

/**
 * Installs `log`, or removes it when NULL.  The engine logs one line for each
 * decision.  `destroy`, if not NULL, is called exactly once with `user_data`
 * after the last engine made from `config` and `config` itself are gone, or
 * when another call replaces it - also when this call fails.
 */
REFEREE_API REFEREE_MUST_CHECK referee_status referee_config_set_log(
    referee_config *config, referee_log_fn log, void *user_data,
    void (*destroy)(void *user_data), referee_error **error);

/** Releases `config`; NULL is allowed.  Engines made from it live on. */
REFEREE_API void referee_config_free(referee_config *config);

/** Gives an engine that copies `config`; NULL takes the defaults. */
REFEREE_API REFEREE_MUST_CHECK referee_status
referee_engine_new(const referee_config *config, referee_engine **out,
                   referee_error **error);

/** Releases `engine`; NULL is allowed.  What it gave lives on. */
REFEREE_API void referee_engine_free(referee_engine *engine);

/* ------------------------------------------------------------------------ */
/* Policy                                                                   */
/* ------------------------------------------------------------------------ */

/**
 * Versioned rules, parameters and texts that the engine applies and never makes
 * up.  Immutable: shared freely.
 */
typedef struct referee_policy referee_policy;

/** Gives the complete policy that ships with the library. */
REFEREE_API REFEREE_MUST_CHECK referee_status
referee_policy_standard(referee_policy **out, referee_error **error);

/**
 * Gives the policy of a JSON document, schema "referee.policy/1", checked
 * completely: every expression compiles, every parameter is there.
 *
 * @return REFEREE_OK
 *         REFEREE_INVALID_ARGUMENT    pointer, and line and column of a faulty
 *                                     expression, say where
 *         REFEREE_RESOURCE_EXHAUSTED  larger than the limits of `options`
 */
REFEREE_API REFEREE_MUST_CHECK referee_status referee_policy_from_json(
    const char *json, size_t json_size, const referee_call_options *options,
    referee_policy **out, referee_error **error);

/**
 * Gives a copy of `policy` with parameters replaced by the members of a JSON
 * object: {"same_match": 0.995, "tie_window_minutes": 5}.
 *
 * @return REFEREE_OK
 *         REFEREE_INVALID_ARGUMENT  unknown name or wrong kind; the pointer is
 *                                   "/parameters/NAME"
 */
REFEREE_API REFEREE_MUST_CHECK referee_status referee_policy_with_parameters(
    const referee_policy *policy, const char *json, size_t json_size,
    referee_policy **out, referee_error **error);

/** The id that the document names. */
REFEREE_API referee_str referee_policy_id(const referee_policy *policy);

/** The version that the document names. */
REFEREE_API referee_str referee_policy_version(const referee_policy *policy);

/** "sha256:..." of the canonical document, replaced parameters included. */
REFEREE_API referee_str referee_policy_hash(const referee_policy *policy);

/** The canonical document. */
REFEREE_API referee_str referee_policy_json(const referee_policy *policy);

/** Releases `policy`; NULL is allowed. */
REFEREE_API void referee_policy_free(referee_policy *policy);

/* ------------------------------------------------------------------------ */
/* Corpus and snapshot                                                      */
/* ------------------------------------------------------------------------ */

/** The records that a host knows, being written.  One thread at a time. */
typedef struct referee_corpus referee_corpus;

/** The records of one state.  Immutable: readers never wait for the writer. */
typedef struct referee_snapshot referee_snapshot;

/** Gives an empty corpus. */
REFEREE_API REFEREE_MUST_CHECK referee_status
referee_corpus_new(referee_corpus **out, referee_error **error);

/**
 * Adds or replaces the records of NDJSON text: one JSON object a line with
 * `type` and `id`; empty lines are skipped.  All or nothing: on failure the
 * corpus is as before, and a load that was begun has ended and is taken back.
 * Across loads the newer record replaces the older.
 *
 * @param file_name  how errors call these bytes; nothing is opened
 * @param options    uses cancel, deadline_ms, progress, unknown and the limits
 *
 * @return REFEREE_OK
 *         REFEREE_INVALID_ARGUMENT    a bad record: file, line and pointer
 *         REFEREE_ALREADY_EXISTS      the same type and id twice in one load;
 *                                     the error names both places
 *         REFEREE_RESOURCE_EXHAUSTED  a record larger than the limits
 *         REFEREE_CANCELLED, REFEREE_DEADLINE_EXCEEDED
 *                                     stopped early; nothing was loaded
 */
REFEREE_API REFEREE_MUST_CHECK referee_status referee_corpus_load_ndjson(
    referee_corpus *corpus, const char *file_name, size_t file_name_size,
    const char *bytes, size_t bytes_size, const referee_call_options *options,
    referee_error **error);

/**
 * The same for a CSV export of a CRM; its rows become records when the load
 * ends, so that the files of one load may come in any order.  `mapping` names
 * a shipped mapping and, after a colon, the object: "salesforce:lead",
 * "hubspot:contact"; without an object it is taken from `file_name`
 * ("Leads.csv").
 *
 * @return as referee_corpus_load_ndjson(), and
 *         REFEREE_NOT_FOUND  there is no such mapping or object
 */
REFEREE_API REFEREE_MUST_CHECK referee_status referee_corpus_load_csv(
    referee_corpus *corpus, const char *mapping, size_t mapping_size,
    const char *file_name, size_t file_name_size, const char *bytes,
    size_t bytes_size, const referee_call_options *options,
    referee_error **error);

/**
 * Adds the host's own columns to the shipped mappings, for later calls of
 * referee_corpus_load_csv(): a document such as
 *
 *     {"schema": "referee.mapping/1",
 *      "salesforce": {"lead": {"Partner_Code__c": "partner_id"}}}
 *
 * where a value may also be {"path": ..., "as": ...} with `as` one of text,
 * list, bool, time, day, epoch, integer.
 */
REFEREE_API REFEREE_MUST_CHECK referee_status referee_corpus_set_mapping_json(
    referee_corpus *corpus, const char *json, size_t json_size,
    referee_error **error);

/**
 * Changes the tables of normalisation that ship, for the records of this corpus
 * and all that is matched with its snapshots: a document such as
 *
 *     {"schema": "referee.tables/1",
 *      "free_mail_domains": {"add": ["mail.example"], "remove": ["web.de"]},
 *      "nicknames": {"add": [["sascha", "alexander"]], "remove": ["al"]},
 *      "legal_forms": {"add": [{"alias": "co & kg", "form": "kg"}]}}
 *
 * Sets of texts are free_mail_domains, disposable_domains, shared_domains,
 * public_suffixes ("co.uk", "*.ck", "!www.ck"), role_mailboxes and honorifics.
 * country_names adds {"name", "country"}; phone_regions adds {"country",
 * "calling_code", "national_prefix", "exit_code", "lengths", "main"}; both
 * remove what stands first in these.  A later document replaces an earlier one.
 * Decisions then name the hash of the document as `tables`, and a store in a
 * file keeps it for replay.
 *
 * @return REFEREE_OK
 *         REFEREE_INVALID_ARGUMENT     not of the schema: see the pointer
 *         REFEREE_RESOURCE_EXHAUSTED   more than 8 MiB or 262144 entries a list
 *         REFEREE_FAILED_PRECONDITION  the corpus has held a record, or a load
 *                                      is open
 */
REFEREE_API REFEREE_MUST_CHECK referee_status referee_corpus_set_tables_json(
    referee_corpus *corpus, const char *json, size_t json_size,
    referee_error **error);

/**
 * Makes the loads until referee_corpus_end_load() one load: a type and id may
 * occur once in all of them.
 *
 * @return REFEREE_OK
 *         REFEREE_FAILED_PRECONDITION  a load is open already
 */
REFEREE_API REFEREE_MUST_CHECK referee_status
referee_corpus_begin_load(referee_corpus *corpus, referee_error **error);

/**
 * Ends the load that referee_corpus_begin_load() opened: its records are there
 * from now on.
 *
 * @return REFEREE_OK
 *         REFEREE_FAILED_PRECONDITION  no load is open: none was begun, or a
 *                                      part of it failed
 */
REFEREE_API REFEREE_MUST_CHECK referee_status
referee_corpus_end_load(referee_corpus *corpus, referee_error **error);

/**
 * Adds or replaces one record, given as JSON.
 *
 * @return REFEREE_OK
 *         REFEREE_INVALID_ARGUMENT     a bad record: the pointer says where
 *         REFEREE_RESOURCE_EXHAUSTED   larger than the limits
 *         REFEREE_FAILED_PRECONDITION  a load is open
 */
REFEREE_API REFEREE_MUST_CHECK referee_status referee_corpus_upsert(
    referee_corpus *corpus, const char *json, size_t json_size,
    const referee_call_options *options, referee_error **error);

/**
 * Removes one record.
 *
 * @return REFEREE_OK
 *         REFEREE_NOT_FOUND         there was no such record
 *         REFEREE_INVALID_ARGUMENT  `type` is no type of record
 */
REFEREE_API REFEREE_MUST_CHECK referee_status
referee_corpus_remove(referee_corpus *corpus, const char *type,
                      size_t type_size, const char *id, size_t id_size,
                      referee_error **error);

/** Gives the present state.  Cheap after small changes. */
REFEREE_API REFEREE_MUST_CHECK referee_status
referee_corpus_snapshot(referee_corpus *corpus, referee_snapshot **out,
                        referee_error **error);

/** Releases `corpus`; NULL is allowed.  Its snapshots live on. */
REFEREE_API void referee_corpus_free(referee_corpus *corpus);

/** The number of records. */
REFEREE_API size_t referee_snapshot_count(const referee_snapshot *snapshot);

/** Releases `snapshot`; NULL is allowed. */
REFEREE_API void referee_snapshot_free(referee_snapshot *snapshot);

/* ------------------------------------------------------------------------ */
/* Document                                                                 */
/* ------------------------------------------------------------------------ */

/** A JSON answer.  Immutable: shared freely. */
typedef struct referee_document referee_document;

/* ------------------------------------------------------------------------ */
/* Store                                                                    */
/* ------------------------------------------------------------------------ */

/**
 * What was submitted and decided: history, referrals, idempotency keys, the
 * sequence and the audit chain, by tenant.  The second exception: several
 * threads may submit to one store at once; it serialises them, in an order that
 * is theirs to arrange.
 */
typedef struct referee_store referee_store;

/** Gives a store in memory, gone when it is freed. */
REFEREE_API REFEREE_MUST_CHECK referee_status
referee_store_new_memory(referee_store **out, referee_error **error);

/** How a store file is opened.  Append-only, as referee_call_options. */
typedef struct referee_store_options {
  size_t struct_size; /* set by REFEREE_STORE_OPTIONS_INIT */

  /* The secret Ed25519 key that signs entries: its seed of 32 bytes, or 64
   * hexadecimal digits.  Empty: entries are not signed. */
  referee_str sign_key;

  int32_t read_only;       /* not 0: nothing is written, no file is made */
  int32_t busy_timeout_ms; /* longest wait for other processes; 0: 5000 */
} referee_store_options;

#define REFEREE_STORE_OPTIONS_INIT                                         \
  { sizeof(referee_store_options), {NULL, 0}, 0, 0 }

/**
 * Opens the store in a file and makes it where there is none.  A decision that
 * was given is on the disk: it survives the process and the power.  Several
 * processes may use one file; they take turns.
 *
 * The file is a SQLite database in write-ahead mode, with FILE-wal and FILE-shm
 * beside it while it is open.  It belongs on a local disk.  A process that uses
 * SQLite otherwise must use the same shared library of it, and must not open
 * and close the file itself: POSIX locks end with the first close.
 *
 * @param path, path_size  a path in the encoding of the system, without NUL
 * @param options          NULL for the defaults
 *
 * @return REFEREE_OK
 *         REFEREE_INVALID_ARGUMENT     a key that is none, or no path
 *         REFEREE_NOT_FOUND            there is no such file or folder
 *         REFEREE_FAILED_PRECONDITION  the file is of a newer version, or is
 *                                      something else
 *         REFEREE_DATA_LOSS            the file is damaged
 *         REFEREE_PERMISSION_DENIED    it cannot be written
 *         REFEREE_UNAVAILABLE          another process keeps it busy
 */
REFEREE_API REFEREE_MUST_CHECK referee_status
referee_store_open(const char *path, size_t path_size,
                   const referee_store_options *options, referee_store **out,
                   referee_error **error);

/** Releases `store`; NULL is allowed.  No call may be using it. */
REFEREE_API void referee_store_free(referee_store *store);

/**
 * Writes to `count` how many entries the journal of options.tenant has: its
 * submissions, and what people did.  They are numbered from 1, and "audit" of a
 * decision names its entry.
 *
 * @return REFEREE_FAILED_PRECONDITION  the store is in memory
 */
REFEREE_API REFEREE_MUST_CHECK referee_status referee_store_entry_count(
    referee_store *store, const referee_call_options *options, uint64_t *count,
    referee_error **error);

/**
 * Reads the whole store and says what is not as it was written: any value that
 * was altered, removed, inserted or reordered, in any table.  Every entry's
 * hash covers salted commitments to its texts and the hash before it.
 *
 * Whoever can rewrite the whole file is found out by what is kept elsewhere:
 * note the head, the hash of a decision's "audit", and give it here.
 *
 * @param head, head_size  "sha256:..." of an entry that must be there; "" none
 * @param is_sound         receives 1 when nothing is wrong, else 0; may be NULL
 * @param out              receives {"schema": "referee.audit/1", "sound",
 *                         "tenants": [{"tenant", "entries", "submissions",
 *                         "head", "root"}], "damage": [{"tenant", "entry",
 *                         "table", "row", "what"}], ...}; free with
 *                         referee_document_free()
 *
 * @return REFEREE_OK                   whatever was found
 *         REFEREE_FAILED_PRECONDITION  the store is in memory
 *         REFEREE_DATA_LOSS            the file cannot be read at all
 */
REFEREE_API REFEREE_MUST_CHECK referee_status referee_store_audit_verify(
    referee_store *store, const char *head, size_t head_size,
    const referee_call_options *options, int32_t *is_sound,
    referee_document **out, referee_error **error);

/** Which texts of an entry a proof shows. */
enum { REFEREE_DISCLOSE_INPUT = 1, REFEREE_DISCLOSE_OUTPUT = 2 };

/**
 * Gives a proof that an entry stands in the journal of options.tenant, which
 * referee_audit_check() checks without the store.  It shows no other entry, and
 * of this one the texts that `disclose` names: the submission, which its sender
 * knows, or the whole decision, which is internal.
 *
 * @param out  receives {"schema": "referee.proof/1", "entry", "hash",
 *             "signature", "tree", "disclosed"}
 *
 * @return REFEREE_NOT_FOUND            there is no such entry
 *         REFEREE_FAILED_PRECONDITION  the store is in memory
 */
REFEREE_API REFEREE_MUST_CHECK referee_status referee_store_audit_prove(
    referee_store *store, uint64_t entry, uint32_t disclose,
    const referee_call_options *options, referee_document **out,
    referee_error **error);

/**
 * Checks a proof with nothing but the proof.
 *
 * @param json, json_size  what referee_store_audit_prove() gave
 * @param root, root_size  the root that the keeper of the journal published,
 *                         "sha256:..."; "" to take that of the proof
 * @param is_valid         receives 1 when the proof holds, else 0; may be NULL
 * @param out              receives {"schema": "referee.proof_check/1", "valid",
 *                         "reason", "entry", ...}
 *
 * @return REFEREE_OK                whatever was found
 *         REFEREE_INVALID_ARGUMENT  `json` is no proof; the pointer says where
 */
REFEREE_API REFEREE_MUST_CHECK referee_status referee_audit_check(
    const char *json, size_t json_size, const char *root, size_t root_size,
    const referee_call_options *options, int32_t *is_valid,
    referee_document **out, referee_error **error);

/**
 * Removes a person's data of options.tenant for good, as of options.as_of:
 *
 *     {"type": "erasure", "id": "er-1", "submission_id": "s-1"}
 *     {"type": "erasure", "id": "er-2", "person": {"id": "c-1",
 *      "emails": ["a@b.example"], "phones": [], "first_name", "last_name"}}
 *
 * and "user", who does it.
 *
 * A person is given by the id of a contact or lead or by an e-mail address;
 * what the person's records and submissions add to that is looked for as well.
 * Every text that mentions the person goes, whole: submissions, records that
 * decisions read, decisions.  What stays are commitments that tell nothing, so
 * that the audit still verifies.  Afterwards a retry or a replay of what was
 * erased fails with REFEREE_FAILED_PRECONDITION, the code "erased" and the
 * commitment in the message.  The file is rewritten: the cost is that of its
 * size.  The same id again gives the same document.
 *
 * @param out  receives {"schema": "referee.erasure/1", "id", "at", "by",
 *             "texts", "entries", "erased": [commitments], "audit"}
 *
 * @return REFEREE_OK
 *         REFEREE_INVALID_ARGUMENT     not such a document, or no as_of
 *         REFEREE_NOT_FOUND            there is no such submission
 *         REFEREE_FAILED_PRECONDITION  the store is in memory
 *         REFEREE_UNAVAILABLE          nothing was erased; or it was, and
 *                                      another process still reads an earlier
 *                                      state of the file: call again
 */
REFEREE_API REFEREE_MUST_CHECK referee_status referee_store_erase(
    referee_store *store, const char *json, size_t json_size,
    const referee_call_options *options, referee_document **out,
    referee_error **error);

/* ------------------------------------------------------------------------ */
/* Decision                                                                 */
/* ------------------------------------------------------------------------ */

/** The whole answer to one submission.  Immutable: shared freely. */
typedef struct referee_decision referee_decision;

/** What a rule or gate contributes.  Borrowed from its decision. */
typedef struct referee_finding referee_finding;

/** Two titles that cannot both stand.  Borrowed from its decision. */
typedef struct referee_conflict referee_conflict;

/** A record that may be the same party.  Borrowed from its decision. */
typedef struct referee_match referee_match;

/**
 * What Referee recommends.  Never an act: a person decides.  As with all
 * enumerations below, 0 is "none", numbers are never reused, and new ones may
 * come with a minor version.
 */
typedef int32_t referee_recommendation;
enum {
  REFEREE_RECOMMENDATION_NONE = 0,
  REFEREE_RECOMMENDATION_ACCEPT = 1,
  REFEREE_RECOMMENDATION_REJECT = 2,
  REFEREE_RECOMMENDATION_NEEDS_MORE_CONTEXT = 3,
  REFEREE_RECOMMENDATION_REVIEW = 4
};

/** The aspects of a referral that stop independently of each other. */
typedef int32_t referee_lane;
enum {
  REFEREE_LANE_NONE = 0,
  REFEREE_LANE_FIT = 1,
  REFEREE_LANE_OWNERSHIP = 2,
  REFEREE_LANE_ATTRIBUTION = 3,
  REFEREE_LANE_REWARD = 4,
  REFEREE_LANE_COMMS = 5
};

/** How a lane stands. */
typedef int32_t referee_lane_state;
enum {
  REFEREE_LANE_STATE_NONE = 0,
  REFEREE_LANE_STATE_OPEN = 1,
  REFEREE_LANE_STATE_HOLD = 2,
  REFEREE_LANE_STATE_STOP = 3,
  REFEREE_LANE_STATE_DONE = 4 /* by a person's approval only */
};

/** How sure the attribution is. */
typedef int32_t referee_confidence;
enum {
  REFEREE_CONFIDENCE_NONE = 0, /* nobody to credit, or no decision */
  REFEREE_CONFIDENCE_CONFIRMED = 1,
  REFEREE_CONFIDENCE_HIGH = 2,
  REFEREE_CONFIDENCE_MEDIUM = 3,
  REFEREE_CONFIDENCE_LOW = 4,
  REFEREE_CONFIDENCE_DISPUTED = 5
};

/** What a finding says of its lane. */
typedef int32_t referee_verdict;
enum {
  REFEREE_VERDICT_NONE = 0,
  REFEREE_VERDICT_PASS = 1,
  REFEREE_VERDICT_STOP = 2,
  REFEREE_VERDICT_WAIT = 3, /* evidence is missing */
  REFEREE_VERDICT_FAULT = 4 /* the policy erred; treated as a hold */
};

/** How near a match is. */
typedef int32_t referee_band;
enum {
  REFEREE_BAND_NONE = 0,
  REFEREE_BAND_POSSIBLE = 1,
  REFEREE_BAND_SAME = 2
};

/** "accept", "reject", "needs_more_context", "review", or "".  For ever. */
REFEREE_API referee_str
referee_recommendation_name(referee_recommendation recommendation);

/** "fit", "ownership", "attribution", "reward", "comms", or "".  For ever. */
REFEREE_API referee_str referee_lane_name(referee_lane lane);

/** "open", "hold", "stop", "done", or "".  Lives for ever. */
REFEREE_API referee_str referee_lane_state_name(referee_lane_state state);

/**
 * "confirmed", "high", "medium", "low", "disputed", "none"; "" for a number
 * that is no confidence.  Lives for ever.
 */
REFEREE_API referee_str referee_confidence_name(referee_confidence confidence);

/** "pass", "stop", "wait", "fault", or "".  Lives for ever. */
REFEREE_API referee_str referee_verdict_name(referee_verdict verdict);

/** "possible", "same", or "".  Lives for ever. */
REFEREE_API referee_str referee_band_name(referee_band band);

/**
 * Adjudicates one submission and commits it to `store`.  The same idempotency
 * key with the same content gives the decision of the first time, byte for
 * byte.
 *
 * @param json, json_size  a submission document
 * @param options          NULL for the defaults
 * @param out              receives the decision; free with
 *                         referee_decision_free()
 *
 * @return REFEREE_OK
 *         REFEREE_INVALID_ARGUMENT    not a valid submission; the pointer says
 *                                     where
 *         REFEREE_ALREADY_EXISTS      the idempotency key was used with other
 *                                     content
 *         REFEREE_RESOURCE_EXHAUSTED  beyond the limits, or out of memory
 *         REFEREE_CANCELLED, REFEREE_DEADLINE_EXCEEDED
 *                                     stopped early; nothing was committed
 *         REFEREE_UNIMPLEMENTED       `options` asks for what this version
 *                                     lacks
 *         REFEREE_FAILED_PRECONDITION the decision of this key was erased; code
 *                                     "erased", commitment in the message
 *         REFEREE_UNAVAILABLE         the store file is busy or the disk
 *                                     failed; nothing was committed: try again
 *         REFEREE_DATA_LOSS           the store file is damaged
 */
REFEREE_API REFEREE_MUST_CHECK referee_status referee_engine_submit(
    const referee_engine *engine, const referee_policy *policy,
    const referee_snapshot *snapshot, referee_store *store, const char *json,
    size_t json_size, const referee_call_options *options,
    referee_decision **out, referee_error **error);

/** What making a decision again gave. */
typedef int32_t referee_replay;
enum {
  REFEREE_REPLAY_NONE = 0,      /* the entry is a person's act */
  REFEREE_REPLAY_SAME = 1,      /* the same bytes, "audit" aside */
  REFEREE_REPLAY_DIFFERENT = 2, /* of another version, or altered */
  REFEREE_REPLAY_ERASED = 3     /* what it was made from was erased */
};

/**
 * Makes the decision of an entry of options.tenant again, from what a store
 * file keeps with it: the records that it read, what matching found, its
 * policy.  No record of today and no clock has a say.
 *
 * @param entry  from 1 to referee_store_entry_count()
 * @param found  receives the outcome; may be NULL
 * @param out    receives {"schema": "referee.replay/1", "entry", "outcome":
 *               "same" | "different" | "erased" | "none", "commitment",
 *               "decision"}, the decision as it is made now
 *
 * @return REFEREE_OK
 *         REFEREE_NOT_FOUND            there is no such entry
 *         REFEREE_FAILED_PRECONDITION  the store is in memory
 *         REFEREE_DATA_LOSS            the store is damaged
 */
REFEREE_API REFEREE_MUST_CHECK referee_status referee_engine_replay(
    const referee_engine *engine, referee_store *store, uint64_t entry,
    const referee_call_options *options, referee_replay *found,
    referee_document **out, referee_error **error);

/** The id of the submission. */
REFEREE_API referee_str
referee_decision_submission_id(const referee_decision *decision);

/** The referral that the submission belongs to; "" when there is none. */
REFEREE_API referee_str
referee_decision_referral_id(const referee_decision *decision);

/** The submission's place in the order of its tenant, from 1. */
REFEREE_API uint64_t
referee_decision_sequence(const referee_decision *decision);

/** What is recommended. */
REFEREE_API referee_recommendation
referee_decision_recommendation(const referee_decision *decision);

/** How one lane stands; REFEREE_LANE_STATE_NONE for what is no lane. */
REFEREE_API referee_lane_state referee_decision_lane(
    const referee_decision *decision, referee_lane lane);

/** How sure the attribution is. */
REFEREE_API referee_confidence
referee_decision_confidence(const referee_decision *decision);

/** The number of findings: every gate that ran, passes included. */
REFEREE_API size_t
referee_decision_finding_count(const referee_decision *decision);

/** Finding `index` in the policy's order; NULL when out of range. */
REFEREE_API const referee_finding *
referee_decision_finding_at(const referee_decision *decision, size_t index);

/** The number of open conflicts. */
REFEREE_API size_t
referee_decision_conflict_count(const referee_decision *decision);

/** Conflict `index` by precedence; NULL when out of range. */
REFEREE_API const referee_conflict *
referee_decision_conflict_at(const referee_decision *decision, size_t index);

/** The number of matches; 0 when REFEREE_PART_MATCHES was left out. */
REFEREE_API size_t
referee_decision_match_count(const referee_decision *decision);

/** Match `index`, best first; NULL when out of range. */
REFEREE_API const referee_match *
referee_decision_match_at(const referee_decision *decision, size_t index);

/**
 * The decision as one line of JSON, schema "referee.decision/1".  Equal
 * decisions are equal bytes.
 */
REFEREE_API referee_str
referee_decision_json(const referee_decision *decision);

/** Releases `decision` and all that was read from it; NULL is allowed. */
REFEREE_API void referee_decision_free(referee_decision *decision);

/** The gate or rule: "consent_incomplete". */
REFEREE_API referee_str referee_finding_code(const referee_finding *finding);

/** The lane it speaks to. */
REFEREE_API referee_lane referee_finding_lane(const referee_finding *finding);

/** What it says. */
REFEREE_API referee_verdict
referee_finding_verdict(const referee_finding *finding);

/** Why, as a sentence. */
REFEREE_API referee_str
referee_finding_because(const referee_finding *finding);

/** The role that must review it; "" when nobody must. */
REFEREE_API referee_str
referee_finding_review_role(const referee_finding *finding);

/** The kind: "partner_vs_partner". */
REFEREE_API referee_str
referee_conflict_kind(const referee_conflict *conflict);

/** What the policy proposes. */
REFEREE_API referee_str
referee_conflict_proposal(const referee_conflict *conflict);

/** The role that must review it. */
REFEREE_API referee_str
referee_conflict_review_role(const referee_conflict *conflict);

/** The type of the record: "contact". */
REFEREE_API referee_str referee_match_type(const referee_match *match);

/** The id of the record. */
REFEREE_API referee_str referee_match_id(const referee_match *match);

/** That it is the same party, in [0, 1). */
REFEREE_API double referee_match_probability(const referee_match *match);

/** The weight of the evidence: log2 of the odds. */
REFEREE_API double referee_match_bits(const referee_match *match);

/** How near it is under the policy. */
REFEREE_API referee_band referee_match_band(const referee_match *match);

/* ------------------------------------------------------------------------ */
/* Acts: what people do about a referral, and where it stands               */
/* ------------------------------------------------------------------------ */

/**
 * Where a referral stands: after an act, or as the answer to a question.
 * Immutable: shared freely.
 */
typedef struct referee_standing referee_standing;

/** The aspects of a referral's life.  Each stands on its own. */
typedef int32_t referee_aspect;
enum {
  REFEREE_ASPECT_NONE = 0,
  REFEREE_ASPECT_STATUS = 1,
  REFEREE_ASPECT_CREDIT = 2,
  REFEREE_ASPECT_REWARD = 3,
  REFEREE_ASPECT_FEEDBACK = 4,
  REFEREE_ASPECT_COMMITMENT = 5,
  REFEREE_ASPECT_ADVOCACY = 6
};

/** Every state of every aspect; referee_codes_json() says what each means. */
typedef int32_t referee_state;
enum {
  REFEREE_STATE_NONE = 0,
  REFEREE_STATE_SUBMITTED = 1,
  REFEREE_STATE_NEEDS_MORE_CONTEXT = 2,
  REFEREE_STATE_IN_REVIEW = 3,
  REFEREE_STATE_DISPUTED = 4,
  REFEREE_STATE_DUPLICATE = 5,
  REFEREE_STATE_ACCEPTED = 6, /* by a person, as all that follow */
  REFEREE_STATE_ROUTED = 7,
  REFEREE_STATE_ESCALATED = 8,
  REFEREE_STATE_RETRIED = 9,
  REFEREE_STATE_NURTURED = 10,
  REFEREE_STATE_CONVERTED = 11,
  REFEREE_STATE_REWARDED = 12,
  REFEREE_STATE_CLOSED = 13,
  REFEREE_STATE_REJECTED = 14,
  REFEREE_STATE_UNCREDITED = 15,
  REFEREE_STATE_CREDITED = 16,
  REFEREE_STATE_REWARD_NONE = 17,
  REFEREE_STATE_REWARD_HELD = 18,
  REFEREE_STATE_REWARD_ELIGIBLE = 19,
  REFEREE_STATE_REWARD_APPROVED = 20,
  REFEREE_STATE_REWARD_PAID = 21,
  REFEREE_STATE_REWARD_REFUSED = 22,
  REFEREE_STATE_FEEDBACK_NONE = 23,
  REFEREE_STATE_FEEDBACK_DRAFT_HELD = 24,
  REFEREE_STATE_FEEDBACK_APPROVED = 25,
  REFEREE_STATE_FEEDBACK_SENT = 26,
  REFEREE_STATE_COMMITMENT_NONE = 27,
  REFEREE_STATE_COMMITMENT_HELD = 28,
  REFEREE_STATE_COMMITTED = 29,
  REFEREE_STATE_ADVOCACY_NONE = 30,
  REFEREE_STATE_ADVOCACY_HELD = 31,
  REFEREE_STATE_ADVOCACY_ALLOWED = 32
};

/** "status", "credit", "reward" ..., or "".  Lives for ever. */
REFEREE_API referee_str referee_aspect_name(referee_aspect aspect);

/**
 * The code of a state as a transition names it: "accepted", "reward.paid"; or
 * "".  Lives for ever.
 */
REFEREE_API referee_str referee_state_name(referee_state state);

/**
 * Records that a person approved, or refused, one exact thing about a referral:
 * a text, a split of credit, an amount.  The act is a document
 *
 *     {"type": "approval", "id": "act-1", "referral_id": "r-...",
 *      "action": "accept", "subject_hash": "sha256:...", "user": "u-1",
 *      "role": "partner_manager", "decision": "approve",
 *      "rationale": "a good fit", "at": "2026-06-02T09:00:00Z",
 *      "expires_at": "2026-06-16T09:00:00Z"}
 *
 * where `decision` is approve or refuse, and `at` (options.as_of) and
 * `expires_at` (as the policy says) may be left out.  Actions, roles and hashes
 * are those of the decision's approvals_needed; the hash of what the policy
 * does not ask for is in the internal status under "subjects".  An approval
 * ends with its time unless a transition has rested on it, and is void, with
 * the reason kept, once a later submission changes what was approved.
 *
 * The user must be an active user of the records that were last submitted
 * with, hold the role, and be nobody who submitted, referred or acts for a
 * claiming partner; where two roles or two people are asked, two must act.  The
 * program authenticates its user: the library cannot.
 *
 * Nothing is granted by an approval alone: transitions ask for it.  The same
 * act again gives the same document and records nothing.
 *
 * @param options  as_of is required; tenant
 * @param out      receives how the referral stands; free with
 *                 referee_standing_free()
 *
 * @return REFEREE_OK
 *         REFEREE_INVALID_ARGUMENT     not such a document, or a time that
 *                                      cannot be; the pointer says where
 *         REFEREE_NOT_FOUND            no such referral, at /referral_id
 *         REFEREE_ALREADY_EXISTS       the id was used for another act, at /id
 *         REFEREE_PERMISSION_DENIED    this person may not, at /user or /role
 *         REFEREE_FAILED_PRECONDITION  the subject has changed, the approval
 *                                      has expired, or it is dated before the
 *                                      decision that it rests on
 *         REFEREE_UNAVAILABLE, REFEREE_RESOURCE_EXHAUSTED, REFEREE_CANCELLED,
 *         REFEREE_DEADLINE_EXCEEDED    nothing was recorded
 *
 * Below the status, referee_error_code() tells apart: approval.unknown_user,
 * .role_not_held, .wrong_role, .own_referral, .same_person, .changed_subject,
 * .expired, .future, .clock_set_back, .not_asked, .no_time.
 */
REFEREE_API REFEREE_MUST_CHECK referee_status referee_engine_approve(
    const referee_engine *engine, const referee_policy *policy,
    referee_store *store, const char *json, size_t json_size,
    const referee_call_options *options, referee_standing **out,
    referee_error **error);

/**
 * Moves one aspect of a referral: a document
 *
 *     {"type": "transition", "id": "move-1", "referral_id": "r-...",
 *      "to": "accepted", "reason": null, "outcome": null, "user": "u-1",
 *      "at": "2026-06-02T09:05:00Z", "rationale": null}
 *
 * with `to`, `reason` and `outcome` out of referee_codes_json(), which lists
 * every move, the approvals that it rests on and whether it needs a reason.
 * Acceptance, credit, rewards, rejections, answers to the partner, commitments
 * and public references have no other way than through their approvals.
 *
 * @return as referee_engine_approve(), and
 *         REFEREE_FAILED_PRECONDITION  there is no such move from here (the
 *                                      message lists those there are); an
 *                                      approval is missing (code
 *                                      approval.missing; the message says which
 *                                      and whose); or another aspect is not far
 *                                      enough
 */
REFEREE_API REFEREE_MUST_CHECK referee_status referee_engine_transition(
    const referee_engine *engine, const referee_policy *policy,
    referee_store *store, const char *json, size_t json_size,
    const referee_call_options *options, referee_standing **out,
    referee_error **error);

/**
 * Answers "where is my referral, do I get credit" from what people decided: a
 * document
 *
 *     {"type": "status", "referral_id": "r-...", "user": "pu-1"}
 *
 * or with `submission_id` instead.  A user of the records gets the internal
 * view, or with "view": "partner" what the partner would get; the people of a
 * partner get the partner view of a referral to which the partner submitted.
 * That view names no other partner, promises nothing and holds no internal
 * note; its `answer` is a text for people, out of the policy's templates.
 * Records nothing.
 *
 * @return as referee_engine_approve(), where REFEREE_PERMISSION_DENIED is told
 *         alike whether the referral exists or not
 */
REFEREE_API REFEREE_MUST_CHECK referee_status referee_engine_status(
    const referee_engine *engine, const referee_policy *policy,
    referee_store *store, const char *json, size_t json_size,
    const referee_call_options *options, referee_standing **out,
    referee_error **error);

/** The referral. */
REFEREE_API referee_str
referee_standing_referral_id(const referee_standing *standing);

/**
 * The state of one aspect.  In the partner view only REFEREE_ASPECT_STATUS is
 * told as a state, credit and reward as words of the document; the others are
 * as if nothing had happened.
 */
REFEREE_API referee_state referee_standing_state(
    const referee_standing *standing, referee_aspect aspect);

/** How one lane stands; REFEREE_LANE_STATE_OPEN in the partner view. */
REFEREE_API referee_lane_state referee_standing_lane(
    const referee_standing *standing, referee_lane lane);

/** 1 when this call recorded an act; 0 for a repetition, and for an answer. */
REFEREE_API int32_t
referee_standing_is_recorded(const referee_standing *standing);

/** One line of JSON, schema "referee.act/1" or "referee.status/1". */
REFEREE_API referee_str
referee_standing_json(const referee_standing *standing);

/** Releases `standing`; NULL is allowed. */
REFEREE_API void referee_standing_free(referee_standing *standing);

/* ------------------------------------------------------------------------ */
/* Documents: matching and expressions alone                                */
/* ------------------------------------------------------------------------ */

/**
 * Finds the records that may be the same person or company as one record or
 * submission, best first, without deciding or committing anything.
 *
 * @param out  receives {"schema": "referee.matches/1", "id", "matches": [...],
 *             "truncated": false}, one line
 *
 * @return as referee_engine_submit(), but never REFEREE_ALREADY_EXISTS
 */
REFEREE_API REFEREE_MUST_CHECK referee_status referee_engine_match(
    const referee_engine *engine, const referee_policy *policy,
    const referee_snapshot *snapshot, const char *json, size_t json_size,
    const referee_call_options *options, referee_document **out,
    referee_error **error);

/** How an expression reads a field that is absent or null. */
typedef int32_t referee_mode;
enum {
  REFEREE_MODE_STRICT = 0,  /* an error: CEL as its conformance suite has it */
  REFEREE_MODE_EVIDENCE = 1 /* unknown, with the path: as policies do */
};

/**
 * Evaluates one CEL expression.  Faults of the expression are an answer, not a
 * failure of the call.
 *
 * @param bindings  a JSON object of variables; empty for none
 * @param schema    a JSON object from paths to CEL types; empty for none
 * @param out       receives one line: {"value": ...}, {"unknown": [{"path",
 *                  "reason"}]} or {"error": {"code", "message", "line",
 *                  "column"}}
 *
 * @return REFEREE_OK
 *         REFEREE_INVALID_ARGUMENT    bindings, schema or mode are unusable
 *         REFEREE_RESOURCE_EXHAUSTED  beyond the limits
 */
REFEREE_API REFEREE_MUST_CHECK referee_status referee_expression_eval(
    const char *expression, size_t expression_size, const char *bindings,
    size_t bindings_size, const char *schema, size_t schema_size,
    referee_mode mode, const referee_call_options *options,
    referee_document **out, referee_error **error);

/**
 * Gives every code that documents carry: one line, schema "referee.codes/1",
 * with the members actions, states, moves, reasons, outcomes, tasks and events,
 * each a list of objects.
 */
REFEREE_API REFEREE_MUST_CHECK referee_status
referee_codes_json(referee_document **out, referee_error **error);

/** The text of the document. */
REFEREE_API referee_str
referee_document_json(const referee_document *document);

/** Releases `document`; NULL is allowed. */
REFEREE_API void referee_document_free(referee_document *document);

#ifdef __cplusplus
} /* extern "C" */
#endif

#endif /* REFEREE_REFEREE_H_ */
