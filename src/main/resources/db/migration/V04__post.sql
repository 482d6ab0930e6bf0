-- Drafts change; versions, once submitted, never do.
create table post (
    id         uuid        primary key,
    author_id  text        not null,
    state      text        not null,
    draft      jsonb       not null,
    revision   integer     not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    updated_by text        not null
);
create index post_by_author on post (author_id, updated_at desc);
create index post_by_state on post (state);
comment on column post.revision is 'Counts the saves, so that the second of two people who edit at once is told';

create table post_version (
    post_id      uuid        not null references post,
    number       integer     not null,
    digest       text        not null,
    content      jsonb       not null,
    submitted_by text        not null,
    submitted_at timestamptz not null,
    primary key (post_id, number)
);

-- Everybody who saved or submitted any state of the post: none of them may review it.
create table post_contributor (
    post_id uuid        not null references post,
    user_id text        not null,
    since   timestamptz not null,
    primary key (post_id, user_id)
);

create table media (
    id           uuid        primary key,
    sha256       text        not null,
    content_type text        not null,
    file_name    text        not null,
    width        integer     not null,
    height       integer     not null,
    bytes        bytea       not null,
    uploaded_by  text        not null,
    uploaded_at  timestamptz not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% on % is refused: what was submitted or uploaded never changes', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end $$;
create trigger submitted before update or delete on post_version for each row execute function refuse_change();
create trigger uploaded before update or delete on media for each row execute function refuse_change();
