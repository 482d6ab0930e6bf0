-- What the scorecard counts. Plain aggregates over the tables of the other modules took nine seconds for 100,000 posts:
-- they carry texts and answers that no figure needs. So each act leaves a narrow row here as well, in its own transaction
-- and by triggers, because whatever writes the fact must not be able to forget the figure. Nothing here is evidence; all of
-- it can be filled again from the other tables. Every view has one row per counted record with post_id, version_number and
-- at, so that a number and the list of what it counts come from the same words.

-- The business calendar, so that the database can say how long the organization was open. Filled when the application
-- starts with another calendar than the last time.
create table figure_calendar (
    label       text        primary key,
    known_from  timestamptz not null,
    known_until timestamptz not null
);
create table figure_open_span (
    opens  timestamptz primary key,
    closes timestamptz not null,
    before bigint      not null
);
comment on column figure_open_span.before is 'Open seconds before this span, since the calendar begins';

create function figure_open_until(moment timestamptz) returns bigint language sql stable as $$
    select coalesce((select before + extract(epoch from least(moment, closes) - opens)::bigint
                     from figure_open_span where opens <= moment order by opens desc limit 1), 0) $$;

create function figure_open_minutes(began timestamptz, ended timestamptz) returns integer language sql stable as $$
    select ((figure_open_until(ended) - figure_open_until(began)) / 60)::integer
    from figure_calendar where began >= known_from and ended <= known_until $$;
comment on function figure_open_minutes is 'Null when the calendar does not reach to one of the moments';

create table figure_post (
    post_id        uuid        primary key,
    version_number integer     not null,
    at             timestamptz not null,
    state          text        not null,
    kind           text        not null,
    risk_class     text,
    accounts       text[]      not null,
    channels       text[]      not null
);
create index figure_post_by_time on figure_post (at);
comment on table figure_post is 'Each submitted post by the moment of its first submission, as its last version describes it';

create table figure_version (
    post_id        uuid        not null,
    version_number integer     not null,
    submitted_at   timestamptz not null,
    risk_class     text,
    roles          integer,
    blocked        boolean,
    decisions      integer     not null default 0,
    last_at        timestamptz,
    refused_at     timestamptz,
    refusal        text,
    open_minutes   integer,
    primary key (post_id, version_number)
);
create index figure_version_by_submission on figure_version (submitted_at);
create index figure_version_by_decision on figure_version (last_at);
comment on column figure_version.open_minutes is 'Business time from submission to the decision that ended the review, or to the last one';
comment on table figure_version is 'Each submitted version, how it was routed and what its reviewers said';

create table figure_review (
    post_id        uuid        not null,
    version_number integer     not null,
    role           text        not null,
    asked_at       timestamptz not null,
    due_at         timestamptz not null,
    decided_at     timestamptz,
    late           boolean generated always as (decided_at > due_at) stored,
    open_minutes   integer,
    primary key (post_id, version_number, role)
);
create index figure_review_by_due on figure_review (due_at);
create index figure_review_by_decision on figure_review (decided_at);
comment on table figure_review is 'Each role that was asked, until when, and when it decided';

create table figure_finding (
    post_id        uuid        not null,
    version_number integer     not null,
    code           text        not null,
    severity       text        not null,
    at             timestamptz not null,
    primary key (post_id, version_number, code, severity)
);
create index figure_finding_by_time on figure_finding (at);
comment on table figure_finding is 'Each code once for each version that it was found in';

create function figure_accounts(content jsonb) returns text[] language sql immutable as
$$ select coalesce(array_agg(one), '{}') from jsonb_array_elements_text(content -> 'accounts') one $$;

create function figure_channels(accounts text[]) returns text[] language sql stable as
$$ select coalesce(array_agg(distinct channel order by channel), '{}') from account where id = any(accounts) $$;

create function figure_of_version() returns trigger language plpgsql as $$
begin
    insert into figure_version (post_id, version_number, submitted_at) values (new.post_id, new.number, new.submitted_at);
    insert into figure_post values (new.post_id, new.number, new.submitted_at,
        (select state from post where id = new.post_id), new.content ->> 'kind', null, figure_accounts(new.content),
        figure_channels(figure_accounts(new.content)))
    on conflict (post_id) do update set version_number = excluded.version_number, kind = excluded.kind, risk_class = null,
        accounts = excluded.accounts, channels = excluded.channels;
    return null;
