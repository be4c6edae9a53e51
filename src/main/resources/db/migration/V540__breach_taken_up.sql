-- Who reported a breach may not decide on it; what nobody has taken up yet is found again after a crash. A failure may
-- stand outside any notice: a finding of an inspection by hand, a report by hand.
alter table breach
    alter column notice drop not null,
    add column kind        text,
    add column severity    text not null default 'SERIOUS' check (severity in ('ORDINARY', 'SERIOUS', 'GRAVE')),
    add column reported_by text,
    add column account     text,
    add column taken_at    timestamptz;
update breach set kind = case when party_kind = 'INDIVIDUAL' then 'ISOLATION' else 'DUTY' end;
alter table breach
    alter column kind set not null,
    add check (kind in ('DUTY', 'FINDING', 'ISOLATION', 'HAND'));
create index breach_untaken on breach (happened_at, id) where taken_at is null;
