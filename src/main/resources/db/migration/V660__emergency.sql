-- What is done about a positive. Who the person is stands in `person`; nothing here names anybody.
create table emergency (
    id           uuid primary key,
    person_case  uuid        not null,
    notice       uuid        not null,
    organization text        not null, -- the county's command
    division     text        not null,
    sector       text        not null, -- the line that sees it beside the command: health
    state        text        not null check (state in ('OPEN', 'DONE', 'STOOD_DOWN')),
    opened_at    timestamptz not null, -- when the positive became known; every clock runs from here
    ended_at     timestamptz,
    hospital     text -- code of the one the patient goes to; null until it is chosen
);
create unique index emergency_one_open on emergency (person_case) where state = 'OPEN';
create index emergency_case on emergency (person_case, id desc);
create index emergency_notice on emergency (notice, id desc);
create index emergency_division on emergency (division text_pattern_ops, id desc);
create index emergency_hospital on emergency (hospital) where hospital is not null;

-- One part of it, with its own clock.
create table emergency_branch (
    emergency  uuid        not null references emergency on delete cascade,
    branch     text        not null,
    due_at     timestamptz not null,
    done_at    timestamptz,
    done_by    text,
    overdue_at timestamptz, -- when it was found to be late; stays when it is done later
    ended_at   timestamptz, -- stood down before it was done
    facts      jsonb       not null default '{}',
    primary key (emergency, branch)
);
create index emergency_branch_open on emergency_branch (due_at) where done_at is null and ended_at is null;

create table emergency_site (
    id              uuid primary key,
    emergency       uuid        not null references emergency on delete cascade,
    name            text        not null,
    closed_at       timestamptz not null,
    disinfected_at  timestamptz,
    disinfected_by  text,
    reopened_at     timestamptz
);
create index emergency_site_emergency on emergency_site (emergency, id);

-- Whom the positive met, and whom those met. Both ends are cases of the register.
create table emergency_contact (
    emergency   uuid        not null references emergency on delete cascade,
    person_case uuid        not null,
    degree      text        not null check (degree in ('CLOSE', 'SECONDARY')),
    relation    text        not null,
    added_at    timestamptz not null,
    added_by    text        not null,
    primary key (emergency, person_case)
);
create index emergency_contact_case on emergency_contact (person_case);
