-- What organisations said of themselves, item by item, as it was asked that day: self-checks and inventories.
create table check_answer (
    duty         uuid        not null,
    number       integer     not null, -- of the submission
    notice       uuid        not null,
    organization text        not null,
    checklist    text        not null,
    item         text        not null,
    position     integer     not null,
    item_text    text        not null,
    severity     text        not null,
    answer       text        not null check (answer in ('YES', 'PARTLY', 'NO', 'NOT_APPLICABLE')),
    amount       numeric, -- where something is counted
    unit         text,
    minimum      integer,
    note         text, -- evidence, or what is missing
    answered_by  text        not null,
    answered_at  timestamptz not null,
    primary key (duty, number, item)
);
create index check_answer_organization on check_answer (organization, checklist, item, answered_at desc);
