-- Who proved anew who they are, for which task and under which evidence. Passwords are never kept.
create table signature (
  id              uuid        primary key,
  user_id         text        not null,
  task_id         text        not null,
  meaning         text        not null check (meaning <> ''),
  signed_at       timestamptz not null,
  evidence_digest text        not null check (evidence_digest ~ '^[0-9a-f]{64}$')
);
create index signature_of_task on signature (task_id, user_id, signed_at);
create trigger signed before update or delete on signature for each row execute function refuse_change();
