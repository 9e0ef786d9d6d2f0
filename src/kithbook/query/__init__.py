"""What we ask: pure functions of a `Book` and a day.

Answers are NamedTuples with the field names of the JSON output (docs/cli.md). They may
hold withheld text; `report.plain` takes it out before anything is shown. What must not
be known of a confidential person (dates, counts) is already absent here.
"""
