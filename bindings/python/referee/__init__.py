"""Referee adjudicates partner referrals: who a lead already is, who may claim it, what stops it.

    import referee

    engine, policy, store = referee.Engine(), referee.Policy.standard(), referee.Store()
    corpus = referee.Corpus()
    corpus.load_ndjson(pathlib.Path("records.ndjson").read_bytes(), name="records.ndjson")
    decision = engine.submit(policy, corpus.snapshot(), store, submission, tenant="acme")
    print(decision.recommendation, [finding.code for finding in decision.findings])

Engine, Policy, Snapshot and Decision are immutable: share them between threads, ctypes drops the
GIL during each call.  A Store may be used by several threads too; a Corpus by one at a time.
"""

from __future__ import annotations

import ctypes
import json
import os
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Optional, TypeVar, Union

from referee import _native

__all__ = [
    "Cancel", "Conflict", "Corpus", "Decision", "Engine", "Finding", "Match", "Policy",
    "RefereeError", "Snapshot", "Standing", "Store", "codes", "evaluate", "version",
]

# A document: its text, its bytes, or the object that it says.
Document = Union[str, bytes, Mapping[str, Any]]
# Called with the units done and in total (0: unknown); False stops the call.
ProgressFunction = Callable[[int, int], Optional[bool]]


class RefereeError(Exception):
    """What a call reports: `status` ("INVALID_ARGUMENT"), `message` and where it happened."""

    def __init__(self, error: ctypes.c_void_p) -> None:
        self.status: str = _native.status_name(_native.error_status(error)).text()
        self.message: str = _native.error_message(error).text()
        self.pointer: str = _native.error_pointer(error).text()
        self.file: str = _native.error_file(error).text()
        self.line: int = _native.error_line(error)
        self.column: int = _native.error_column(error)
        self.code: str = _native.error_code(error).text()
        place = f" (at {self.pointer})" if self.pointer else ""
        super().__init__(f"{self.message}{place}")


def version() -> str:
    """The version of the library that is loaded: "1.0.0"."""
    return _native.version_string().text()


def _call(function: Callable[..., int], *arguments: Any) -> None:
    """Calls a fallible function, and raises what it reports."""
    error = ctypes.c_void_p()
    if function(*arguments, ctypes.byref(error)) == 0:
        return
    try:
        raise RefereeError(error)
    finally:
        _native.error_free(error)


def _bytes(document: Document) -> bytes:
    if isinstance(document, bytes):
        return document
    if isinstance(document, str):
        return document.encode("utf-8")
    return json.dumps(document, ensure_ascii=False).encode("utf-8")


class _Handle:
    """A C handle that frees itself: by close(), by `with`, or with the last reference."""

    def __init__(self, handle: ctypes.c_void_p, free: Callable[[ctypes.c_void_p], None]) -> None:
        self._handle = handle
        # Not __del__: a finalizer also works at interpreter exit.
        self._finalizer = weakref.finalize(self, free, handle)

    @property
    def _pointer(self) -> ctypes.c_void_p:
        if not self._finalizer.alive:
            raise ValueError(f"this {type(self).__name__} is closed")
        return self._handle


class _Closeable(_Handle):
    """A handle worth closing early.  Close it only when no other thread uses it."""

    def close(self) -> None:
        """Frees the memory now.  Closing twice is allowed."""
        self._finalizer()

    def __enter__(self: _Self) -> _Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


_Self = TypeVar("_Self", bound=_Closeable)


class Cancel(_Handle):
    """Asks running calls to stop; may be used by several threads."""

    def __init__(self) -> None:
        handle = ctypes.c_void_p()
        _call(_native.cancel_new, ctypes.byref(handle))
        super().__init__(handle, _native.cancel_free)

    def request(self) -> None:
        """Every call that was given this object, now or later, raises CANCELLED."""
        _native.cancel_request(self._pointer)


_PARTS = {"matches": 1, "explanation": 2, "outputs": 4, "counterfactuals": 8}


