"""What the package promises to people who write Python."""

import gc
import json
import threading

import pytest

import referee

PARTNERS = [
    {"type": "partner", "id": f"p-{name}", "name": name, "domains": [f"{name}.example"],
     "program_id": "prog",
     "program_status": [{"status": "active", "from": "2025-01-01T00:00:00Z", "to": None}]}
    for name in ("nova", "peak")
]
CONTACT = {"type": "contact", "id": "c-1", "first_name": "Jonas", "last_name": "Wéber",
           "emails": ["jonas.weber@falkenried.example"]}


def submission(id: str, partner: str, **more):
    return {
        "type": "submission", "id": id, "idempotency_key": f"portal:{id}", "channel": "portal",
        "intent": "referral", "partner_id": partner, "received_at": "2026-06-01T10:00:20Z",
        "program_id": "prog",
        "lead": {"first_name": "Jonas", "last_name": "Wéber",
                 "emails": ["jonas.weber@falkenried.example"]},
        "company": {"name": "Falkenried Werke AG", "domains": ["falkenried.example"]},
        **more,
    }


@pytest.fixture
def engine():
    return referee.Engine()


@pytest.fixture(scope="module")
def policy():
    return referee.Policy.standard()


@pytest.fixture
def snapshot():
    with referee.Corpus() as corpus:
        corpus.load_ndjson("\n".join(map(json.dumps, [*PARTNERS, CONTACT])), name="crm.ndjson")
        return corpus.snapshot()


def test_a_decision_reads_like_a_python_object(engine, policy, snapshot):
    store = referee.Store()
    engine.submit(policy, snapshot, store, submission("s-1", "p-nova"))
    with engine.submit(policy, snapshot, store, submission("s-2", "p-peak")) as decision:
        assert decision.submission_id == "s-2"
        assert decision.sequence == 2
        assert decision.recommendation == "review"
        assert decision.confidence == "disputed"
        assert set(decision.lanes) == {"fit", "ownership", "attribution", "reward", "comms"}
        assert decision.conflicts and decision.conflicts[0].kind
        assert "attribution_disputed" in [finding.code for finding in decision.findings]
        assert decision.findings[-1] == decision.findings[len(decision.findings) - 1]
        assert len(decision.findings[:2]) == 2
        assert any(match.id == "c-1" and 0 < match.probability < 1 for match in decision.matches)
        document = decision.document()
        assert document["schema"] == "referee.decision/1"
        assert document["recommendation"] == decision.recommendation
        assert [c["kind"] for c in document["conflicts"]] == [c.kind for c in decision.conflicts]
    with pytest.raises(ValueError, match="closed"):
        _ = decision.json
    with pytest.raises(IndexError):
        _ = engine.submit(policy, snapshot, store, submission("s-3", "p-peak")).findings[10**6]


def test_an_error_says_status_and_place_and_never_the_value(engine, policy, snapshot):
    wrong = submission("s-1", "p-nova", lead={"emails": ["a@b.example", 4711]})
    with pytest.raises(referee.RefereeError) as raised:
        engine.submit(policy, snapshot, referee.Store(), wrong)
    assert raised.value.status == "INVALID_ARGUMENT"
    assert raised.value.pointer == "/lead/emails/1"
    assert "4711" not in str(raised.value)


def test_a_bad_record_names_file_and_line():
    corpus = referee.Corpus()
    with pytest.raises(referee.RefereeError) as raised:
        corpus.load_ndjson(b'{"type":"partner","id":"p"}\n{"type":"partner"}\n', name="crm.ndjson")
    assert (raised.value.file, raised.value.line) == ("crm.ndjson", 2)
    assert len(corpus.snapshot()) == 0


def test_a_corpus_upserts_and_removes():
    with referee.Corpus() as corpus:
        corpus.upsert(CONTACT)
        before = corpus.snapshot()
        assert corpus.remove("contact", "c-1") is True
        assert corpus.remove("contact", "c-1") is False
        assert (len(before), len(corpus.snapshot())) == (1, 0)
    with pytest.raises(ValueError, match="closed"):
        corpus.snapshot()


