-- One delivery per version and account. What identifies it on the network is chosen once, when the row is made.
create table delivery (
  id              uuid primary key,
  post_id         uuid not null,
  version_number  integer not null check (version_number > 0),
  account_id      text not null references account (id),
  digest          text not null,
  record_key      text not null unique check (record_key ~ '^[2-7a-j][2-7a-z]{12}$'),
  idempotency_key uuid not null unique,
  record_time     timestamptz not null,
  state           text not null check (state in ('READY', 'SENDING', 'SENT', 'REFUSED', 'UNKNOWN', 'NEEDS_PERSON',
                                                 'POSTED_BY_HAND', 'NOT_POSTED', 'LATE')),
  -- The number of the attempt that may write the outcome; whoever comes back with an older one is too late.
  fence           bigint not null default 0,
  -- Attempts in a row that certainly did not arrive, and looks in a row that found nothing out.
  tries           integer not null default 0,
  looks           integer not null default 0,
  remote_id       text,
  remote_url      text,
  explanation     text,
  advice          text,
  changed_at      timestamptz not null,
  unique (post_id, version_number, account_id),
  check (state not in ('SENT', 'POSTED_BY_HAND') or remote_url is not null or remote_id is not null)
);
-- No post on a network belongs to two deliveries, however alike their texts are.
create unique index delivery_remote on delivery (account_id, remote_id) where remote_id is not null;
create index delivery_open on delivery (changed_at) where state in ('READY', 'SENDING', 'REFUSED', 'UNKNOWN', 'NEEDS_PERSON');

-- Committed before the call it stands for: an attempt without an end is one that nobody knows the end of.
create table delivery_attempt (
  delivery_id uuid not null references delivery (id),
  fence       bigint not null,
  started_at  timestamptz not null,
  ended_at    timestamptz,
  outcome     text check (outcome in ('SENT', 'REFUSED', 'NOT_SENT', 'UNKNOWN')),
  primary key (delivery_id, fence),
  check ((ended_at is null) = (outcome is null))
);

-- Tells record keys of the same microsecond apart (clock identifier of AT Protocol TIDs, 10 bits).
create sequence delivery_clock_id minvalue 0 maxvalue 1023 start 0 cycle;
