-- What was found, who was asked, and who decided what on which digest.
create table screening (
    post_id        uuid        not null,
    version_number integer     not null,
    rules_version  text        not null,
    screened_at    timestamptz not null,
    primary key (post_id, version_number),
    foreign key (post_id, version_number) references post_version
);

create table finding (
    post_id        uuid    not null,
    version_number integer not null,
    position       integer not null,
    code           text    not null,
    severity       text    not null,
    rule           text    not null,
    rule_version   text    not null,
    field          text    not null,
    span_start     integer not null,
    span_end       integer not null,
    reason         text    not null,
    citation       text    not null,
    primary key (post_id, version_number, position),
    foreign key (post_id, version_number) references screening
);

-- The author of a blocked version asked the named reviewers to determine that the findings do not apply.
create table determination_request (
    post_id        uuid        not null,
    version_number integer     not null,
    requested_by   text        not null,
    reason         text        not null,
    requested_at   timestamptz not null,
    primary key (post_id, version_number),
    foreign key (post_id, version_number) references post_version
);

create table routing (
    post_id        uuid        not null,
    version_number integer     not null,
    risk_class     integer     not null check (risk_class between 0 and 4),
    publish_mode   text        not null,
    roles          text[]      not null,
    tables         jsonb       not null,
    routed_at      timestamptz not null,
    primary key (post_id, version_number),
    foreign key (post_id, version_number) references post_version
);
comment on column routing.tables is 'Version of each decision table that was in force';

create table review (
    post_id        uuid        not null,
    version_number integer     not null,
    role           text        not null,
    asked_at       timestamptz not null,
    due_at         timestamptz not null,
    calendar       text        not null,
    valid_hours    integer     not null,
    escalate_to    text        not null,
    primary key (post_id, version_number, role),
    foreign key (post_id, version_number) references post_version
);

create table review_decision (
    post_id            uuid        not null,
    version_number     integer     not null,
    role               text        not null,
    digest             text        not null,
    task_id            text        not null unique,
    decided_by         text        not null,
    decided_at         timestamptz not null,
    decision           text        not null check (decision in ('APPROVE', 'CHANGES', 'REJECT')),
    explanation        text        not null,
    reason_code        text,
    determination      text,
    form               text        not null,
    answers            jsonb       not null,
    primary key (post_id, version_number, role),
    foreign key (post_id, version_number) references post_version
);
create trigger decided before update or delete on review_decision for each row execute function refuse_change();
comment on column review_decision.determination is 'Why the blocking findings of this role do not apply; null when there were none';

create table review_comment (
    id             uuid        primary key,
    post_id        uuid        not null references post,
    version_number integer     not null,
    author_id      text        not null,
    body           text        not null,
    written_at     timestamptz not null
);
create index review_comment_by_post on review_comment (post_id, written_at);

-- Which version a reviewer has looked at, so that the next one is shown as a difference to it.
create table review_view (
    post_id        uuid        not null,
    version_number integer     not null,
    user_id        text        not null,
    viewed_at      timestamptz not null,
    primary key (post_id, version_number, user_id),
    foreign key (post_id, version_number) references post_version
);
