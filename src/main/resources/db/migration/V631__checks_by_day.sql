-- A page asks for one day: with the place in front, it would read every day of the place.
drop index daily_check_division;
drop index daily_check_open;
create index daily_check_day on daily_check (day, division text_pattern_ops);
create index daily_check_open on daily_check (day, division text_pattern_ops)
    where state in ('DUE', 'MISSED', 'NOT_REACHED');

-- One tap answers for a household, and the list of a day has households together.
drop index daily_check_carer;
create index daily_check_carer on daily_check (carer, day, household, id);
