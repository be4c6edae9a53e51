-- Where the clock of a drill stands; one row at most.
create table drill_clock (
    id       integer primary key check (id = 1),
    position timestamptz not null
);