end $$;
create trigger figure after insert on post_version for each row execute function figure_of_version();

create function figure_of_state() returns trigger language plpgsql as $$
begin
    update figure_post set state = new.state where post_id = new.id;
    return null;
end $$;
create trigger figure after update on post for each row when (old.state is distinct from new.state)
    execute function figure_of_state();

create function figure_of_routing() returns trigger language plpgsql as $$
begin
    update figure_version set risk_class = 'R' || new.risk_class, roles = cardinality(new.roles),
        blocked = new.publish_mode = 'BLOCKED'
    where post_id = new.post_id and version_number = new.version_number;
    update figure_post set risk_class = 'R' || new.risk_class
    where post_id = new.post_id and version_number = new.version_number;
    return null;
end $$;
create trigger figure after insert or update on routing for each row execute function figure_of_routing();

create function figure_of_review() returns trigger language plpgsql as $$
begin
    insert into figure_review values (new.post_id, new.version_number, new.role, new.asked_at, new.due_at);
    return null;
end $$;
create trigger figure after insert on review for each row execute function figure_of_review();

create function figure_of_decision() returns trigger language plpgsql as $$
declare
    refused boolean := new.decision <> 'APPROVE';
begin
    update figure_review set decided_at = new.decided_at, open_minutes = figure_open_minutes(asked_at, new.decided_at)
    where post_id = new.post_id and version_number = new.version_number and role = new.role;
    update figure_version set decisions = decisions + 1, last_at = greatest(last_at, new.decided_at),
        refused_at = case when refused then least(refused_at, new.decided_at) else refused_at end,
        refusal = case when refused then coalesce(refusal, new.decision) else refusal end,
        open_minutes = case when refused_at is null then figure_open_minutes(submitted_at, new.decided_at) else open_minutes end
    where post_id = new.post_id and version_number = new.version_number;
    return null;
end $$;
create trigger figure after insert on review_decision for each row execute function figure_of_decision();

create function figure_of_finding() returns trigger language plpgsql as $$
begin
    insert into figure_finding select new.post_id, new.version_number, new.code, new.severity, screened_at from screening
    where post_id = new.post_id and version_number = new.version_number on conflict do nothing;
    return null;
end $$;
create trigger figure after insert on finding for each row execute function figure_of_finding();

-- What happened before this migration.
insert into figure_version
select v.post_id, v.number, v.submitted_at, 'R' || r.risk_class, cardinality(r.roles), r.publish_mode = 'BLOCKED',
       count(d.role), max(d.decided_at), min(d.decided_at) filter (where d.decision <> 'APPROVE'),
       min(d.decision) filter (where d.decision <> 'APPROVE')
from post_version v
left join routing r on r.post_id = v.post_id and r.version_number = v.number
left join review_decision d on d.post_id = v.post_id and d.version_number = v.number
group by v.post_id, v.number, v.submitted_at, r.risk_class, r.roles, r.publish_mode;
insert into figure_post
select distinct on (v.post_id) v.post_id, v.number, first.submitted_at, p.state, v.content ->> 'kind', 'R' || r.risk_class,
       figure_accounts(v.content), figure_channels(figure_accounts(v.content))
from post_version v
join post p on p.id = v.post_id
join post_version first on first.post_id = v.post_id and first.number = 1
left join routing r on r.post_id = v.post_id and r.version_number = v.number
order by v.post_id, v.number desc;
insert into figure_review
select r.post_id, r.version_number, r.role, r.asked_at, r.due_at, d.decided_at
from review r
left join review_decision d on d.post_id = r.post_id and d.version_number = r.version_number and d.role = r.role;
insert into figure_finding
select distinct f.post_id, f.version_number, f.code, f.severity, s.screened_at
from finding f join screening s on s.post_id = f.post_id and s.version_number = f.version_number;

create view figure_channel as
select post_id, version_number, at, channel from figure_post cross join lateral unnest(channels) channel;
comment on view figure_channel is 'Each submitted post once for each channel that it is meant for';

create view figure_entity as
select distinct p.post_id, a.entity from figure_post p join account a on a.id = any(p.accounts);
comment on view figure_entity is 'The legal entities whose accounts a post is meant for';

