-- Who looks after a person (a community, or the county itself until one is named), and whether the case was taken up.
alter table person_case
    add column carer     text, -- code of an organisation; null until one is known
    add column opened_at timestamptz;
create index person_case_unopened on person_case (notice, id) where opened_at is null;
create index person_case_carer on person_case (carer, notice, state) where carer is not null;
create index person_case_state on person_case (notice, state);
