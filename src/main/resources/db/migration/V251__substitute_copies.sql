-- Whoever substitutes an officer gets copies of his messages; absent is the one who was meant.

alter table inbox_message add column absent text;
alter table outbox_message add column absent text;
