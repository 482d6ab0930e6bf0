-- The social media policy of an entity. A draft is edited; what was submitted is frozen with its digest.
create table policy_version (
  id           uuid        primary key,
  entity       text        not null references entity,
  number       integer     not null,
  title        text        not null,
  sections     jsonb       not null,
  reasons      jsonb       not null,
  state        text        not null check (state in ('DRAFT', 'SUBMITTED', 'PUBLISHED')),
  revision     integer     not null,
  round        integer     not null,
  digest       text,
  created_by   text        not null,
  created_at   timestamptz not null,
  submitted_by text,
  submitted_at timestamptz,
  published_by text,
  published_at timestamptz,
  unique (entity, number),
  check ((state = 'DRAFT') = (digest is null)),
  check ((state = 'PUBLISHED') = (published_at is not null))
);
comment on column policy_version.reasons is 'Why a finding of the labor-law lint stands, by the key of the finding';
comment on column policy_version.round is 'Counts the submissions: signatures of an earlier round count no more';
-- One version at a time is worked on.
create unique index policy_in_work on policy_version (entity) where state <> 'PUBLISHED';

create table policy_signature (
  policy_id uuid        not null references policy_version,
  round     integer     not null,
  role      text        not null,
  user_id   text        not null,
  digest    text        not null,
  signed_at timestamptz not null,
  primary key (policy_id, round, role),
  unique (policy_id, round, user_id)
);
create trigger signed before update or delete on policy_signature for each row execute function refuse_change();

create function refuse_published_policy() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state = 'PUBLISHED'
        or old.state = 'SUBMITTED' and new.state <> 'DRAFT'
           and (new.sections, new.title, new.digest) is distinct from (old.sections, old.title, old.digest) then
        raise exception '% on % is refused: what was submitted or published never changes', tg_op, tg_table_name
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger frozen before update or delete on policy_version for each row execute function refuse_published_policy();

-- From this moment training is required of everybody who works for the entity.
create table training_launch (
  entity      text        primary key references entity,
  launched_at timestamptz not null,
  launched_by text        not null
);

-- One row for each person and module; due_at moves with each training.
create table training_assignment (
  user_id         text        not null,
  module          text        not null,
  assigned_at     timestamptz not null,
  due_at          timestamptz not null,
  completed_at    timestamptz,
  content_version integer,
  primary key (user_id, module),
  check ((completed_at is null) = (content_version is null))
);
comment on column training_assignment.due_at is 'When the training must be done (again): a right ends then, after its grace';
-- Asked at each draft, claim and decision: what of this person was due before a moment.
create index training_due on training_assignment (user_id, due_at) include (module);

-- What was shown, word by word, once for each digest.
create table training_content (
  digest  text    primary key,
  module  text    not null,
  version integer not null,
  content jsonb   not null
);
create trigger shown before update or delete on training_content for each row execute function refuse_change();

create table training_attempt (
  id              uuid        primary key,
  user_id         text        not null,
  module          text        not null,
  content_version integer     not null,
  digest          text        not null references training_content,
  answers         jsonb       not null,
  score           integer     check (score between 0 and 100),
  passed          boolean     not null,
  at              timestamptz not null
);
comment on column training_attempt.score is 'Percent of right answers; null where there is no quiz';
create index training_attempt_of_person on training_attempt (user_id, module, at desc);
create trigger attempted before update or delete on training_attempt for each row execute function refuse_change();
