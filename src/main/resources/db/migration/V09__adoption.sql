-- One program per legal entity. The revision counts every change of a step, so that answers of the gate can be kept.
create table program (
  id         uuid        primary key,
  entity     text        not null unique references entity,
  revision   bigint      not null,
  started_at timestamptz not null,
  started_by text        not null
);

-- What was decided about a step, and the work on its next decision. The state (accepted, due, lapsed …) follows from
-- these facts and the clock; it is never stored, so no job that does not run can keep a lapsed step open.
create table program_step (
  program_id  uuid        not null references program,
  step        integer     not null check (step between 1 and 8),
  cycle       integer     not null,
  work        text        not null check (work in ('NONE', 'IN_PROGRESS', 'SUBMITTED')),
  work_since  timestamptz,
  proposer    text,
  decision    text        check (decision in ('ACCEPTED', 'REFUSED', 'WAIVED')),
  decided_at  timestamptz,
  decided_by  text,
  valid_until timestamptz,
  lapsed_from timestamptz,
  reason      text,
  primary key (program_id, step),
  check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)),
  check ((work = 'NONE') = (work_since is null)),
  check (decision is null or (decision = 'REFUSED') = (valid_until is null))
);
comment on column program_step.cycle is 'Counts the rounds of work: evidence belongs to the round that it was prepared for';
comment on column program_step.lapsed_from is 'Set when the step lapses before its time, for instance a seat that stays vacant';

create table step_evidence (
  id         uuid        primary key,
  program_id uuid        not null,
  step       integer     not null,
  cycle      integer     not null,
  kind       text        not null,
  title      text        not null,
  content    jsonb       not null,
  digest     text        not null,
  added_by   text        not null,
  added_at   timestamptz not null,
  foreign key (program_id, step) references program_step
);
create index step_evidence_of_step on step_evidence (program_id, step, cycle, added_at);
create trigger attached before update or delete on step_evidence for each row execute function refuse_change();