class _Call:
    """Per-call options, and what must live as long as the call."""

    def __init__(self, *, as_of: str = "", tenant: str = "", cancel: Cancel | None = None,
                 deadline_ms: int = 0, progress: ProgressFunction | None = None,
                 unknown: Callable[[str], None] | None = None, omit: Iterable[str] = (),
                 max_threads: int = 0, max_document_bytes: int = 0, max_depth: int = 0) -> None:
        self._texts = (as_of.encode("utf-8"), tenant.encode("utf-8"))
        self._cancel = cancel
        self._raised: BaseException | None = None
        self.options = _native.CallOptions(
            struct_size=ctypes.sizeof(_native.CallOptions),
            as_of=_native.Str.of(self._texts[0]),
            tenant=_native.Str.of(self._texts[1]),
            cancel=cancel._pointer if cancel else None,
            deadline_ms=deadline_ms,
            omit_parts=sum(_PARTS[part] for part in set(omit)),
            max_threads=max_threads,
            max_document_bytes=max_document_bytes,
            max_depth=max_depth,
        )
        if progress:
            self.options.progress = _native.ProgressFn(
                lambda _, done, total: 1 if self._guard(progress, done, total) is False else 0)
        if unknown:
            self.options.unknown = _native.UnknownFn(
                lambda _, member: self._guard(unknown, member.text()) and None)

    def _guard(self, function: Callable[..., Any], *arguments: Any) -> Any:
        """No exception may cross the C API: it stops the call and is raised after it."""
        if self._raised is not None:
            return False
        try:
            return function(*arguments)
        except BaseException as raised:  # KeyboardInterrupt as well
            self._raised = raised
            return False

    def run(self, function: Callable[..., int], *arguments: Any) -> None:
        """Calls `function` with `arguments`, in which `self` stands for the options."""
        passed = [ctypes.byref(self.options) if a is self else a for a in arguments]
        try:
            _call(function, *passed)
        finally:
            if self._raised is not None:
                raise self._raised


class Policy(_Handle):
    """Versioned rules, parameters and texts.  Immutable."""

    @classmethod
    def standard(cls) -> Policy:
        """The complete policy that ships with the library."""
        handle = ctypes.c_void_p()
        _call(_native.policy_standard, ctypes.byref(handle))
        return cls(handle, _native.policy_free)

    @classmethod
    def from_json(cls, document: Document) -> Policy:
        """The policy of a document, schema "referee.policy/1", checked completely."""
        data, handle = _bytes(document), ctypes.c_void_p()
        _call(_native.policy_from_json, data, len(data), None, ctypes.byref(handle))
        return cls(handle, _native.policy_free)

    def with_parameters(self, **parameters: Any) -> Policy:
        """A copy with parameters replaced: policy.with_parameters(enterprise_employees=500)."""
        data, handle = _bytes(parameters), ctypes.c_void_p()
        _call(_native.policy_with_parameters, self._pointer, data, len(data), ctypes.byref(handle))
        return Policy(handle, _native.policy_free)

    @property
    def id(self) -> str:
        return _native.policy_id(self._pointer).text()

    @property
    def version(self) -> str:
        return _native.policy_version(self._pointer).text()

    @property
    def hash(self) -> str:
        """Of the canonical document, replaced parameters included."""
        return _native.policy_hash(self._pointer).text()

    def document(self) -> dict[str, Any]:
        """The canonical document."""
        return json.loads(_native.policy_json(self._pointer).text())


class Snapshot(_Closeable):
    """The records of one state; len() counts them.  Immutable."""

    def __len__(self) -> int:
        return _native.snapshot_count(self._pointer)


