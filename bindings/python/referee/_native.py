"""The functions of referee.h, one line each, in its order.  Nothing else knows ctypes' types."""

from __future__ import annotations

import ctypes
import os
import pathlib
from ctypes import POINTER, c_char_p, c_double, c_int32, c_int64, c_size_t, c_uint32, c_uint64, c_void_p

HEADER_VERSION = (1, 0)


class Str(ctypes.Structure):
    """referee_str: text as pointer and length."""

    _fields_ = [("data", c_void_p), ("size", c_size_t)]

    @classmethod
    def of(cls, data: bytes) -> Str:
        """A view of `data`, which the caller keeps alive."""
        return cls(ctypes.cast(c_char_p(data), c_void_p), len(data))

    def text(self) -> str:
        return ctypes.string_at(self.data, self.size).decode("utf-8")


ProgressFn = ctypes.CFUNCTYPE(c_int32, c_void_p, c_uint64, c_uint64)
UnknownFn = ctypes.CFUNCTYPE(None, c_void_p, Str)
LogFn = ctypes.CFUNCTYPE(None, c_void_p, c_int32, Str)
DestroyFn = ctypes.CFUNCTYPE(None, c_void_p)


class CallOptions(ctypes.Structure):
    """referee_call_options."""

    _fields_ = [
        ("struct_size", c_size_t),
        ("as_of", Str),
        ("tenant", Str),
        ("cancel", c_void_p),
        ("deadline_ms", c_int64),
        ("progress", ProgressFn),
        ("progress_data", c_void_p),
        ("unknown", UnknownFn),
        ("unknown_data", c_void_p),
        ("omit_parts", c_uint32),
        ("max_threads", c_int32),
        ("max_document_bytes", c_int64),
        ("max_depth", c_int64),
    ]


class StoreOptions(ctypes.Structure):
    """referee_store_options."""

    _fields_ = [
        ("struct_size", c_size_t),
        ("sign_key", Str),
        ("read_only", c_int32),
        ("busy_timeout_ms", c_int32),
    ]


Out = POINTER(c_void_p)
Error = POINTER(c_void_p)
Options = POINTER(CallOptions)


def _find_library() -> str:
    """REFEREE_LIBRARY if set, else the file in this package, else what the system knows."""
    named = os.environ.get("REFEREE_LIBRARY")
    if named:
        return named
    packaged = pathlib.Path(__file__).with_name("libreferee.so.1")
    return str(packaged) if packaged.exists() else "libreferee.so.1"


# RTLD_LOCAL: our symbols are for us.
_lib = ctypes.CDLL(_find_library(), mode=ctypes.DEFAULT_MODE)


def _declare(name, restype, *argtypes):
    function = getattr(_lib, name)
    function.restype, function.argtypes = restype, argtypes
    return function


_text = (c_char_p, c_size_t)

version_number = _declare("referee_version_number", c_int32)
version_string = _declare("referee_version_string", Str)
status_name = _declare("referee_status_name", Str, c_int32)

error_status = _declare("referee_error_status", c_int32, c_void_p)
error_message = _declare("referee_error_message", Str, c_void_p)
error_pointer = _declare("referee_error_pointer", Str, c_void_p)
error_file = _declare("referee_error_file", Str, c_void_p)
error_line = _declare("referee_error_line", c_size_t, c_void_p)
error_column = _declare("referee_error_column", c_size_t, c_void_p)
error_code = _declare("referee_error_code", Str, c_void_p)
error_json = _declare("referee_error_json", Str, c_void_p)
error_issue_count = _declare("referee_error_issue_count", c_size_t, c_void_p)
error_issue_at = _declare("referee_error_issue_at", c_void_p, c_void_p, c_size_t)
error_free = _declare("referee_error_free", None, c_void_p)

cancel_new = _declare("referee_cancel_new", c_int32, Out, Error)
cancel_request = _declare("referee_cancel_request", None, c_void_p)
cancel_free = _declare("referee_cancel_free", None, c_void_p)

