-- Messages to officers. Key and arguments are kept, the text is made when it is read, in the reader's language.

create table inbox_message (
    id        uuid        primary key,
    recipient text        not null,
    key       text        not null,
    args      text        not null, -- JSON array of strings
    link      text,
    subject   text        not null,
    sent_at   timestamptz not null,
    read_at   timestamptz
);
create index inbox_message_recipient on inbox_message (recipient, sent_at desc, id desc);
create index inbox_message_unread on inbox_message (recipient, sent_at desc, id desc) where read_at is null;

-- What is to leave the house by mail or webhook; written in the transaction of whoever sends, delivered after it.
create table outbox_message (
    id        uuid        primary key,
    channel   text        not null check (channel in ('MAIL', 'WEBHOOK')),
    recipient text        not null,
    key       text        not null,
    args      text        not null,
    link      text,
    subject   text        not null,
    sent_at   timestamptz not null, -- by the domain's clock, as in the inbox
    queued_at timestamptz not null default now(),
    state     text        not null default 'WAITING' check (state in ('WAITING', 'DELIVERED', 'SUPERSEDED', 'SKIPPED', 'DEAD')),
    due_at    timestamptz not null default now(),
    delivery  uuid,                 -- what goes out together; kept over retries, so that a receiver knows a repeated one
    attempts  integer     not null default 0,
    cause     text,
    detail    integer,
    done_at   timestamptz
);
create index outbox_message_due on outbox_message (channel, due_at) where state = 'WAITING';
create index outbox_message_waiting on outbox_message (recipient, subject) where state = 'WAITING';
create index outbox_message_delivery on outbox_message (delivery) where state = 'WAITING';
create index outbox_message_done on outbox_message (state, done_at) where state <> 'WAITING';
