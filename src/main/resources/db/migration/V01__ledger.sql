-- The record of evidence. Rows are appended in the transaction of the act and never changed. There is no chain behind
-- one lock: xid lets a sequencer give the rows their places in a Merkle tree later, without moving one.
create schema ledger;

-- One counter per stream, locked by whoever appends to that stream: streams are single posts, nobody else waits.
create table ledger.stream (
    stream   uuid   primary key,
    last_seq bigint not null
);

create table ledger.record (
    id          uuid        not null,
    recorded_at timestamptz not null,
    tenant      integer     not null default 1,
    stream      uuid        not null,
    stream_seq  bigint      not null,
    kind        text        not null,
    class       text        not null,
    envelope    bytea       not null check (octet_length(envelope) <= 4096),
    xid         xid8        not null default pg_current_xact_id(),
    primary key (id, recorded_at)
) partition by range (recorded_at);
create index record_by_transaction on ledger.record (tenant, xid, id);
create index record_by_stream on ledger.record (stream, stream_seq);
comment on column ledger.record.envelope is 'Exact bytes of the canonical envelope (RFC 8785), the later leaf of the tree';

-- Encrypted with a key of its own per record, so that one payload can be made unreadable while its record stands.
create table ledger.payload (
    id          uuid        not null,
    recorded_at timestamptz not null,
    ciphertext  bytea       not null,
    primary key (id, recorded_at)
) partition by range (recorded_at);

create table ledger.payload_key (
    id          uuid    primary key,
    kek_epoch   integer not null,
    dek_wrapped bytea   not null
);

create function ledger.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only: % on %.% is refused', tg_op, tg_table_schema, tg_table_name
        using errcode = 'insufficient_privilege';
end $$;

-- Row triggers are inherited by every partition; a statement trigger (TRUNCATE knows no other) is not.
create trigger append_only before update or delete on ledger.record for each row execute function ledger.refuse();
create trigger append_only before update or delete on ledger.payload for each row execute function ledger.refuse();
create trigger append_only before update or delete on ledger.payload_key for each row execute function ledger.refuse();
create trigger no_truncate before truncate on ledger.record for each statement execute function ledger.refuse();
create trigger no_truncate before truncate on ledger.payload for each statement execute function ledger.refuse();
create trigger no_truncate before truncate on ledger.payload_key for each statement execute function ledger.refuse();
create trigger no_removal before delete on ledger.stream for each row execute function ledger.refuse();
create trigger no_truncate before truncate on ledger.stream for each statement execute function ledger.refuse();
alter table ledger.record enable always trigger append_only;
alter table ledger.record enable always trigger no_truncate;
alter table ledger.payload enable always trigger append_only;
alter table ledger.payload enable always trigger no_truncate;
alter table ledger.payload_key enable always trigger append_only;
alter table ledger.payload_key enable always trigger no_truncate;
alter table ledger.stream enable always trigger no_removal;
alter table ledger.stream enable always trigger no_truncate;

-- Makes the partitions of one month, protected like their parents. Safe to call again and from several nodes.
create function ledger.ensure_month(month date) returns void language plpgsql as $$
declare
    first date := date_trunc('month', month);
    part  text;
    base  text;
begin
    perform pg_advisory_xact_lock(hashtext('ledger.ensure_month'));
    foreach base in array array['record', 'payload'] loop
        part := base || '_' || to_char(first, 'YYYY_MM');
        if to_regclass('ledger.' || part) is null then
            execute format('create table ledger.%I partition of ledger.%I for values from (%L) to (%L)',
                           part, base, first || ' 00:00:00+00', (first + interval '1 month')::date || ' 00:00:00+00');
            execute format('alter table ledger.%I enable always trigger append_only', part);
            execute format('create trigger no_truncate before truncate on ledger.%I '
                           'for each statement execute function ledger.refuse()', part);
            execute format('alter table ledger.%I enable always trigger no_truncate', part);
        end if;
    end loop;
end $$;
