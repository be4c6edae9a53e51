-- One row a user task, written in the engine's transaction; the page reads it and nothing of the engine's.
create table work_item (
    id                text primary key,
    process           text        not null,
    instance          text        not null,
    subject           uuid        not null,
    task_key          text        not null,
    form              text,
    name              text        not null,
    title             text        not null,
    detail            text        not null,
    notice            uuid,
    clause            text,
    organization      text        not null,
    organization_name text        not null,
    division          text        not null,
    sector            text,
    scope_key         text        not null,
    assignee          text,
    due_at            timestamptz not null,
    created_at        timestamptz not null,
    completed_at      timestamptz,
    completed_by      text,
    removed           boolean     not null default false
);
-- Keyset paging per scope key (performance.md, 8).
create index work_item_group on work_item (scope_key, due_at, id) where completed_at is null;
create index work_item_assignee on work_item (assignee, due_at, id) where completed_at is null;
create index work_item_done on work_item (completed_by, completed_at desc, id desc) where completed_by is not null and not removed;
create index work_item_subject on work_item (subject);
create index work_item_notice on work_item (notice, due_at, id) where completed_at is null;

create table task_draft (
    task     text primary key,
    content  jsonb       not null,
    saved_at timestamptz not null,
    saved_by text        not null
);
