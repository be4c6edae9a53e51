-- What was found wrong in an organisation, and how it is mended.
create table finding (
    id           uuid primary key,
    notice       uuid,
    clause       text,
    clause_text  text, -- as worded on the day
    organization text        not null, -- has to mend it
    division     text        not null,
    sector       text,
    orderer      text        not null, -- its leader orders the rectification
    checklist    text,
    item         text        not null,
    item_text    text        not null, -- as worded on the day
    description  text        not null,
    source       text        not null check (source in ('INSPECTION', 'SELF_CHECK', 'INVENTORY', 'HAND')),
    source_id    uuid,
    severity     text        not null check (severity in ('MINOR', 'MAJOR', 'SEVERE')),
    finder       text        not null,
    state        text        not null check (state in ('OPEN', 'ORDERED', 'OVERDUE', 'EVIDENCE', 'RECHECK', 'CLOSED')),
    found_at     timestamptz not null,
    repeat_of    uuid,
    round        integer     not null default 0,
    due_at       timestamptz, -- of the present round
    overdue_at   timestamptz, -- when the present deadline was missed
    rechecker    text,
    closed_at    timestamptz
);
create index finding_organization on finding (organization, id desc);
create index finding_division on finding (division text_pattern_ops, id desc);
create index finding_orderer on finding (orderer, id desc);
create index finding_notice on finding (notice, id desc);
create index finding_source on finding (source_id) where source_id is not null;
create index finding_item on finding (organization, item, id desc);
create index finding_rechecker on finding (rechecker) where state = 'RECHECK';

-- One deadline of it: ordered, answered, looked at. A finding that is sent back begins another.
create table rectification_round (
    finding      uuid        not null references finding on delete cascade,
    number       integer     not null,
    instruction  text        not null,
    ordered_by   text        not null,
    ordered_at   timestamptz not null,
    due_at       timestamptz not null,
    overdue_at   timestamptz,
    evidence     text,
    evidence_by  text,
    evidence_at  timestamptz,
    mended       boolean, -- what the recheck said
    remark       text,
    rechecked_by text,
    rechecked_at timestamptz,
    primary key (finding, number)
);
