-- Crises of the organization. One at a time; a level that needs it is in force only when a second person confirmed it.
create table crisis (
  id               uuid        primary key,
  level            integer     not null,
  cause            text        not null,
  declared_at      timestamptz not null,
  declared_by      text        not null,
  confirmed_at     timestamptz,
  confirmed_by     text        check (confirmed_by <> declared_by),
  ended_at         timestamptz,
  ended_by         text,
  after_action_due timestamptz,
  after_action     text,
  after_action_at  timestamptz,
  after_action_by  text,
  check ((confirmed_at is null) = (confirmed_by is null)),
  check ((ended_at is null) = (ended_by is null)),
  check ((after_action is null) = (after_action_at is null) and (after_action is null) = (after_action_by is null)),
  check (after_action_due is null or ended_at is not null)
);
create unique index crisis_one_at_a_time on crisis ((true)) where ended_at is null;

create table holding_statement (
  id          uuid        primary key,
  title       text        not null,
  wording     text        not null,
  proposed_at timestamptz not null,
  proposed_by text        not null,
  approved_at timestamptz,
  approved_by text        check (approved_by <> proposed_by),
  review_by   date,
  retired_at  timestamptz,
  check ((approved_at is null) = (approved_by is null) and (approved_at is null) = (review_by is null))
);

create table crisis_drill (
  id          uuid        primary key,
  held_on     date        not null,
  scenario    text        not null,
  findings    text        not null,
  recorded_at timestamptz not null,
  recorded_by text        not null
);
create trigger recorded before update or delete on crisis_drill for each row execute function refuse_change();
