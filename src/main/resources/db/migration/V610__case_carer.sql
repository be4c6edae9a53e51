-- Who looks after a person: a community, or the county itself until one is named.
alter table person_case add column carer text; -- code of an organisation; null until one is known
create index person_case_carer on person_case (carer, notice, state) where carer is not null;
create index person_case_state on person_case (notice, state);

-- Cases that nobody has taken up yet. A table of its own: to mark the case itself would write it into each of its indexes anew.
create table case_waiting (
    notice      uuid not null,
    person_case uuid not null,
    primary key (notice, person_case)
);
