-- The number of overdue duties stands beside the navigation of every page.
create index duty_owed on duty (due_at) where state in ('SENT', 'RECEIVED', 'IN_PROGRESS', 'RETURNED');
