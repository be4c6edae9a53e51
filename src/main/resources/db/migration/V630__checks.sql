-- The checks of one notice and day; its three hours are the only timers of everybody in isolation.
create table check_round (
    id         uuid primary key,
    notice     uuid        not null,
    day        date        not null,
    state      text        not null check (state in ('PLANNED', 'OPEN', 'CUT_OFF', 'CLOSED')),
    opens_at   timestamptz not null,
    cut_off_at timestamptz not null,
    sweep_at   timestamptz not null,
    position   uuid, -- the last case the present step has dealt with; null at its beginning
    opened     integer     not null default 0,
    missed     integer     not null default 0,
    held       boolean     not null default true, -- false when the house was down until its cut-off
    closed_at  timestamptz,
    unique (notice, day)
);
create index check_round_day on check_round (day) where state <> 'CLOSED';

-- One person, one day. What is kept of her is how she is; who she is stands in person.
create table daily_check (
    id           uuid primary key,
    round        uuid        not null references check_round,
    notice       uuid        not null,
    day          date        not null,
    person_case  uuid        not null,
    person       uuid        not null,
    organization text        not null,
    division     text        not null,
    sector       text,
    carer        text        not null, -- who looks after her: the community, or the organisation that registered her
    household    text        not null, -- keyed hash of the phone: those who share it may answer for each other
    state        text        not null default 'DUE' check (state in ('DUE', 'DONE', 'MISSED', 'NOT_REACHED', 'VOID')),
    presence     text check (presence in ('PRESENT', 'AWAY', 'ABSENT')),
    temperature  numeric(3, 1),
    symptoms     text[]      not null default '{}',
    leave        text, -- why she is away with permission
    attempts     integer     not null default 0, -- contacts tried in vain
    attempted_at timestamptz,
    answered_at  timestamptz,
    answered_by  text,
    for_all      boolean     not null default false, -- one of the household answered for her
    late         boolean     not null default false, -- after the cut-off
    check ((state = 'DONE') = (presence is not null)),
    unique (person_case, day)
);
create index daily_check_carer on daily_check (carer, day);
create index daily_check_organization on daily_check (organization, day);
create index daily_check_division on daily_check (division text_pattern_ops, day);
create index daily_check_open on daily_check (division text_pattern_ops, day)
    where state in ('DUE', 'MISSED', 'NOT_REACHED');
create index daily_check_due on daily_check (round, id) where state = 'DUE';
alter table daily_check set (fillfactor = 80);

-- Visits after release, by the day they fall on.
create table follow_up_visit (
    id           uuid primary key,
    notice       uuid    not null,
    person_case  uuid    not null,
    person       uuid    not null,
    organization text    not null,
    division     text    not null,
    sector       text,
    carer        text    not null,
    number       integer not null, -- day after release
    due_on       date    not null,
    last         boolean not null,
    state        text    not null default 'DUE' check (state in ('DUE', 'DONE', 'NOT_REACHED', 'MISSED', 'VOID')),
    symptoms     text[]  not null default '{}',
    attempts     integer not null default 0,
    answered_at  timestamptz,
    answered_by  text,
    late         boolean not null default false, -- after its day
    over         boolean not null default false, -- the follow-up has ended
    unique (person_case, due_on)
);
create index follow_up_visit_carer on follow_up_visit (carer, due_on);
create index follow_up_visit_division on follow_up_visit (division text_pattern_ops, due_on);
create index follow_up_visit_open on follow_up_visit (carer, due_on) where not over and state <> 'DONE';
create index follow_up_visit_due on follow_up_visit (notice, due_on) where state = 'DUE';

-- Steps of a case that were not done in time: each due time is marked and told once.
create table overdue_step (
    person_case  uuid        not null,
    step         text        not null check (step in ('ORDER', 'SETTLE', 'RELEASE')),
    due_at       timestamptz not null,
    round        uuid        not null references check_round,
    organization text        not null,
    division     text        not null,
    carer        text        not null,
    marked_at    timestamptz not null,
    primary key (person_case, step, due_at)
);
create index overdue_step_round on overdue_step (round);
