-- The seats of a program's workgroup. Who holds a seat must hold its role too: the directory is asked each time.
create table workgroup_seat (
  program_id             uuid        not null references program,
  role                   text        not null,
  member                 text,
  member_declared        date,
  member_qualification   text        not null default '',
  delegate               text,
  delegate_declared      date,
  delegate_qualification text        not null default '',
  answered_by            text,
  vacant_since           timestamptz,
  primary key (program_id, role),
  check (member is null or member <> delegate),
  check (delegate is null or member is not null),
  check (answered_by is null or member is null),
  check ((member is null) = (member_declared is null)),
  check ((delegate is null) = (delegate_declared is null))
);
comment on column workgroup_seat.member_declared is 'Day of the declaration of conflicts of interest';
comment on column workgroup_seat.answered_by is 'The function declines its seat; this person answers its questions';
comment on column workgroup_seat.vacant_since is 'When it was noticed that nobody fills the seat; null while it is filled';

-- Meetings as they were recorded; a correction is told in the minutes of the next.
create table workgroup_meeting (
  id          uuid        primary key,
  program_id  uuid        not null references program,
  held_on     date        not null,
  present     jsonb       not null,
  quorate     boolean     not null,
  minutes     text        not null,
  decisions   jsonb       not null,
  recorded_at timestamptz not null,
  recorded_by text        not null,
  unique (program_id, held_on)
);
comment on column workgroup_meeting.present is 'The person who was there, by the role of the seat';
create trigger recorded before update or delete on workgroup_meeting for each row execute function refuse_change();

create table workgroup_issue (
  id          uuid        primary key,
  program_id  uuid        not null references program,
  title       text        not null,
  description text        not null,
  raised_at   timestamptz not null,
  raised_by   text        not null,
  decision    text,
  decided_at  timestamptz,
  decided_by  text,
  check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null))
);
create index workgroup_issue_of_program on workgroup_issue (program_id, raised_at);
