-- What a lower level has to have done so that the addressee's own deadline can be kept; worked out at the opening.
create table inner_deadline (
    duty              uuid        not null references duty,
    organization      text        not null,
    organization_name text        not null,
    level             text        not null,
    due_at            timestamptz not null,
    confirmed_at      timestamptz,
    confirmed_by      text,
    people            integer,
    remark            text,
    primary key (duty, organization)
);
create index inner_deadline_organization on inner_deadline (organization, due_at desc);