def test_a_corpus_takes_changed_tables_before_its_first_record():
    corpus = referee.Corpus()
    with pytest.raises(referee.RefereeError) as raised:
        corpus.set_tables({"schema": "referee.tables/1", "free_mail_domains": {"add": ["com"]}})
    assert raised.value.pointer == "/free_mail_domains/add/0"
    corpus.set_tables(
        {"schema": "referee.tables/1", "free_mail_domains": {"add": ["falkenried.example"]}})
    corpus.upsert(CONTACT)
    with pytest.raises(referee.RefereeError) as raised:
        corpus.set_tables({"schema": "referee.tables/1"})
    assert raised.value.status == "FAILED_PRECONDITION"
    assert len(corpus.snapshot()) == 1


def test_the_same_submission_gives_the_same_text(engine, policy, snapshot):
    store = referee.Store()
    texts = [d.json for d in engine.submit_all(
        policy, snapshot, store, [submission("s-1", "p-nova")] * 2)]
    assert texts[0] == texts[1]
    assert texts[0] == engine.submit(policy, snapshot, referee.Store(),
                                     submission("s-1", "p-nova")).json


def test_options_reach_the_library(engine, policy, snapshot):
    options = {"as_of": "2026-07-01T00:00:00Z", "tenant": "acme", "omit": ["matches"]}
    decision = engine.submit(policy, snapshot, referee.Store(), submission("s-1", "p-nova"),
                             **options)
    assert decision.document()["as_of"] == "2026-07-01T00:00:00Z"
    assert len(decision.matches) == 0
    cancel = referee.Cancel()
    cancel.request()
    with pytest.raises(referee.RefereeError, match="cancelled"):
        engine.submit(policy, snapshot, referee.Store(), submission("s-1", "p-nova"),
                      cancel=cancel)


def test_an_exception_of_a_callback_comes_back_as_itself(engine, policy, snapshot):
    class Stop(Exception):
        pass

    def unknown(member: str) -> None:
        raise Stop(member)

    with pytest.raises(Stop, match="favourite_colour"):
        engine.submit(policy, snapshot, referee.Store(),
                      submission("s-1", "p-nova", favourite_colour="blue"), unknown=unknown)


def test_progress_can_stop_a_load():
    lines = "\n".join(json.dumps({"type": "partner", "id": f"p-{i}"}) for i in range(5000))
    with pytest.raises(referee.RefereeError) as raised:
        referee.Corpus().load_ndjson(lines, progress=lambda done, total: False)
    assert raised.value.status == "CANCELLED"


def test_the_log_gets_a_line_a_decision(policy, snapshot):
    lines = []
    engine = referee.Engine(log=lambda level, line: lines.append((level, line)))
    engine.submit(policy, snapshot, referee.Store(), submission("s-1", "p-nova"))
    assert len(lines) == 1 and lines[0][0] == 1


def test_a_policy_takes_parameters(policy):
    changed = policy.with_parameters(enterprise_employees=500)
    assert changed.hash != policy.hash
    assert changed.document()["parameters"]["enterprise_employees"] == 500
    assert referee.Policy.from_json(policy.document()).hash == policy.hash
    with pytest.raises(referee.RefereeError) as raised:
        policy.with_parameters(no_such=1)
    assert raised.value.pointer == "/parameters/no_such"


def test_matching_and_expressions_stand_alone(engine, policy, snapshot):
    answer = engine.match(policy, snapshot, submission("s-1", "p-nova"))
    assert [match["id"] for match in answer["matches"]] == ["c-1"]
    assert referee.evaluate("a + 1", {"a": 2}) == {"value": 3}
    assert referee.evaluate("a.b", {"a": {"b": None}}, mode="evidence") == {
        "unknown": [{"path": "a.b", "reason": "null"}]}
    assert "error" in referee.evaluate("1 +")


def test_handles_may_go_in_any_order(policy, snapshot):
    engine = referee.Engine()
    decision = engine.submit(policy, snapshot, referee.Store(), submission("s-1", "p-nova"))
    del engine, snapshot
    gc.collect()
    assert decision.findings[0].code