class Corpus(_Closeable):
    """The records that a host knows, being written.  One thread at a time."""

    def __init__(self) -> None:
        handle = ctypes.c_void_p()
        _call(_native.corpus_new, ctypes.byref(handle))
        super().__init__(handle, _native.corpus_free)

    def load_ndjson(self, data: str | bytes, *, name: str = "", **options: Any) -> None:
        """Adds or replaces the records of NDJSON text, all or nothing.

        `name` is what errors call it.  Options: cancel, deadline_ms, progress, unknown,
        max_document_bytes, max_depth.
        """
        file, content, call = _bytes(name), _bytes(data), _Call(**options)
        call.run(_native.corpus_load_ndjson, self._pointer, file, len(file), content, len(content),
                 call)

    def load_csv(self, data: str | bytes, *, mapping: str, name: str = "", **options: Any) -> None:
        """The same for a CRM's CSV export; `mapping` is "salesforce:lead" or the like."""
        kind, file, content, call = _bytes(mapping), _bytes(name), _bytes(data), _Call(**options)
        call.run(_native.corpus_load_csv, self._pointer, kind, len(kind), file, len(file), content,
                 len(content), call)

    def set_mapping(self, document: Document) -> None:
        """Adds a mapping of the host's own columns, which load_csv() finds by its name."""
        data = _bytes(document)
        _call(_native.corpus_set_mapping_json, self._pointer, data, len(data))

    def set_tables(self, document: Document) -> None:
        """Changes the tables of normalisation, before the first record.

        As {"schema": "referee.tables/1", "free_mail_domains": {"add": ["mail.example"]}}.
        """
        data = _bytes(document)
        _call(_native.corpus_set_tables_json, self._pointer, data, len(data))

    def begin_load(self) -> None:
        """Makes the loads until end_load() one load: a type and id occur once in all of them."""
        _call(_native.corpus_begin_load, self._pointer)

    def end_load(self) -> None:
        _call(_native.corpus_end_load, self._pointer)

    def upsert(self, record: Document, **options: Any) -> None:
        """Adds or replaces one record."""
        data, call = _bytes(record), _Call(**options)
        call.run(_native.corpus_upsert, self._pointer, data, len(data), call)

    def remove(self, type: str, id: str) -> bool:
        """Removes one record; False when there was none."""
        kind, key = _bytes(type), _bytes(id)
        try:
            _call(_native.corpus_remove, self._pointer, kind, len(kind), key, len(key))
        except RefereeError as error:
            if error.status == "NOT_FOUND":
                return False
            raise
        return True

    def snapshot(self) -> Snapshot:
        """The present state, for readers."""
        handle = ctypes.c_void_p()
        _call(_native.corpus_snapshot, self._pointer, ctypes.byref(handle))
        return Snapshot(handle, _native.snapshot_free)


_DISCLOSE = {"input": 1, "output": 2}


class Store(_Closeable):
    """What was submitted and decided.  Several threads may submit to one store.

    Store() is in memory and gone with the object; Store.open() is a file, which keeps a journal
    that can be audited, replayed and erased from.
    """

    def __init__(self) -> None:
        handle = ctypes.c_void_p()
        _call(_native.store_new_memory, ctypes.byref(handle))
        super().__init__(handle, _native.store_free)

    @classmethod
    def open(cls, path: str | bytes | os.PathLike[str], *, sign_key: bytes = b"",
             read_only: bool = False, busy_timeout_ms: int = 0) -> Store:
        """The store in a file, made where there is none."""
        name, handle = os.fsencode(path), ctypes.c_void_p()
        options = _native.StoreOptions(ctypes.sizeof(_native.StoreOptions),
                                       _native.Str.of(sign_key), int(read_only), busy_timeout_ms)
        _call(_native.store_open, name, len(name), ctypes.byref(options), ctypes.byref(handle))
        store = cls.__new__(cls)
        _Closeable.__init__(store, handle, _native.store_free)
        return store

    def entry_count(self, **options: Any) -> int:
        """How many entries the journal of a tenant has, numbered from 1."""
        call, count = _Call(**options), ctypes.c_uint64()
        call.run(_native.store_entry_count, self._pointer, call, ctypes.byref(count))
        return count.value

    def verify(self, head: str = "", **options: Any) -> dict[str, Any]:
        """Reads everything and says what is not as it was written: "sound" and "damage"."""
        expected, call, document = _bytes(head), _Call(**options), ctypes.c_void_p()
        call.run(_native.store_audit_verify, self._pointer, expected, len(expected), call, None,
                 ctypes.byref(document))
        return _take_document(document)

    def prove(self, entry: int, *, disclose: Iterable[str] = ("input",),
              **options: Any) -> dict[str, Any]:
        """A proof that an entry stands in the journal, for check_proof().

        `disclose` names what it shows of the entry: "input", "output".
        """
        call, document = _Call(**options), ctypes.c_void_p()
        shown = sum(_DISCLOSE[name] for name in disclose)
        call.run(_native.store_audit_prove, self._pointer, entry, shown, call,
                 ctypes.byref(document))
        return _take_document(document)

    def erase(self, erasure: Document, **options: Any) -> dict[str, Any]:
        """Removes a person's data; as_of is required."""
        data, call, document = _bytes(erasure), _Call(**options), ctypes.c_void_p()
        call.run(_native.store_erase, self._pointer, data, len(data), call, ctypes.byref(document))
        return _take_document(document)


