-- What is handed in beside the form of a duty: the plan itself, the signed list, photos of a drill.
create table duty_file (
    id         uuid        primary key,
    duty       uuid        not null references duty,
    name       text        not null,
    media_type text        not null,
    hash       text        not null, -- SHA-256 of the content, in hex
    content    bytea       not null,
    added_by   text        not null,
    added_at   timestamptz not null,
    submission integer     -- number of the hand-in it went with; none while it lies ready
);
create index duty_file_duty on duty_file (duty, id);
