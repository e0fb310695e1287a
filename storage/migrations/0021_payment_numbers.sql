-- A payment has a number that fits on a button: Telegram's charge ids do not.
ALTER TABLE payments ADD COLUMN number INTEGER;

UPDATE payments SET number = 1 + (
    SELECT count(*) FROM payments AS earlier
    WHERE (earlier.paid_at, earlier.charge_id) < (payments.paid_at, payments.charge_id)
);

CREATE UNIQUE INDEX payments_by_number ON payments (number);
