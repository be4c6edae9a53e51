-- What was reported for a duty, frozen as it was handed in.

create table report (
    id                uuid        primary key, -- the duty it answers
    notice            uuid        not null,
    obligation        text        not null,
    clause            text        not null,
    kind              text        not null,
    organization      text        not null,
    organization_name text        not null,
    division          text        collate "C" not null,
    sector            text,
    issuer            text        not null,
    day               date        not null, -- the day it speaks of: that of the first deadline
    due_at            timestamptz not null
);
create index report_place on report (notice, organization, day);

-- version 1 is the first submission; one that was returned is withdrawn, and the next answers with a higher version.
-- supplement 0 is the main table, 1 and higher are what was added after it.
create table report_table (
    id           uuid        primary key,
    report       uuid        not null references report (id),
    version      int         not null,
    supplement   int         not null,
    number       text        not null unique,
    frozen_at    timestamptz not null,
    submitted_by text        not null,
    signed_by    text        not null,
    zero         boolean     not null,
    people       int         not null,
    remark       text,
    counts       jsonb       not null, -- people by category, in the notice's order
    hash         text        not null, -- SHA-256 of the content before it was encrypted
    content      bytea,                -- null once the people's data were deleted
    withdrawn_at timestamptz,
    unique (report, version, supplement),
    check (zero = (people = 0))
);

-- Who stands in a table that counts; nobody stands in two of one notice and organisation.
create table report_person (
    notice       uuid not null,
    organization text not null,
    person       uuid not null, -- the person's case
    report_table uuid not null references report_table (id),
    primary key (notice, organization, person)
);
create index report_person_table on report_person (report_table);

-- Running numbers of an organisation's reports, by year.
create table report_numbering (
    organization text not null,
    year         int  not null,
    last         int  not null,
    primary key (organization, year)
);

-- Frozen means frozen: a table can be withdrawn, and its content be deleted when its time is over; nothing else.
create function report_table_keep() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or tg_op = 'TRUNCATE'
        or (new.id, new.report, new.version, new.supplement, new.number, new.frozen_at, new.submitted_by, new.signed_by,
            new.zero, new.people, new.counts, new.hash)
           is distinct from
           (old.id, old.report, old.version, old.supplement, old.number, old.frozen_at, old.submitted_by, old.signed_by,
            old.zero, old.people, old.counts, old.hash)
        or (new.remark is distinct from old.remark)
        or (new.content is distinct from old.content and new.content is not null)
        or (old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at)
    then
        raise exception 'A frozen report is not changed: % refused', tg_op using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;

create trigger report_table_frozen before update or delete on report_table
    for each row execute function report_table_keep();