def check_proof(proof: Document, root: str = "", **options: Any) -> dict[str, Any]:
    """Checks a proof without the store: "valid", and the "reason" when it is not."""
    data, published, call, document = (_bytes(proof), _bytes(root), _Call(**options),
                                       ctypes.c_void_p())
    call.run(_native.audit_check, data, len(data), published, len(published), call, None,
             ctypes.byref(document))
    return _take_document(document)


class Finding(NamedTuple):
    """What a gate contributes."""

    code: str
    lane: str
    verdict: str
    because: str
    review_role: str


class Conflict(NamedTuple):
    """Two titles that cannot both stand."""

    kind: str
    proposal: str
    review_role: str


class Match(NamedTuple):
    """A record that may be the same party."""

    type: str
    id: str
    probability: float
    bits: float
    band: str


_Item = TypeVar("_Item")


class _Items(Sequence[_Item]):
    """A list of the decision, read when it is asked for."""

    def __init__(self, count: int, read: Callable[[int], _Item]) -> None:
        self._count = count
        self._read = read

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        if isinstance(index, slice):
            return [self._read(i) for i in range(*index.indices(self._count))]
        position = index + self._count if index < 0 else index
        if not 0 <= position < self._count:
            raise IndexError(index)
        return self._read(position)


class Decision(_Closeable):
    """The whole answer to one submission.  Immutable."""

    @property
    def submission_id(self) -> str:
        return _native.decision_submission_id(self._pointer).text()

    @property
    def referral_id(self) -> str:
        """The referral that the submission belongs to; "" when there is none."""
        return _native.decision_referral_id(self._pointer).text()

    @property
    def sequence(self) -> int:
        return _native.decision_sequence(self._pointer)

    @property
    def recommendation(self) -> str:
        """accept, reject, needs_more_context or review.  Never an act: a person decides."""
        number = _native.decision_recommendation(self._pointer)
        return _native.recommendation_name(number).text()

    @property
    def lanes(self) -> dict[str, str]:
        """open, hold, stop or done, for each lane."""
        states = {}
        for lane in range(1, 6):
            state = _native.decision_lane(self._pointer, lane)
            states[_native.lane_name(lane).text()] = _native.lane_state_name(state).text()
        return states

    @property
    def confidence(self) -> str:
        """How sure the attribution is: confirmed, high, medium, low, disputed or none."""
        return _native.confidence_name(_native.decision_confidence(self._pointer)).text()

    @property
    def findings(self) -> Sequence[Finding]:
        """Every gate that ran, passes included, in the policy's order."""
        return _Items(_native.decision_finding_count(self._pointer), self._finding)

    @property
    def conflicts(self) -> Sequence[Conflict]:
        """The open conflicts, by precedence."""
        return _Items(_native.decision_conflict_count(self._pointer), self._conflict)

    @property
    def matches(self) -> Sequence[Match]:
        """The records that may be the same party, best first."""
        return _Items(_native.decision_match_count(self._pointer), self._match)

    @property
    def json(self) -> str:
        """The document, schema "referee.decision/1"; equal decisions are equal text."""
        return _native.decision_json(self._pointer).text()

    def document(self) -> dict[str, Any]:
        """The document as an object."""
        return json.loads(self.json)

    def _finding(self, index: int) -> Finding:
        item = _native.decision_finding_at(self._pointer, index)
        return Finding(
            _native.finding_code(item).text(),
            _native.lane_name(_native.finding_lane(item)).text(),
            _native.verdict_name(_native.finding_verdict(item)).text(),
            _native.finding_because(item).text(),
            _native.finding_review_role(item).text(),
        )

    def _conflict(self, index: int) -> Conflict:
        item = _native.decision_conflict_at(self._pointer, index)
        return Conflict(
            _native.conflict_kind(item).text(),
            _native.conflict_proposal(item).text(),
            _native.conflict_review_role(item).text(),
        )

    def _match(self, index: int) -> Match:
        item = _native.decision_match_at(self._pointer, index)
        return Match(
            _native.match_type(item).text(),
            _native.match_id(item).text(),
            _native.match_probability(item),
            _native.match_bits(item),
            _native.band_name(_native.match_band(item)).text(),
        )


