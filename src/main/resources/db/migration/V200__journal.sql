-- The record of who did or saw what, and when: written once, never changed, sealed in blocks beside the writers.

create table journal_entry (
    sequence     bigint generated always as identity primary key,
    recorded_at  timestamptz not null default clock_timestamp(), -- by the database; occurred_at follows the domain's clock
    occurred_at  timestamptz not null,
    actor        text        not null,
    action       text        not null,
    subject_type text        not null,
    subject      text        not null,
    notice       uuid,
    organization text,
    -- Place and line of the organisation when the entry was written: they decide who may read it, also when it moves later.
    division     text collate "C",
    sector       text,
    facts        text        not null -- JSON object of strings, keys in order; the very characters are what is sealed
);

create index journal_entry_subject on journal_entry (subject, sequence);
create index journal_entry_notice on journal_entry (notice, sequence) where notice is not null;
create index journal_entry_organization on journal_entry (organization, sequence);
create index journal_entry_division on journal_entry (division, sequence);
create index journal_entry_actor on journal_entry (actor, sequence) where actor <> 'system';
create index journal_entry_time on journal_entry using brin (occurred_at);

-- A block names its entries one by one: a slow transaction commits numbers lower than some that are sealed already, so a
-- range would not do. Leaves are the hashes of the entries, 32 bytes each, in the same order: they tell which entry was changed.
create table journal_block (
    number     bigint      primary key,
    previous   bytea       not null,
    sealed_at  timestamptz not null,
    entries    bigint[]    not null,
    leaves     bytea       not null,
    root       bytea       not null,
    hash       bytea       not null,
    size       integer     not null generated always as (cardinality(entries)) stored,
    last_entry bigint      not null generated always as (entries[cardinality(entries)]) stored
);
alter table journal_block alter column leaves set storage external;
create index journal_block_last_entry on journal_block (last_entry);

-- Head of the chain, and how far the search for unsealed entries need not look back.
-- settled: every entry up to here is sealed or was rolled back.
-- mark, mark_transaction: once every transaction older than mark_transaction is over, mark is settled too.
create table journal_chain (
    single           boolean primary key default true check (single),
    block            bigint  not null default 0,
    hash             bytea   not null default decode(repeat('00', 32), 'hex'),
    settled          bigint  not null default 0,
    mark             bigint  not null default 0,
    mark_transaction xid8    not null default '0'
);
insert into journal_chain default values;

create function journal_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'The journal is append-only: % on % refused', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger journal_entry_append_only before update or delete or truncate on journal_entry
    for each statement execute function journal_refuse();
create trigger journal_block_append_only before update or delete or truncate on journal_block
    for each statement execute function journal_refuse();
create trigger journal_chain_keep before delete or truncate on journal_chain
    for each statement execute function journal_refuse();

-- The writer must own a transaction id before it draws a sequence number. PostgreSQL gives the id at the first row only, after
-- the number was drawn; a writer held up between the two would be unknown to the sealing, and its entry never sealed.
create function journal_writer_known() returns trigger language plpgsql as $$
begin
    perform pg_current_xact_id();
    return null;
end $$;

create trigger journal_entry_writer_known before insert on journal_entry
    for each statement execute function journal_writer_known();
