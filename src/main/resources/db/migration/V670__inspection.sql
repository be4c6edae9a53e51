-- A planned inspection: what is to be visited with which checklist, and by when. Its objects and inspectors are drawn.
create table inspection (
    id           uuid primary key,
    notice       uuid,
    duty         uuid,
    clause       text,
    clause_text  text, -- as worded when it was planned
    organization text        not null, -- carries it out
    division     text        not null,
    sector       text,
    title        text        not null,
    checklist    text        not null,
    content      jsonb       not null, -- the checklist as worded when it was planned
    targets      jsonb       not null, -- what may be drawn
    announced    boolean     not null,
    size         integer     not null check (size > 0), -- how many objects are drawn
    due_at       timestamptz not null, -- by when every visit is made
    state        text        not null check (state in ('PLANNED', 'VISITING', 'REVIEW', 'HANDED_OVER', 'CANCELLED')),
    planned_at   timestamptz not null,
    planned_by   text        not null,
    draw         uuid, -- the one that counts; null until one is confirmed
    confirmed_at timestamptz,
    confirmed_by text,
    ended_at     timestamptz,
    ended_by     text,
    reason       text
);
create unique index inspection_duty on inspection (duty) where duty is not null and state <> 'CANCELLED';
create index inspection_organization on inspection (organization, id desc);
create index inspection_division on inspection (division text_pattern_ops, id desc);
create index inspection_notice on inspection (notice, id desc) where notice is not null;

-- A draw. Its input and seed are all that its result depends on; discarded ones stay.
create table inspection_draw (
    id         uuid primary key,
    inspection uuid        not null references inspection on delete cascade,
    number     integer     not null,
    seed       text        not null,
    input      jsonb       not null,
    result     jsonb       not null,
    drawn_at   timestamptz not null,
    drawn_by   text        not null,
    reason     text, -- why it was drawn again; null for the first
    unique (inspection, number)
);

create table inspection_visit (
    id           uuid primary key,
    inspection   uuid        not null references inspection on delete cascade,
    organization text        not null, -- is visited
    division     text        not null,
    sector       text,
    inspectors   text[]      not null check (cardinality(inspectors) >= 2),
    announced    boolean     not null,
    due_at       timestamptz not null,
    state        text        not null check (state in ('PLANNED', 'STARTED', 'DONE', 'CANCELLED')),
    started_at   timestamptz,
    started_by   text,
    done_at      timestamptz,
    done_by      text,
    overdue_at   timestamptz, -- when it was found to be late; stays when it is made later
    score        numeric(4, 1),
    passed       boolean,
    received_by  text, -- post of the person who received the inspectors
    remark       text,
    reason       text -- why it was not made, or was sent back
);
create index inspection_visit_inspection on inspection_visit (inspection, organization);
create index inspection_visit_organization on inspection_visit (organization, id desc);
create index inspection_visit_division on inspection_visit (division text_pattern_ops, id desc);
create index inspection_visit_inspectors on inspection_visit using gin (inspectors) where state in ('PLANNED', 'STARTED');

create table inspection_answer (
    visit       uuid        not null references inspection_visit on delete cascade,
    item        text        not null,
    answer      text        not null check (answer in ('OK', 'PROBLEM', 'NOT_APPLICABLE')),
    note        text,
    answered_by text        not null,
    answered_at timestamptz not null,
    primary key (visit, item)
);

-- A photo or document that shows what was found.
create table inspection_evidence (
    id         uuid primary key,
    visit      uuid        not null references inspection_visit on delete cascade,
    item       text        not null,
    name       text        not null,
    media_type text        not null,
    hash       text        not null, -- SHA-256 of the content
    content    bytea       not null,
    added_by   text        not null,
    added_at   timestamptz not null
);
create index inspection_evidence_visit on inspection_evidence (visit, item, id);
