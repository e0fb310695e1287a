-- What admins wrote about somebody goes when that person is forgotten: the lines of both books stay, without
-- those words. Nothing else about a line ever changes.
DROP TRIGGER audit_stays;

CREATE TRIGGER audit_stays BEFORE UPDATE ON audit
WHEN (NEW.id, NEW.by_person, NEW.action, NEW.person_id, NEW.target, NEW.at)
    IS NOT (OLD.id, OLD.by_person, OLD.action, OLD.person_id, OLD.target, OLD.at)
    OR OLD.action NOT IN ('banned', 'credits_granted', 'job_refunded', 'refund_asked')
    OR NEW.detail <> substr(OLD.detail, 1, length(NEW.detail))
BEGIN
    SELECT RAISE(ABORT, 'a line of the audit log never changes');
END;

DROP TRIGGER entries_stay;

CREATE TRIGGER entries_stay BEFORE UPDATE ON entries
WHEN (NEW.id, NEW.kind, NEW.person_id, NEW.job_id, NEW.amount, NEW.allowance, NEW.extra, NEW.day,
      NEW.month, NEW.bot_day, NEW.plan_id, NEW.operation, NEW.by_person, NEW.at)
    IS NOT (OLD.id, OLD.kind, OLD.person_id, OLD.job_id, OLD.amount, OLD.allowance, OLD.extra, OLD.day,
            OLD.month, OLD.bot_day, OLD.plan_id, OLD.operation, OLD.by_person, OLD.at)
    OR OLD.kind NOT IN ('granted', 'refunded')
    OR NEW.note <> ''
BEGIN
    SELECT RAISE(ABORT, 'a ledger entry never changes');
END;
