-- A finding may come to weigh more several times: each time is kept, so that weeks that are over stay as they were.

set role {{tables}};

alter table findings
  -- What it weighed between the first and the present, a line each, with since when: `55 2026-01-13T12:00:00.000Z`.
  add column rises text not null default '';

reset role;
