"""Run where mentor-match is installed, and nothing of ours: people in on stdin, seconds and total out on stdout."""

import json
import operator
import sys
from time import process_time

from matching.mentee import Mentee
from matching.mentor import Mentor
from matching.process import process_data
from matching.rules.rule import Equivalent, Grade

EQUAL = {"profession": 10, "organisation": 5, "role": 2}
YEARS = range(1, 9)


def person(kind, row):
    return kind(
        email=str(row["id"]),
        grade=int(row["years_experience"]),
        profession=row["department"],
        organisation=row["location"],
        role=row["languages"],
    )


def score(mentor, mentee):
    common = sum(worth for name, worth in EQUAL.items() if getattr(mentor, name) == getattr(mentee, name))
    return common + sum(mentor.grade - mentee.grade >= years for years in YEARS)


people = json.load(sys.stdin)
begun = process_time()
mentors, mentees = process_data(
    [person(Mentor, row) for row in people["mentors"]],
    [person(Mentee, row) for row in people["mentees"]],
    [
        [
            *(Equivalent(name, {True: worth, False: 0}) for name, worth in EQUAL.items()),
            *(Grade(years, operator.ge, {True: 1, False: 0}) for years in YEARS),
        ]
    ],
)
taken = process_time() - begun
total = sum(score(mentor, mentee) for mentor in mentors for mentee in mentor.mentees)
print(json.dumps({"seconds": taken, "total": total}))
