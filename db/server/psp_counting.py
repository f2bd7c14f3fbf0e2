"""Counting the cases of a year on a server, so that nobody can be recognised in an answer.

What a function answers every program can ask for: so small numbers are withheld here, and so are
the figures from which they could be computed, as `app.small_numbers.rules` withholds them.
"""

from __future__ import annotations

import tomllib
from datetime import date

from app.referrals.psp.rules import GroupKind, MeetingState
from db.psp_access import rules_on
from db.psp_counts import AGENCY, CRITERION, MEETING, STATE, TABLES, TOTAL
from resources import read_text

COUNTS = "sec.psp_counts(of_year integer)"
FIGURES = "TABLE (what text, code text, many bigint)"
"""NULL is withheld; of few cases the total and the tables are not there at all."""
WITHHELD = "sec_inside.withheld_figures(counts bigint[], smallest integer, most bigint)"
WITHHOLDING = """
DECLARE hidden boolean[]; one record; other bigint; small bigint := least(smallest - 1, most);
BEGIN
-- In one column a figure is safe when another withheld one can make up for it: rise as it falls,
-- or fall as it rises. Where none does, the cheapest of those that would is withheld as well.
hidden := ARRAY(SELECT v < smallest FROM unnest(counts) WITH ORDINALITY u(v, at) ORDER BY at);
FOR one IN SELECT v, at FROM unnest(counts) WITH ORDINALITY u(v, at) WHERE v < smallest
    ORDER BY v, at LOOP
    other := (SELECT o.at FROM unnest(counts, hidden) WITH ORDINALITY o(v, h, at)
        WHERE o.at <> one.at AND (
            (one.v < small AND o.v > CASE WHEN o.v < smallest THEN 0 ELSE smallest END)
            OR (one.v > 0 AND o.v < CASE WHEN o.v < smallest THEN small ELSE most END))
        ORDER BY CASE WHEN o.h THEN 0 ELSE o.v + 1 END, o.at LIMIT 1);
    IF other IS NULL THEN RETURN NULL; END IF;
    hidden[other] := true;
END LOOP;
RETURN hidden; END"""
_CASES = """public.psp_case c
    WHERE (wide OR c.group_id IN (SELECT sec_inside.open_psp_groups()))
    AND c.raised_on BETWEEN first AND last"""
_HELD = f"""public.psp_meeting m
    WHERE (wide OR m.group_id IN (SELECT sec_inside.open_psp_groups()))
    AND m.state = '{MeetingState.HELD.value}' AND m.starts_at::date BETWEEN first AND last"""
_GROUPED = f"""
    SELECT '{STATE}' AS what, c.state AS code, count(*) AS many FROM {_CASES} GROUP BY c.state
    UNION ALL SELECT '{AGENCY}', c.raised_agency, count(*) FROM {_CASES} GROUP BY c.raised_agency
    UNION ALL SELECT '{CRITERION}', k.code, count(*) FROM public.psp_criterion k
        WHERE k.case_id IN (SELECT c.id FROM {_CASES}) GROUP BY k.code"""


def counting() -> str:
    """Answer the SQL of the function that counts; a steering group counts over all groups."""
    return f"""
#variable_conflict use_column
DECLARE wide boolean; first date := make_date(of_year, 1, 1); last date := make_date(of_year, 12,
    31); kept jsonb; smallest integer; step integer; cases bigint; part record; hidden boolean[];
BEGIN
PERFORM sec.need(ARRAY['psp_member']);
wide := EXISTS (SELECT FROM public.psp_group g WHERE g.kind = '{GroupKind.STEERING.value}'
    AND g.id IN (SELECT sec_inside.open_psp_groups()));
kept := (SELECT s.value::jsonb FROM public.office_setting s WHERE s.name = 'small_numbers');
smallest := greatest({rules_on(date.max)["least_cell"]},
    coalesce((kept ->> 'least')::integer, {_usual()}));
step := greatest(coalesce((kept ->> 'rounding')::integer, 0), 1);
RETURN QUERY SELECT '{MEETING}', '', count(*) FROM {_HELD};
cases := (SELECT count(*) FROM {_CASES});
IF cases < smallest THEN RETURN; END IF;
RETURN QUERY SELECT '{TOTAL}', '', (cases + step / 2) / step * step;
FOR part IN SELECT k.what, array_agg(k.code ORDER BY k.at) AS codes,
    array_agg(coalesce(n.many, 0) ORDER BY k.at) AS counts
    FROM (VALUES {_codes()}) k(what, code, at)
    LEFT JOIN ({_GROUPED}) n ON n.what = k.what AND n.code = k.code GROUP BY k.what LOOP
    hidden := sec_inside.withheld_figures(part.counts, smallest, cases);
    IF hidden IS NOT NULL THEN
        RETURN QUERY SELECT part.what, u.code, CASE WHEN NOT u.is_hidden THEN
            (u.many + step / 2) / step * step END
            FROM unnest(part.codes, part.counts, hidden) u(code, many, is_hidden);
    END IF;
END LOOP; END"""


def _codes() -> str:
    return ", ".join(
        f"('{what}', '{code.value}', {at})"
        for what, codes in TABLES.items()
        for at, code in enumerate(codes)
    )


def _usual() -> int:
    """Answer from which number on the most careful practice tells, for who chose nothing."""
    read = tomllib.loads(read_text("mobile_advice", "small_numbers.toml"))
    return max(int(practice["least"]) for practice in read["practice"])