class Standing(_Closeable):
    """Where a referral stands: after an act of a person, or as the answer to a question.  Immutable."""

    @property
    def referral_id(self) -> str:
        return _native.standing_referral_id(self._pointer).text()

    @property
    def states(self) -> dict[str, str]:
        """The state of each aspect: {"status": "accepted", "reward": "reward.held", ...}."""
        states = {}
        for aspect in range(1, 7):
            state = _native.standing_state(self._pointer, aspect)
            states[_native.aspect_name(aspect).text()] = _native.state_name(state).text()
        return states

    @property
    def lanes(self) -> dict[str, str]:
        """open, hold, stop or done, for each lane; all open in the partner view."""
        states = {}
        for lane in range(1, 6):
            state = _native.standing_lane(self._pointer, lane)
            states[_native.lane_name(lane).text()] = _native.lane_state_name(state).text()
        return states

    @property
    def is_recorded(self) -> bool:
        """True when this call recorded an act; False for a repetition, and for an answer."""
        return _native.standing_is_recorded(self._pointer) == 1

    @property
    def json(self) -> str:
        """The document, schema "referee.act/1" or "referee.status/1"."""
        return _native.standing_json(self._pointer).text()

    def document(self) -> dict[str, Any]:
        """The document as an object."""
        return json.loads(self.json)