create view figure_decision as
select post_id, version_number, coalesce(refused_at, last_at) as at, risk_class, open_minutes
from figure_version where last_at is not null and not blocked and (refused_at is not null or decisions >= roles);
comment on view figure_decision is
    'Each version that reviewers decided, from submission to the decision that ended its review: the first that does not approve';

create view figure_first_pass as
select post_id, version_number, submitted_at as at, risk_class,
       case when blocked then 'BLOCKED' else coalesce(refusal, 'APPROVE') end as outcome
from figure_version where version_number = 1 and (blocked or refusal is not null or decisions >= roles);
comment on view figure_first_pass is 'What became of the first version of each post; without those that still wait for an outcome';

create view figure_due as
select r.post_id, r.version_number, r.role, r.due_at as at,
       case r.late when false then 'IN_TIME' when true then 'LATE' else 'OPEN' end as outcome
from figure_review r
where r.decided_at is not null
   or exists (select from figure_post p where p.post_id = r.post_id and p.version_number = r.version_number
              and p.state = 'IN_REVIEW');
comment on view figure_due is 'Each review by the moment it was due; without those that nobody needed any more';

create view figure_role_decision as
select post_id, version_number, decided_at as at, role, open_minutes from figure_review where decided_at is not null;
comment on view figure_role_decision is 'Each decision of a role, from the moment it was asked';

create index review_rejection on review_decision (decided_at) where decision = 'REJECT';
create view figure_rejection as
select post_id, version_number, decided_at as at, coalesce(reason_code, 'NONE_GIVEN') as reason_code
from review_decision where decision = 'REJECT';
comment on view figure_rejection is 'Each rejection by the code of its reason';

create view figure_near_miss as
select post_id, version_number, at, code from figure_finding where severity = 'BLOCK' and code in ('P1', 'P2', 'P3');
comment on view figure_near_miss is 'Versions that were stopped because they may tell of a patient';

create index delivery_by_time on delivery (changed_at, state) include (post_id, version_number);
create view figure_delivery as
select post_id, version_number, changed_at as at, state from delivery;
comment on view figure_delivery is 'Each delivery by the moment of its last change';

-- A report is built once and never changes; what people do with it is its course.
create table report (
    id       uuid        primary key,
    entity   text        not null references entity,
    quarter  text        not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    pdf      bytea       not null,
    sha256   text        not null,
    built_by text        not null,
    built_at timestamptz not null
);
create index report_by_quarter on report (entity, quarter, built_at);
create trigger built before update or delete on report for each row execute function refuse_change();

create table report_course (
    report_id       uuid        primary key references report,
    delivered_by    text,
    delivered_at    timestamptz,
    due_at          timestamptz,
    calendar        text,
    acknowledged_by text,
    acknowledged_at timestamptz,
    escalated_at    timestamptz,
    check ((delivered_at is null) = (due_at is null) and (delivered_at is null) = (delivered_by is null)),
    check ((acknowledged_at is null) = (acknowledged_by is null)),
    check (delivered_at is not null or (acknowledged_at is null and escalated_at is null))
);
create index report_waiting on report_course (due_at) where acknowledged_at is null and escalated_at is null;
comment on column report_course.due_at is 'When the acknowledgment is due, computed at delivery with the calendar named beside it';

create table report_minute (
    id        uuid    primary key,
    report_id uuid    not null references report,
    position  integer not null,
    kind      text    not null check (kind in ('DECISION', 'ACTION')),
    body      text    not null,
    owner     text,
    due_on    date,
    done_at   timestamptz,
    done_by   text,
    unique (report_id, position),
    check ((kind = 'ACTION') = (owner is not null) and (kind = 'ACTION') = (due_on is not null)),
    check ((done_at is null) = (done_by is null)),
    check (kind = 'ACTION' or done_at is null)
);
comment on table report_minute is 'What executives decided when they acknowledged a report, and the actions they gave';

create view figure_act as
select r.recorded_at as at, coalesce(p.entity, e.entity) as entity
from ledger.record r
left join program p on p.id = r.stream
left join figure_entity e on e.post_id = r.stream
where r.kind !~ '^(mail|report)[.]' and convert_from(r.envelope, 'UTF8')::jsonb ->> 'actorType' = 'STAFF';
comment on view figure_act is 'What people did, with the entity where it belongs to one; a quarter without any has nothing to report';
