-- The legal entities of a health system. Each has its own adoption program, and each account belongs to one.
create table entity (
  id       text        primary key check (id ~ '^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$'),
  name     text        not null unique,
  added_at timestamptz not null,
  added_by text        not null
);
insert into entity values ('organization', 'The organization', now(), 'system');
alter table account add column entity text not null default 'organization' references entity;
