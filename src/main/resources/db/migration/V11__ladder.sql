-- Who is away, and who stands in. Days are those of the organization's zone; the last one does not belong to the absence.
create table absence (
  id          uuid        primary key,
  person      text        not null,
  from_day    date        not null,
  to_day      date        not null,
  deputy      text,
  reason      text        not null check (reason in ('LEAVE', 'BUSINESS', 'OTHER')),
  entered_by  text        not null,
  entered_at  timestamptz not null,
  canceled_by text,
  canceled_at timestamptz,
  check (to_day > from_day),
  check (deputy <> person),
  check ((canceled_by is null) = (canceled_at is null))
);
create index absence_by_day on absence (to_day) where canceled_at is null;

-- One row for every task that waits for a person, from its creation to its end. What is due next is one column, so that a
-- sweep reads an index and no process.
create table ladder (
  key           text        primary key,
  stream        uuid        not null,
  process_key   text        not null,
  task_key      text        not null,
  task          text        not null,
  roles         text[]      not null,
  risk_class    integer,
  holder        text,
  waiting_since timestamptz not null,
  halfway_at    timestamptz,
  nearly_at     timestamptz,
  due_at        timestamptz,
  supervisor    text,
  executive     text,
  priority      boolean,
  link          text        not null,
  climbed_at    timestamptz not null,
  next_at       timestamptz,
  closed_at     timestamptz,
  -- Whatever is not decided is looked at again.
  check ((closed_at is null) = (next_at is not null)),
  -- Deadlines and superiors are filled in by the first sweep, all at once.
  check ((due_at is null) = (halfway_at is null) and (due_at is null) = (nearly_at is null)),
  check (priority is null or due_at is not null and supervisor is not null and executive is not null)
);
create index ladder_next on ladder (next_at) where closed_at is null;
create index ladder_of_holder on ladder (holder) where closed_at is null;
comment on column ladder.task is 'name as in the task list: labels only, nothing typed';
comment on column ladder.climbed_at is 'every rung up to this moment was told';

-- What somebody is to be told, once: unique whatever dies in the middle.
create table notice (
  id           bigint      generated always as identity primary key,
  ladder_key   text        not null references ladder,
  rung         integer     not null,
  occurrence   integer     not null,
  recipient    text        not null,
  level        text        not null check (level in ('HOLDER', 'SUPERVISOR', 'EXECUTIVE', 'COMMITTEE')),
  on_behalf_of text,
  created_at   timestamptz not null,
  state        text        not null default 'WAITING' check (state in ('WAITING', 'MAILED', 'NEEDLESS')),
  mail_key     text,
  mailed_at    timestamptz,
  unique (ladder_key, rung, occurrence, recipient),
  check ((state = 'MAILED') = (mail_key is not null) and (mail_key is null) = (mailed_at is null))
);
create index notice_waiting on notice (recipient) where state = 'WAITING';
create index notice_newest on notice (created_at desc, id desc);
create index notice_last_mail on notice (recipient, mailed_at) where state = 'MAILED';
comment on column notice.state is 'NEEDLESS: the task was decided before the mail went out';
comment on column notice.mail_key is 'event key of the mail; many notices share the mail of a digest';

alter table mail add column template_version text;
comment on column mail.template_version is 'hash of the files of the template; null for mails written before it was kept';

-- The message log as it is read: who was told what, when, in which words, and what became of the mail.
create view message_log as
select n.id, n.recipient, n.on_behalf_of, n.rung, n.occurrence, n.level, n.created_at, n.state, l.key, l.stream, l.task,
       l.due_at, n.mailed_at, m.id as mail, m.template, m.template_version, m.state as mail_state, m.attempts, m.sent_at,
       m.last_error
from notice n
join ladder l on l.key = n.ladder_key
left join mail m on m.event_key = n.mail_key and m.recipient = n.recipient;
