-- A pool: one tube for several people. Its number is the number of the tube.
create table lab_pool (
    id          uuid primary key,
    laboratory  text        not null,
    number      text        not null,
    state       text        not null check (state in ('OPEN', 'DECIDED')),
    created_by  text        not null,
    created_at  timestamptz not null,
    result      text check (result in ('NEGATIVE', 'POSITIVE', 'INVALID')),
    tested_at   timestamptz,
    recorded_by text,
    recorded_at timestamptz
);
create unique index lab_pool_number on lab_pool (laboratory, number) where state = 'OPEN';
create index lab_pool_laboratory on lab_pool (laboratory, state, created_at);

-- A test of a case, from its order to its result.
create table lab_test (
    id                uuid primary key,
    person_case       uuid        not null,
    person            uuid        not null,
    notice            uuid        not null,
    step              integer     not null, -- of the measure's plan, from 0; further ones behind it
    answers           integer     not null, -- the step it answers: its own, or that of the test it was ordered instead of
    instead_of        uuid, -- the test whose pool was positive, or whose result was found invalid
    attempt           integer     not null default 1, -- counts the samples
    state             text        not null check (state in ('ORDERED', 'SAMPLED', 'DELIVERED', 'DECIDED', 'REPLACED', 'CANCELLED')),
    paid_by           text        not null check (paid_by in ('SELF', 'UNIT', 'PUBLIC')),
    ordered_at        timestamptz not null,
    from_at           timestamptz not null,
    due_at            timestamptz not null, -- by when the present sample has to be taken
    sample            text,
    laboratory        text,
    pool              uuid references lab_pool,
    sampled_at        timestamptz,
    sampled_by        text,
    delivery_due_at   timestamptz,
    delivered_at      timestamptz,
    delivered_by      text,
    result_due_at     timestamptz,
    result            text check (result in ('NEGATIVE', 'POSITIVE', 'INVALID')),
    tested_at         timestamptz,
    recorded_at       timestamptz,
    exempt_reason     text, -- hardship: nobody has to pay
    exempt_by         text,
    exempt_at         timestamptz,
    sample_overdue_at timestamptz, -- when the carer was told that no sample was taken in time
    result_overdue_at timestamptz, -- when the laboratory was told that there is no result in time
    ended_at          timestamptz,
    end_reason        text,
    unique (person_case, step)
);
create index lab_test_person on lab_test (person);
create index lab_test_pool on lab_test (pool) where pool is not null;
create unique index lab_test_sample on lab_test (laboratory, sample) where sample is not null and pool is null;
create index lab_test_unsampled on lab_test (due_at) where state = 'ORDERED' and sample_overdue_at is null;
create index lab_test_undecided on lab_test (result_due_at)
    where state in ('SAMPLED', 'DELIVERED') and result_overdue_at is null;
create index lab_test_laboratory on lab_test (laboratory, result_due_at) where state in ('SAMPLED', 'DELIVERED');
create index lab_test_recorded on lab_test (laboratory, recorded_at desc) where recorded_at is not null;

-- Every result that ever came in, invalid ones and corrections too: each a fact of its own.
create table lab_result (
    id          uuid primary key,
    test        uuid        not null references lab_test,
    attempt     integer     not null,
    sample      text,
    pool        uuid,
    result      text        not null check (result in ('NEGATIVE', 'POSITIVE', 'INVALID')),
    before      text check (before in ('NEGATIVE', 'POSITIVE', 'INVALID')), -- the result that was corrected
    reason      text, -- why it was corrected
    tested_at   timestamptz not null,
    laboratory  text        not null,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    source      text        not null check (source in ('TASK', 'PAGE', 'LIST', 'SHEET', 'POOL', 'QUEUE')),
    check ((before is null) = (reason is null))
);
create index lab_result_test on lab_result (test, recorded_at);
create index lab_result_sample on lab_result (laboratory, sample) where pool is null;
create index lab_result_correction on lab_result (laboratory, recorded_at desc) where before is not null;

-- Results that belong to no open test yet. Who it is stands in the sealed part only; the hash is keyed.
create table lab_unmatched (
    id          uuid primary key,
    laboratory  text        not null,
    state       text        not null check (state in ('WAITING', 'MATCHED', 'DROPPED')),
    why         text        not null check (why in ('UNKNOWN', 'NO_TEST', 'ELSEWHERE', 'CONTRADICTS')),
    result      text        not null check (result in ('NEGATIVE', 'POSITIVE', 'INVALID')),
    tested_at   timestamptz not null,
    sealed      bytea       not null,
    key_id      bigint      not null,
    hash        bytea       not null, -- of the document or the sample's number
    person      uuid, -- as soon as one with this document is known
    received_at timestamptz not null,
    received_by text        not null,
    source      text        not null,
    test        uuid references lab_test,
    settled_at  timestamptz,
    settled_by  text,
    reason      text -- why it was dropped
);
create unique index lab_unmatched_waiting on lab_unmatched (laboratory, hash, tested_at, result) where state = 'WAITING';
create index lab_unmatched_person on lab_unmatched (person) where state = 'WAITING';
create index lab_unmatched_laboratory on lab_unmatched (laboratory, received_at) where state = 'WAITING';
create index lab_unmatched_key_id on lab_unmatched (key_id);
