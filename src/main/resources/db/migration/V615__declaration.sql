-- Somebody declared herself at the public page. What she wrote is sealed; nothing else here tells who she is.
create table declaration (
    id           uuid primary key,
    notice       uuid        not null,
    organization text        not null, -- the command that takes it up: of the county she chose, or of the case it went to
    division     text        not null,
    code_hash    bytea       not null unique, -- of the code she was given
    state        text        not null check (state in ('RECEIVED', 'FORWARDED', 'CONFLICTING', 'CONTACTED')),
    received_at  timestamptz not null,
    taken_at     timestamptz,
    contacted_at timestamptz,
    contacted_by text,
    person_case  uuid, -- null until it is taken up, and for what is in conflict
    merged       boolean     not null default false, -- whether she was known for this notice before
    differs      text[]      not null default '{}', -- fields that say something else than the register
    sealed       bytea, -- null when it has been forgotten
    key_id       bigint
);
create index declaration_waiting on declaration (received_at) where state = 'RECEIVED';
create index declaration_division on declaration (division text_pattern_ops, id desc);
create index declaration_case on declaration (person_case) where person_case is not null;
create index declaration_key_id on declaration (key_id) where key_id is not null;
