-- Organisations, and the officers who work in them.

create table organization (
    code       text        primary key check (code ~ '^[0-9A-Za-z_-]{2,40}$'),
    name       text        not null,
    kind       text        not null,
    level      text        not null,
    division   text        not null check (division ~ '^([0-9]{6}|[0-9]{9}|[0-9]{12})$'),
    -- Deferred: in an import the parent may come later in the file.
    parent     text        references organization (code) deferrable initially deferred,
    sector     text,
    grade      smallint    check (grade between 1 and 3),
    unit_kind  text,
    changed_at timestamptz not null
);
create index organization_parent on organization (parent);
create index organization_division on organization (division text_pattern_ops);

create table officer (
    username             text        primary key check (username ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
    name                 text        not null,
    organization         text        not null references organization (code),
    email                text,
    active               boolean     not null default true,
    password             text        not null,
    must_change_password boolean     not null default false,
    changed_at           timestamptz not null
);
create index officer_organization on officer (organization);

create table officer_role (
    username text not null references officer (username),
    role     text not null,
    primary key (username, role)
);

-- Who answers for an organisation, and who does when he cannot.
create table responsibility (
    organization text primary key references organization (code),
    responsible  text references officer (username),
    deputy       text references officer (username),
    check (responsible is distinct from deputy or responsible is null)
);

-- Somebody does the work of an absent officer, from one instant (included) to another (excluded).
create table substitution (
    id         uuid        primary key,
    username   text        not null references officer (username),
    substitute text        not null references officer (username),
    from_at    timestamptz not null,
    until_at   timestamptz not null,
    created_by text        not null,
    created_at timestamptz not null,
    check (from_at < until_at),
    check (username <> substitute)
);
create index substitution_substitute on substitution (substitute, until_at);
create index substitution_username on substitution (username, until_at);
