-- Not only organisations fail a notice, and not only duties are failed: a person under a measure breaks it.
alter table breach
    alter column duty drop not null,
    add column subject    uuid,
    add column party_kind text not null default 'ORGANIZATION' check (party_kind in ('ORGANIZATION', 'INDIVIDUAL'));
update breach set subject = duty;
alter table breach alter column subject set not null;
create index breach_subject on breach (subject);
