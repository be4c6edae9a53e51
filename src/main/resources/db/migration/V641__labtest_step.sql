-- A test that is ordered instead of another one answers for the same step of the plan.
alter table lab_test drop constraint lab_test_person_case_step_key;
alter table lab_test drop column answers;
create unique index lab_test_step on lab_test (person_case, step) where instead_of is null;
create index lab_test_case on lab_test (person_case, step);