config_new = _declare("referee_config_new", c_int32, Out, Error)
config_set_json = _declare("referee_config_set_json", c_int32, c_void_p, *_text, Error)
config_set_log = _declare(
    "referee_config_set_log", c_int32, c_void_p, LogFn, c_void_p, DestroyFn, Error)
config_free = _declare("referee_config_free", None, c_void_p)
engine_new = _declare("referee_engine_new", c_int32, c_void_p, Out, Error)
engine_free = _declare("referee_engine_free", None, c_void_p)

policy_standard = _declare("referee_policy_standard", c_int32, Out, Error)
policy_from_json = _declare("referee_policy_from_json", c_int32, *_text, Options, Out, Error)
policy_with_parameters = _declare(
    "referee_policy_with_parameters", c_int32, c_void_p, *_text, Out, Error)
policy_id = _declare("referee_policy_id", Str, c_void_p)
policy_version = _declare("referee_policy_version", Str, c_void_p)
policy_hash = _declare("referee_policy_hash", Str, c_void_p)
policy_json = _declare("referee_policy_json", Str, c_void_p)
policy_free = _declare("referee_policy_free", None, c_void_p)

corpus_new = _declare("referee_corpus_new", c_int32, Out, Error)
corpus_load_ndjson = _declare(
    "referee_corpus_load_ndjson", c_int32, c_void_p, *_text, *_text, Options, Error)
corpus_load_csv = _declare(
    "referee_corpus_load_csv", c_int32, c_void_p, *_text, *_text, *_text, Options, Error)
corpus_set_mapping_json = _declare(
    "referee_corpus_set_mapping_json", c_int32, c_void_p, *_text, Error)
corpus_set_tables_json = _declare(
    "referee_corpus_set_tables_json", c_int32, c_void_p, *_text, Error)
corpus_begin_load = _declare("referee_corpus_begin_load", c_int32, c_void_p, Error)
corpus_end_load = _declare("referee_corpus_end_load", c_int32, c_void_p, Error)
corpus_upsert = _declare("referee_corpus_upsert", c_int32, c_void_p, *_text, Options, Error)
corpus_remove = _declare("referee_corpus_remove", c_int32, c_void_p, *_text, *_text, Error)
corpus_snapshot = _declare("referee_corpus_snapshot", c_int32, c_void_p, Out, Error)
corpus_free = _declare("referee_corpus_free", None, c_void_p)
snapshot_count = _declare("referee_snapshot_count", c_size_t, c_void_p)
snapshot_free = _declare("referee_snapshot_free", None, c_void_p)

store_new_memory = _declare("referee_store_new_memory", c_int32, Out, Error)
store_open = _declare(
    "referee_store_open", c_int32, *_text, POINTER(StoreOptions), Out, Error)
store_free = _declare("referee_store_free", None, c_void_p)
store_entry_count = _declare(
    "referee_store_entry_count", c_int32, c_void_p, Options, POINTER(c_uint64), Error)
store_audit_verify = _declare(
    "referee_store_audit_verify", c_int32, c_void_p, *_text, Options, POINTER(c_int32), Out, Error)
store_audit_prove = _declare(
    "referee_store_audit_prove", c_int32, c_void_p, c_uint64, c_uint32, Options, Out, Error)
audit_check = _declare(
    "referee_audit_check", c_int32, *_text, *_text, Options, POINTER(c_int32), Out, Error)
store_erase = _declare("referee_store_erase", c_int32, c_void_p, *_text, Options, Out, Error)

recommendation_name = _declare("referee_recommendation_name", Str, c_int32)
lane_name = _declare("referee_lane_name", Str, c_int32)
lane_state_name = _declare("referee_lane_state_name", Str, c_int32)
confidence_name = _declare("referee_confidence_name", Str, c_int32)
verdict_name = _declare("referee_verdict_name", Str, c_int32)
band_name = _declare("referee_band_name", Str, c_int32)

engine_submit = _declare(
    "referee_engine_submit", c_int32, c_void_p, c_void_p, c_void_p, c_void_p, *_text, Options, Out,
    Error)
