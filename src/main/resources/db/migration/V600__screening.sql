-- A sheet somebody uploaded, and how far it has been read.
create table screening_import (
    id           uuid primary key,
    notice       uuid        not null,
    organization text        not null, -- for which the people are registered
    division     text        not null,
    sector       text,
    uploaded_by  text        not null,
    uploaded_at  timestamptz not null,
    file_name    text        not null,
    file_size    bigint      not null,
    format       text        not null check (format in ('XLSX', 'CSV')),
    state        text        not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    expected     integer     not null, -- rows of data the sheet seems to have
    hidden       integer     not null, -- hidden rows among all
    position     integer     not null default 0, -- number of the last row that is in; what lies behind is still to do
    rows         integer     not null default 0,
    created      integer     not null default 0,
    updated      integer     not null default 0,
    unchanged    integer     not null default 0,
    conflicting  integer     not null default 0,
    rejected     integer     not null default 0,
    cases        integer     not null default 0, -- new people, whichever way their rows are counted
    failure      text, -- JSON, the faults that ended it
    finished_at  timestamptz,
    -- Who reads it now, by the database's own clock: a drill's clock may stand, and machines' clocks differ.
    leased_by    uuid,
    leased_until timestamptz,
    attempts     integer     not null default 0, -- since the last chunk that went in
    work_began   timestamptz,
    work_touched timestamptz,
    check (rows = created + updated + unchanged + conflicting + rejected)
);
create index screening_import_open on screening_import (uploaded_at) where state = 'RUNNING';
create index screening_import_notice on screening_import (notice, id desc);
create index screening_import_organization on screening_import (organization, id desc);
create index screening_import_division on screening_import (division text_pattern_ops, id desc);

-- The sheet itself, sealed: it is read again after a restart, and for the rows that go back to the sender.
create table screening_file (
    import uuid    not null references screening_import on delete cascade,
    part   integer not null,
    sealed bytea   not null,
    key_id bigint  not null,
    primary key (import, part)
);
alter table screening_file alter column sealed set storage external;
create index screening_file_key_id on screening_file (key_id);

-- Rows that were rejected, or taken with a remark. What stood in them is in the sheet only.
create table screening_row (
    import  uuid    not null references screening_import on delete cascade,
    number  integer not null,
    outcome text    not null check (outcome in ('CONFLICTING', 'REJECTED')),
    reasons text    not null, -- JSON: faults with message keys, without personal data
    primary key (import, number)
);

-- A person found for a notice.
create table person_case (
    id            uuid primary key,
    notice        uuid        not null,
    person        uuid        not null,
    organization  text        not null,
    division      text        not null,
    sector        text,
    category      text        not null,
    state         text        not null default 'FOUND',
    marks         text[]      not null default '{}',
    found_at      timestamptz not null,
    import        uuid, -- null when she declared herself
    self_declared boolean     not null default false,
    unique (notice, person)
);
create index person_case_person on person_case (person);
create index person_case_notice on person_case (notice, id desc);
create index person_case_organization on person_case (organization, notice, found_at);
create index person_case_division on person_case (division text_pattern_ops, notice, found_at);

-- Other organisations that found the same person for the same notice; the case stays with the first.
create table case_sighting (
    person_case  uuid        not null references person_case on delete cascade,
    organization text        not null,
    seen_at      timestamptz not null,
    primary key (person_case, organization)
);
