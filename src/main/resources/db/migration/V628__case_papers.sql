-- Papers for many cases, printed in the background; what was printed is sealed, in files of some hundred people each.
create table case_paper_job (
    id           uuid primary key,
    kind         text        not null check (kind in ('ORDER', 'RELEASE')),
    organization text        not null, -- of whoever ordered it
    division     text        not null,
    sector       text,
    ordered_by   text        not null,
    ordered_at   timestamptz not null,
    state        text        not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    people       integer     not null,
    skipped      integer     not null default 0, -- for whom there is no such paper, at least not any more
    position     integer     not null default 0, -- the last place that is printed; what lies behind is still to do
    finished_at  timestamptz,
    deleted_at   timestamptz, -- of the files
    -- Who prints it now, by the database's own clock: a drill's clock may stand, and machines' clocks differ.
    leased_by    uuid,
    leased_until timestamptz,
    attempts     integer     not null default 0 -- since the last file
);
create index case_paper_job_open on case_paper_job (ordered_at) where state = 'RUNNING';
create index case_paper_job_organization on case_paper_job (organization, id desc);
create index case_paper_job_division on case_paper_job (division text_pattern_ops, id desc);

create table case_paper_target (
    job         uuid    not null references case_paper_job on delete cascade,
    place       integer not null, -- from 1
    person_case uuid    not null,
    primary key (job, place)
);

create table case_paper_file (
    job        uuid    not null references case_paper_job on delete cascade,
    number     integer not null, -- from 1
    from_place integer not null,
    to_place   integer not null,
    people     integer not null,
    sealed     bytea   not null,
    key_id     bigint  not null,
    primary key (job, number)
);
alter table case_paper_file alter column sealed set storage external;
create index case_paper_file_key_id on case_paper_file (key_id);
