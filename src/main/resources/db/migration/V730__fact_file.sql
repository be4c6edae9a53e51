-- What an accountability case rests on, compiled from the journal and sealed: written once, never changed.

create table fact_file (
    id          uuid        primary key,
    case_id     uuid        not null,
    number      integer     not null check (number > 0), -- a further breach of the same case makes a further file
    breaches    uuid[]      not null,
    content     text        not null, -- canonical JSON; these very characters are what is hashed
    hash        text        not null check (hash ~ '^[0-9a-f]{64}$'), -- SHA-256 of content in UTF-8
    compiled_at timestamptz not null,
    compiled_by text        not null,
    unique (case_id, number)
);

-- Official documents of a case, as they were issued: each kind once.
create table accountability_paper (
    id        uuid        primary key,
    case_id   uuid        not null,
    kind      text        not null,
    issuer    text        not null,
    year      integer     not null,
    serial    integer     not null,
    number    text        not null, -- 发文字号
    title     text        not null,
    addressee text        not null,
    issued_at timestamptz not null,
    issued_by text        not null,
    fact_file uuid        references fact_file (id),
    content   bytea       not null, -- PDF
    hash      text        not null check (hash ~ '^[0-9a-f]{64}$'),
    unique (case_id, kind),
    unique (issuer, year, serial)
);
alter table accountability_paper alter column content set storage external;

-- The last number an issuer gave in a year; held until the issuing transaction ends, so that none is lost or given twice.
create table accountability_paper_number (
    issuer text    not null,
    year   integer not null,
    last   integer not null,
    primary key (issuer, year)
);

create function accountability_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'Sealed files are kept as they are: % on % refused', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger fact_file_keep before update or delete or truncate on fact_file
    for each statement execute function accountability_refuse();
create trigger accountability_paper_keep before update or delete or truncate on accountability_paper
    for each statement execute function accountability_refuse();
