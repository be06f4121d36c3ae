"""Six stories of the sample world from receipt to the end, every step by a person.

Nothing here decides by itself: the engine says what it recommends and what must be approved; the
people of examples/world approve, move, and ask.  Each refusal is printed as well as each success.
"""

import json
import pathlib

import referee

WORLD = pathlib.Path(__file__).parent / "world"
PEOPLE = {"partner_manager": "u-maya", "partner_owner": "u-tom", "program_owner": "u-ida"}
ENGINE, POLICY, STORE = referee.Engine(), referee.Policy.standard(), referee.Store()
CORPUS = referee.Corpus()
CORPUS.load_ndjson((WORLD / "records.ndjson").read_bytes(), name="records.ndjson")
RECORDS = CORPUS.snapshot()
SUBMISSIONS = {s["id"]: s for s in map(
    json.loads, (WORLD / "submissions.ndjson").read_text().splitlines())}
COUNT = iter(range(1, 1000))


def tell(title):
    print(f"\n{title}\n{'-' * len(title)}")


def submit(name):
    d = ENGINE.submit(POLICY, RECORDS, STORE, SUBMISSIONS[name]).document()
    lanes = ", ".join(f"{lane} {state}" for lane, state in d["lanes"].items() if state != "open")
    print(f"{name}: recommendation {d['recommendation']}; {lanes or 'every lane open'}")
    for conflict in d["conflicts"]:
        print(f"  conflict {conflict['kind']}, for {conflict['review']['role']}")
    return d["referral_id"]


def act(function, day, **members):
    """What a person does, or asks; prints the refusal when it may not be."""
    try:
        return function(POLICY, STORE, members, as_of=f"2026-06-{day}T12:00:00Z").document()
    except referee.RefereeError as error:
        print(f"  refused: {error.message}")
        return None


def status(referral, day, user="u-sam"):
    return act(ENGINE.status, day, type="status", referral_id=referral, user=user)


def approve(referral, action, day):
    """Everybody who is asked for this action approves what there is now."""
    for subject in status(referral, day)["subjects"]:
        if subject["action"] == action:
            done = act(ENGINE.approve, day, type="approval", id=f"act-{next(COUNT)}",
                       referral_id=referral, action=action, subject_hash=subject["subject_hash"],
                       user=PEOPLE[subject["role"]], role=subject["role"], decision="approve",
                       rationale="read and agreed")
            if done:
                print(f"  {PEOPLE[subject['role']]} approves {action} as {subject['role']}")


def move(referral, to, day, by="u-sam", **members):
    done = act(ENGINE.transition, day, type="transition", id=f"act-{next(COUNT)}",
               referral_id=referral, to=to, user=by, **members)
    if done:
        print(f"  {by} moves it to {to}")


def ask(referral, day, user):
    answer = status(referral, day, user)
    if answer:
        print(f'  {user} asks and is told: "{answer["answer"]}"')


tell("SCN-01: a lead that marketing found first")
pegnitzer = submit("s-01")
move(pegnitzer, "credit.credited", "02")
approve(pegnitzer, "attribute", "02")
move(pegnitzer, "credit.credited", "02")
ask(pegnitzer, "03", "pu-ira")

tell("SCN-02: two partners in the same week")
halmstad = submit("s-02")
approve(halmstad, "accept", "02")
move(halmstad, "accepted", "02")
assert submit("s-03") == halmstad
print(f"  its status is {status(halmstad, '04')['state']} again: what was accepted has changed")
move(halmstad, "routed", "05")
move(halmstad, "accepted", "05")
approve(halmstad, "accept", "05")
move(halmstad, "accepted", "05")
move(halmstad, "routed", "05")
approve(halmstad, "attribute", "05")
move(halmstad, "routed", "05", outcome="confirmed")

tell("SCN-03: a web form, and a partner named on the call")
linthal = submit("s-04")
move(linthal, "disputed", "06")
move(linthal, "in_review", "06")
ask(linthal, "07", "pu-svenja")

tell("SCN-04: a good fit is routed, a low fit is closed with care")
brenn = submit("s-05")
for action, to in (("accept", "accepted"), ("attribute", "routed")):
    approve(brenn, action, "09")
    move(brenn, to, "09")
move(brenn, "credit.credited", "09")
fado = submit("s-06")
move(fado, "in_review", "09")
move(fado, "rejected", "09", reason="low_fit")
approve(fado, "reject_message", "09")
move(fado, "rejected", "09", reason="low_fit")
ask(fado, "10", "pu-rui")
move(fado, "feedback.approved", "10", by="u-maya")
move(fado, "feedback.sent", "10", by="u-maya")
ask(fado, "11", "pu-rui")

tell("SCN-09: what happened to my referral, do I get credit?")
assert submit("s-07") == halmstad
ask(halmstad, "12", "pu-cem")
move(halmstad, "credit.credited", "12")
ask(halmstad, "12", "pu-cem")
ask(halmstad, "12", "pu-jan")
ask(halmstad, "12", "pu-rui")

tell("SCN-10: a reward is claimed while the attribution is open")
assert submit("s-08") == linthal
print(f"  its reward is {status(linthal, '10')['reward_state']}")
move(linthal, "reward.eligible", "10")
approve(linthal, "attribute", "10")
move(linthal, "credit.credited", "10")
move(linthal, "reward.eligible", "10")
approve(linthal, "accept", "10")
move(linthal, "in_review", "10")
move(linthal, "accepted", "10")
for action in ("commission", "reward"):
    approve(linthal, action, "10")
move(linthal, "reward.approved", "10")
ask(linthal, "11", "pu-svenja")
