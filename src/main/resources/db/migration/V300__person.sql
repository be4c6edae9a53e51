-- People, once each, whatever notice they were found for. Everything that tells who somebody is stands in `sealed`
-- (AES-256-GCM, bound to the row); `document_index` is a keyed hash of document type and number, for exact look-up.
create table person (
    id             uuid primary key,
    document_index bytea       not null unique,
    sealed         bytea       not null,
    key_id         bigint      not null, -- the key `sealed` was sealed with: what is left to seal anew after a rotation
    created_at     timestamptz not null,
    changed_at     timestamptz not null
);
create index person_key_id on person (key_id);

-- The organisations that hold a person: those that found her or took her over. They may see her unmasked.
create table person_holder (
    person       uuid not null references person on delete cascade,
    organization text not null,
    since        timestamptz not null,
    primary key (person, organization)
);

-- The keys this database was written with, so that a start with another key file is refused and not noticed too late.
create table sealing_key (
    key_id      bigint primary key,
    index_check bytea       not null, -- a known text under the index key of the same key file
    since       timestamptz not null
);