engine_replay = _declare(
    "referee_engine_replay", c_int32, c_void_p, c_void_p, c_uint64, Options, POINTER(c_int32), Out,
    Error)
decision_submission_id = _declare("referee_decision_submission_id", Str, c_void_p)
decision_referral_id = _declare("referee_decision_referral_id", Str, c_void_p)
decision_sequence = _declare("referee_decision_sequence", c_uint64, c_void_p)
decision_recommendation = _declare("referee_decision_recommendation", c_int32, c_void_p)
decision_lane = _declare("referee_decision_lane", c_int32, c_void_p, c_int32)
decision_confidence = _declare("referee_decision_confidence", c_int32, c_void_p)
decision_finding_count = _declare("referee_decision_finding_count", c_size_t, c_void_p)
decision_finding_at = _declare("referee_decision_finding_at", c_void_p, c_void_p, c_size_t)
decision_conflict_count = _declare("referee_decision_conflict_count", c_size_t, c_void_p)
decision_conflict_at = _declare("referee_decision_conflict_at", c_void_p, c_void_p, c_size_t)
decision_match_count = _declare("referee_decision_match_count", c_size_t, c_void_p)
decision_match_at = _declare("referee_decision_match_at", c_void_p, c_void_p, c_size_t)
decision_json = _declare("referee_decision_json", Str, c_void_p)
decision_free = _declare("referee_decision_free", None, c_void_p)

finding_code = _declare("referee_finding_code", Str, c_void_p)
finding_lane = _declare("referee_finding_lane", c_int32, c_void_p)
finding_verdict = _declare("referee_finding_verdict", c_int32, c_void_p)
finding_because = _declare("referee_finding_because", Str, c_void_p)
finding_review_role = _declare("referee_finding_review_role", Str, c_void_p)
conflict_kind = _declare("referee_conflict_kind", Str, c_void_p)
conflict_proposal = _declare("referee_conflict_proposal", Str, c_void_p)
conflict_review_role = _declare("referee_conflict_review_role", Str, c_void_p)
match_type = _declare("referee_match_type", Str, c_void_p)
match_id = _declare("referee_match_id", Str, c_void_p)
match_probability = _declare("referee_match_probability", c_double, c_void_p)
match_bits = _declare("referee_match_bits", c_double, c_void_p)
match_band = _declare("referee_match_band", c_int32, c_void_p)

_act = (c_void_p, c_void_p, c_void_p, *_text, Options, Out, Error)
aspect_name = _declare("referee_aspect_name", Str, c_int32)
state_name = _declare("referee_state_name", Str, c_int32)
engine_approve = _declare("referee_engine_approve", c_int32, *_act)
engine_transition = _declare("referee_engine_transition", c_int32, *_act)
engine_status = _declare("referee_engine_status", c_int32, *_act)
standing_referral_id = _declare("referee_standing_referral_id", Str, c_void_p)
standing_state = _declare("referee_standing_state", c_int32, c_void_p, c_int32)
standing_lane = _declare("referee_standing_lane", c_int32, c_void_p, c_int32)
standing_is_recorded = _declare("referee_standing_is_recorded", c_int32, c_void_p)
standing_json = _declare("referee_standing_json", Str, c_void_p)
standing_free = _declare("referee_standing_free", None, c_void_p)

engine_match = _declare(
    "referee_engine_match", c_int32, c_void_p, c_void_p, c_void_p, *_text, Options, Out, Error)
expression_eval = _declare(
    "referee_expression_eval", c_int32, *_text, *_text, *_text, c_int32, Options, Out, Error)
codes_json = _declare("referee_codes_json", c_int32, Out, Error)
document_json = _declare("referee_document_json", Str, c_void_p)
document_free = _declare("referee_document_free", None, c_void_p)

if divmod(version_number() // 1000, 1000) < HEADER_VERSION:
    raise ImportError(f"libreferee {version_number()} is older than these bindings")
