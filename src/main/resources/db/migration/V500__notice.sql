create table notice (
    id            uuid primary key,
    number        text,
    title         text        not null,
    issuer        text        not null,
    division      text        not null,
    state         text        not null check (state in
        ('DRAFT', 'IN_REVIEW', 'REVIEWED', 'ISSUED', 'SUPERSEDED', 'LIFTED', 'WITHDRAWN')),
    definition    text        not null,
    version       integer     not null default 1,
    drafted_by    text        not null,
    drafted_at    timestamptz not null,
    issued_by     text,
    issued_at     timestamptz,
    ended_by      text,
    ended_at      timestamptz,
    end_reason    text,
    superseded_by uuid
);
create index notice_state on notice (state, drafted_at desc);
create index notice_number on notice (number);
-- A number is given once by one issuer.
create unique index notice_number_issued on notice (issuer, number) where state in ('ISSUED', 'SUPERSEDED', 'LIFTED');

create table notice_review (
    notice     uuid        not null references notice,
    version    integer     not null,
    kind       text        not null check (kind in ('HEALTH', 'LEGAL')),
    verdict    text        not null check (verdict in ('APPROVED', 'REJECTED', 'WAIVED')),
    reviewer   text        not null,
    decided_at timestamptz not null,
    remark     text,
    primary key (notice, version, kind)
);

-- A recurring obligation of a notice in force; its instance opens a round a day.
create table obligation_series (
    id         uuid primary key,
    notice     uuid not null references notice,
    obligation text not null,
    next_day   date not null,
    unique (notice, obligation)
);

-- All duties of one obligation that share one deadline: the ladder's timer sits here (批次).
create table round (
    id         uuid primary key,
    notice     uuid        not null references notice,
    obligation text        not null,
    opens_at   timestamptz not null,
    due_at     timestamptz not null,
    state      text        not null check (state in ('OPENING', 'OPEN', 'ENDED')),
    fan_out    boolean     not null,
    opened_to  text,
    climbed    integer     not null default 0,
    ended_at   timestamptz
);
-- One round fans out; one that only takes extended duties in may stand beside it, and be followed by another.
create unique index round_fan_out on round (notice, obligation, due_at) where fan_out;
create index round_due on round (notice, obligation, due_at);
create index round_live on round (notice) where state <> 'ENDED';

create table duty (
    id                uuid primary key,
    notice            uuid        not null references notice,
    round             uuid        not null references round,
    obligation        text        not null,
    clause            text        not null,
    kind              text        not null,
    organization      text        not null,
    organization_name text        not null,
    organization_kind text        not null,
    division          text        not null,
    sector            text,
    issuer            text        not null,
    responsible       text,
    deputy            text,
    state             text        not null check (state in
        ('SENT', 'RECEIVED', 'IN_PROGRESS', 'SUBMITTED', 'ACCEPTED', 'RETURNED', 'WAIVED', 'LIFTED')),
    timeliness        text        not null check (timeliness in ('PENDING', 'ON_TIME', 'LATE', 'SILENT')),
    zero              boolean,
    rung              integer     not null default 0,
    rung_action       text,
    opens_at          timestamptz not null,
    receipt_due_at    timestamptz,
    due_at            timestamptz not null,
    received_at       timestamptz,
    received_by       text,
    submitted_at      timestamptz,
    submitted_by      text,
    signed_by         text,
    closed_at         timestamptz,
    closed_by         text,
    reason            text,
    submissions       integer     not null default 0
);
-- The duties a rung still has to reach: open, not yet that high.
create index duty_to_climb on duty (round, rung, id) where state in ('SENT', 'RECEIVED', 'IN_PROGRESS', 'RETURNED');
create index duty_live on duty (round) where state not in ('ACCEPTED', 'WAIVED', 'LIFTED');
create index duty_list on duty (notice, obligation, due_at, organization);
create index duty_organization on duty (organization, due_at desc);
create index duty_division on duty (division text_pattern_ops, due_at desc);
create index duty_responsible on duty (responsible) where state not in ('ACCEPTED', 'WAIVED', 'LIFTED');

-- What the work form holds until it is handed in, and then what was handed in: frozen, numbered, hashed.
create table duty_work (
    duty        uuid primary key references duty,
    content     jsonb       not null,
    prepared_by text        not null,
    prepared_at timestamptz not null
);
create table duty_submission (
    id           uuid primary key,
    duty         uuid        not null references duty,
    number       integer     not null,
    content      text        not null,
    hash         text        not null,
    submitted_by text        not null,
    signed_by    text,
    submitted_at timestamptz not null,
    unique (duty, number)
);

-- A failure that accountability takes up; a duty has at most one of its own ladder.
create table breach (
    id           uuid primary key,
    notice       uuid        not null,
    duty         uuid        not null unique,
    party        text        not null,
    happened_at  timestamptz not null
);
create index breach_party on breach (party, notice);
