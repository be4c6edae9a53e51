-- Whether an organisation may be given work: each ground for its suspension is a row, and it is suspended while one is open.

create table standing (
    id                uuid        primary key,
    organization      text        not null references organization (code),
    -- What it was suspended on (an accountability case); none when a leader did it by hand.
    basis             uuid,
    reason            text        not null,
    suspended_at      timestamptz not null,
    suspended_by      text        not null,
    reinstated_at     timestamptz,
    reinstated_by     text,
    reinstated_reason text,
    check (reinstated_at >= suspended_at),
    check ((reinstated_at is null) = (reinstated_by is null))
);
create unique index standing_open on standing (organization, coalesce(basis, '00000000-0000-0000-0000-000000000000'))
    where reinstated_at is null;
create index standing_organization on standing (organization, suspended_at);
