-- What a person's case is carried on by; where it stands is in the register (person_case), whose id it has.
create table isolation_case (
    id             uuid primary key,
    notice         uuid        not null,
    clause         text        not null, -- of the notice, that orders the measure
    kind           text        not null, -- as decided for her: NONE, HOME, CENTRAL, HOSPITAL
    days           integer     not null,
    tested         boolean     not null,
    follow_up_days integer     not null,
    rule           text        not null, -- when the measure ends
    negatives      integer     not null, -- so many negative tests are needed
    symptoms_at    timestamptz,
    positive_at    timestamptz, -- while the emergency stands
    opened_at      timestamptz not null,
    step_due_at    timestamptz, -- by when the task it waits at is to be done; null while it waits for a test or a day
    order_at       timestamptz,
    order_by       text,
    order_how      text,
    order_remark   text,
    settled_at     timestamptz,
    settled_by     text,
    site           text, -- of central isolation
    bed            text,
    began_at       timestamptz, -- of the measure: settled, or the order served where nothing has to be settled
    until_at       timestamptz, -- null when the measure asks for no days
    decision       text, -- a word of the table release; its sentence is isolation.decision.<word>
    decision_facts text, -- values of the sentence, one a line
    decided_at     timestamptz,
    decided_by     text,
    decided_reason text, -- of a leader's own decision
    release_at     timestamptz,
    release_by     text,
    release_how    text,
    release_remark text,
    follow_up_until timestamptz,
    closed_at      timestamptz,
    close_reason   text
);
create index isolation_case_open on isolation_case (notice, id) where closed_at is null;
create index isolation_case_until on isolation_case (until_at) where closed_at is null and until_at is not null;
create index isolation_case_follow_up on isolation_case (follow_up_until) where closed_at is null and follow_up_until is not null;

-- A batch of found people that is being taken up, and what each transaction took: lanes never wait for a common row.
create table case_opening (
    id           uuid primary key,
    notice       uuid        not null,
    organization text        not null,
    import       uuid, -- null when they came without a sheet
    found        integer     not null,
    started_at   timestamptz not null,
    ended_at     timestamptz
);
create index case_opening_import on case_opening (import) where import is not null;
create table case_opening_chunk (
    id     uuid primary key,
    import uuid, -- that brought them, whichever batch took them up
    opened integer     not null,
    at     timestamptz not null
);
create index case_opening_chunk_import on case_opening_chunk (import) where import is not null;