def test_eight_threads_share_one_engine_and_one_store(engine, policy, snapshot):
    store, texts, failures = referee.Store(), [None] * 8, []
    start = threading.Barrier(8)

    def work(number: int) -> None:
        try:
            start.wait()
            for _ in range(5):
                decision = engine.submit(policy, snapshot, store, submission("s-1", "p-nova"),
                                         tenant=f"tenant-{number}")
                text = decision.json
                assert texts[number] in (None, text)
                texts[number] = text
        except BaseException as failure:
            failures.append(failure)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    assert all(texts)


def test_a_store_file_keeps_decisions_that_can_be_audited_replayed_and_erased(
        engine, policy, snapshot, tmp_path):
    path = tmp_path / "decisions.db"
    with referee.Store.open(path, sign_key=b"k" * 32) as store:
        first = engine.submit(policy, snapshot, store, submission("s-1", "p-nova"))
        text, codes = first.json, [finding.code for finding in first.findings]
    with referee.Store.open(path) as store:
        again = engine.submit(policy, snapshot, store, submission("s-1", "p-nova"))
        assert again.json == text
        assert [finding.code for finding in again.findings] == codes
        assert store.entry_count() == 1 and store.entry_count(tenant="other") == 0
        assert store.verify()["sound"]
        assert engine.replay(store, 1)["outcome"] == "same"
        assert referee.check_proof(store.prove(1, disclose=["input", "output"]))["valid"]
        with pytest.raises(referee.RefereeError) as raised:
            store.erase({"type": "erasure", "id": "er-1", "submission_id": "s-1"})
        assert raised.value.pointer == "/as_of"
        erased = store.erase({"type": "erasure", "id": "er-1", "submission_id": "s-1"},
                             as_of="2026-07-01T00:00:00Z")
        assert erased["entries"] == [1]
        assert engine.replay(store, 1)["outcome"] == "erased"
    with referee.Store.open(path, read_only=True) as store:
        assert store.verify()["erased"] == erased["texts"] + 1
    with pytest.raises(referee.RefereeError) as raised:
        referee.Store().verify()
    assert raised.value.status == "FAILED_PRECONDITION"


def approval_of(decision, action, user, role):
    """The act by which a person approves what the decision asks for."""
    need = next(n for n in decision.document()["approvals_needed"] if n["action"] == action)
    return {"type": "approval", "id": f"act-{action}-{user}", "referral_id": decision.referral_id,
            "action": action, "subject_hash": need["subject_hash"], "user": user, "role": role,
            "decision": "approve", "rationale": "looked at it"}


def test_people_approve_move_and_ask(engine, policy):
    corpus = referee.Corpus()
    for record in ({"type": "user", "id": "u-1", "roles": ["partner_manager", "partner_owner"]},
                   {"type": "user", "id": "u-2", "roles": ["partner_owner"]}):
        corpus.upsert(record)
    store = referee.Store()
    decision = engine.submit(policy, corpus.snapshot(), store, submission("s-1", "p-nova"))
    day = {"as_of": "2026-06-20T00:00:00Z"}
    move = {"type": "transition", "id": "m-1", "referral_id": decision.referral_id,
            "to": "credit.credited", "user": "u-2"}
    with pytest.raises(referee.RefereeError) as raised:
        engine.transition(policy, store, move, **day)
    assert (raised.value.status, raised.value.code) == ("FAILED_PRECONDITION", "approval.missing")
    given = engine.approve(
        policy, store, approval_of(decision, "attribute", "u-1", "partner_manager"), **day)
    assert given.is_recorded and given.referral_id == decision.referral_id
    if given.lanes["attribution"] != "done":
        engine.approve(
            policy, store, approval_of(decision, "attribute", "u-2", "partner_owner"), **day)
    moved = engine.transition(policy, store, move, **day)
    assert moved.states["credit"] == "credit.credited"
    again = engine.transition(policy, store, move, **day)
    assert again.json == moved.json and not again.is_recorded
    answer = engine.status(policy, store, {"type": "status", "user": "u-2",
                                           "submission_id": "s-1"}, **day)
    assert answer.document()["credit_state"] == "credited"


def test_the_codes_are_one_table():
    codes = referee.codes()
    assert {"actions", "states", "moves", "reasons", "outcomes", "tasks", "events"} < set(codes)
    assert all(row["code"] and row["meaning"] for row in codes["states"])
