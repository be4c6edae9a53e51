-- Each measure is carried out once for a case, however often its job runs.
create table accountability_measure (
    case_id    uuid        not null references accountability_case on delete cascade,
    measure    text        not null,
    carried_at timestamptz not null,
    primary key (case_id, measure)
);
