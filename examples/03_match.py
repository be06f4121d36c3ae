"""Who is this lead already?  Matching alone: nothing is decided, nothing is kept."""

import json

import referee

RECORDS = [
    {"type": "account", "id": "a-1", "name": "Falkenried Werke AG",
     "domains": ["falkenried.example"], "address": {"city": "Hamburg", "country": "DE"}},
    {"type": "contact", "id": "c-1", "first_name": "Jonas", "last_name": "Weber",
     "emails": ["jonas.weber@falkenried.example"], "company_id": "a-1"},
    {"type": "contact", "id": "c-2", "first_name": "Johanna", "last_name": "Weber",
     "emails": ["johanna.weber@alster.example"]},
]

QUERY = {"type": "lead", "id": "q-1", "first_name": "Jonas", "last_name": "Weber",
         "emails": ["Jonas.Weber@Falkenried.example"],
         "company": {"name": "Falkenried Werke"}}

with referee.Corpus() as corpus:
    corpus.load_ndjson("\n".join(map(json.dumps, RECORDS)), name="records")
    records = corpus.snapshot()

answer = referee.Engine().match(referee.Policy.standard(), records, QUERY)
for match in answer["matches"]:
    print(match["band"], match["type"], match["id"])
