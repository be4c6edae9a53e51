-- One party's answer to one notice. Of an individual there is the id of her case and nothing else.
create table accountability_case (
    id                   uuid primary key,
    notice               uuid,
    party_kind           text        not null check (party_kind in ('ORGANIZATION', 'INDIVIDUAL')),
    party                text        not null,
    party_group          text        not null check (party_group in ('COMMAND', 'DEPARTMENT', 'UNIT', 'INDIVIDUAL')),
    organization         text        not null, -- who speaks and is served for the party
    division             text        not null,
    sector               text,
    authority            text        not null, -- the command that holds to account
    authority_division   text        not null,
    state                text        not null check (state in ('OPEN', 'NOTIFIED', 'HEARD', 'ASSESSED', 'DECIDED',
                                                               'IN_EXECUTION', 'APPEALED', 'CLOSED', 'DISMISSED')),
    opened_at            timestamptz not null,
    notified_at          timestamptz,
    statement_due_at     timestamptz,
    hearing              text check (hearing in ('STATEMENT', 'WAIVED', 'EXPIRED')),
    hearing_text         text,
    heard_by             text,
    heard_at             timestamptz,
    severity             text check (severity in ('ORDINARY', 'SERIOUS', 'GRAVE')),
    harm                 text check (harm in ('NONE', 'RISK', 'SPREAD')),
    earlier              int,
    finding              text,
    established_by       text,
    established_at       timestamptz,
    proposed             text,
    proposed_basis       text,
    assessed_at          timestamptz,
    measure              text check (measure in ('WRITTEN_URGE', 'CIRCULATED_CRITICISM', 'INTERVIEW', 'RECTIFICATION',
                                                 'SUSPENSION', 'REFERRAL')),
    ruling_reason        text,
    ruled_by             text,
    ruled_at             timestamptz,
    served_at            timestamptz,
    appeal_until         timestamptz,
    execution_due_at     timestamptz,
    execution_overdue_at timestamptz,
    executed_at          timestamptz,
    executed_by          text,
    execution_result     text,
    appeal_reason        text,
    appealed_by          text,
    appealed_at          timestamptz,
    appeal_outcome       text check (appeal_outcome in ('UPHELD', 'CHANGED', 'REVOKED')),
    appeal_answer        text,
    appeal_decided_by    text,
    appeal_decided_at    timestamptz,
    closed_at            timestamptz,
    closed_by            text,
    close_reason         text,
    -- Nobody is judged unheard, whatever the code does.
    constraint accountability_heard_first check (ruled_at is null or hearing is not null),
    constraint accountability_proposal_first check (ruled_at is null or proposed is not null)
);
create index accountability_party on accountability_case (party, notice, id desc);
create index accountability_notice on accountability_case (notice, id desc);
create index accountability_division on accountability_case (division text_pattern_ops, id desc);
create index accountability_authority on accountability_case (authority_division text_pattern_ops, id desc);
create index accountability_state on accountability_case (state, id desc);

-- A breach belongs to one case: taking it up again changes nothing.
create table accountability_breach (
    breach    uuid primary key,
    case_id   uuid        not null references accountability_case on delete cascade,
    joined_at timestamptz not null
);
create index accountability_breach_case on accountability_breach (case_id, joined_at);