class Engine(_Handle):
    """Turns submissions into decisions.  Immutable: any number of threads may use one.

    `config` is the document of referee_config_set_json(); `log` is called with a level (1 info,
    2 warning, 3 error) and a line, on the thread of the call.
    """

    def __init__(self, *, config: Document | None = None,
                 log: Callable[[int, str], None] | None = None) -> None:
        settings, engine = ctypes.c_void_p(), ctypes.c_void_p()
        _call(_native.config_new, ctypes.byref(settings))
        # ctypes swallows what a log function raises, after printing it: the call goes on.
        self._log = _native.LogFn(
            lambda _, level, line: log(level, line.text()) and None) if log else _native.LogFn()
        try:
            if config is not None:
                data = _bytes(config)
                _call(_native.config_set_json, settings, data, len(data))
            _call(_native.config_set_log, settings, self._log, None, _native.DestroyFn())
            _call(_native.engine_new, settings, ctypes.byref(engine))
        finally:
            _native.config_free(settings)
        # No close(): a running call holds `self`, so the engine cannot be freed under it.
        super().__init__(engine, _native.engine_free)

    def submit(self, policy: Policy, snapshot: Snapshot, store: Store, submission: Document,
               **options: Any) -> Decision:
        """Adjudicates one submission and commits it to `store`.

        Options: as_of, tenant, cancel, deadline_ms, progress, unknown, omit ("matches",
        "explanation", "outputs"), max_threads, max_document_bytes, max_depth.
        """
        data, call, decision = _bytes(submission), _Call(**options), ctypes.c_void_p()
        call.run(_native.engine_submit, self._pointer, policy._pointer, snapshot._pointer,
                 store._pointer, data, len(data), call, ctypes.byref(decision))
        return Decision(decision, _native.decision_free)

    def submit_all(self, policy: Policy, snapshot: Snapshot, store: Store,
                   submissions: Iterable[Document], **options: Any) -> Iterator[Decision]:
        """Adjudicates submissions in the order of their receipt."""
        for submission in submissions:
            yield self.submit(policy, snapshot, store, submission, **options)

    def replay(self, store: Store, entry: int, **options: Any) -> dict[str, Any]:
        """Makes the decision of an entry again: "outcome" is same, different, erased or none."""
        call, document = _Call(**options), ctypes.c_void_p()
        call.run(_native.engine_replay, self._pointer, store._pointer, entry, call, None,
                 ctypes.byref(document))
        return _take_document(document)

    def approve(self, policy: Policy, store: Store, act: Document, *, as_of: str,
                **options: Any) -> Standing:
        """Records that a person approved or refused one exact thing; see referee_engine_approve().

        Raises PERMISSION_DENIED, FAILED_PRECONDITION, NOT_FOUND ... with the member at fault in
        `pointer` and the kind in `code`.  Options: tenant, cancel, deadline_ms.
        """
        return self._act(_native.engine_approve, policy, store, act, as_of, options)

    def transition(self, policy: Policy, store: Store, act: Document, *, as_of: str,
                   **options: Any) -> Standing:
        """Moves one aspect of a referral; codes() lists the moves and what they rest on."""
        return self._act(_native.engine_transition, policy, store, act, as_of, options)

    def status(self, policy: Policy, store: Store, query: Document, *, as_of: str,
               **options: Any) -> Standing:
        """Answers where a referral is, as far as the user of the query may know."""
        return self._act(_native.engine_status, policy, store, query, as_of, options)

    def _act(self, function: Callable[..., int], policy: Policy, store: Store, act: Document,
             as_of: str, options: dict[str, Any]) -> Standing:
        data, call, standing = _bytes(act), _Call(as_of=as_of, **options), ctypes.c_void_p()
        call.run(function, self._pointer, policy._pointer, store._pointer, data, len(data), call,
                 ctypes.byref(standing))
        return Standing(standing, _native.standing_free)

    def match(self, policy: Policy, snapshot: Snapshot, query: Document,
              **options: Any) -> dict[str, Any]:
        """The records that may be the same person or company, best first; decides nothing."""
        data, call, document = _bytes(query), _Call(**options), ctypes.c_void_p()
        call.run(_native.engine_match, self._pointer, policy._pointer, snapshot._pointer, data,
                 len(data), call, ctypes.byref(document))
        return _take_document(document)


def codes() -> dict[str, Any]:
    """Every code that documents carry: actions, states, moves, reasons, outcomes, tasks, events."""
    document = ctypes.c_void_p()
    _call(_native.codes_json, ctypes.byref(document))
    return _take_document(document)


def evaluate(expression: str, bindings: Document | None = None, *, schema: Document | None = None,
             mode: str = "strict") -> dict[str, Any]:
    """Evaluates one CEL expression.

    Gives {"value": ...}, {"unknown": [...]} or {"error": {...}}.  Mode "evidence" reads a field
    that is absent or null as unknown instead of an error.
    """
    source = _bytes(expression)
    variables = b"" if bindings is None else _bytes(bindings)
    types = b"" if schema is None else _bytes(schema)
    document = ctypes.c_void_p()
    _call(_native.expression_eval, source, len(source), variables, len(variables), types,
          len(types), {"strict": 0, "evidence": 1}[mode], None, ctypes.byref(document))
    return _take_document(document)


def _take_document(document: ctypes.c_void_p) -> dict[str, Any]:
    try:
        return json.loads(_native.document_json(document).text())
    finally:
        _native.document_free(document)
