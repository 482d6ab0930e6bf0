-- Mails as they were written, from the moment of their event. Addresses live here and nowhere else.
create table mail (
    id              uuid primary key,
    event_key       text        not null,
    recipient       text        not null,
    recipient_name  text        not null,
    address         text,
    stream          uuid        not null,
    template        text        not null,
    message_id      text        not null,
    subject         text        not null,
    text_body       text        not null,
    html_body       text        not null,
    state           text        not null check (state in ('QUEUED', 'SENT', 'FAILED')),
    attempts        int         not null default 0,
    next_attempt_at timestamptz,
    created_at      timestamptz not null,
    sent_at         timestamptz,
    last_error      text,
    unique (event_key, recipient),
    check ((state = 'QUEUED') = (next_attempt_at is not null)),
    check ((state = 'SENT') = (sent_at is not null))
);

comment on column mail.recipient is 'user id';
comment on column mail.stream is 'ledger stream, normally the id of the post';
comment on column mail.next_attempt_at is 'when a sender may take the mail; moved ahead while one is sending it';
comment on column mail.last_error is 'class of the error only, never what the server said';

create index mail_due on mail (next_attempt_at) where state = 'QUEUED';
create index mail_newest on mail (created_at desc, id);
