-- The social accounts of the organization. The secret is encrypted with a key that is not in the database.
create table account (
  id            text primary key check (id ~ '^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$'),
  channel       text not null check (channel in ('BLUESKY', 'MASTODON', 'LINKEDIN', 'FACEBOOK')),
  connector     text not null check (connector in ('bluesky', 'mastodon', 'manual')),
  name          text not null,
  handle        text not null,
  server        text,
  active        boolean not null,
  secret        bytea,
  secret_epoch  integer,
  connected_at  timestamptz not null,
  changed_at    timestamptz not null,
  changed_by    text not null,
  -- A manual account has neither server nor secret; every other has both.
  check ((connector = 'manual') = (server is null)),
  check ((connector = 'manual') = (secret is null)),
  check ((secret is null) = (secret_epoch is null))
);
