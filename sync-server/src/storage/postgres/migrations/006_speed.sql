-- Every change of an order has to keep its indexes. Nothing asks for orders by their last change alone, and nobody looks for those
-- without a crew, a worker or a time in the others.
DROP INDEX work_order_by_change;
DROP INDEX work_order_by_crew;
DROP INDEX work_order_by_worker;
DROP INDEX work_order_by_due;
DROP INDEX work_order_by_warning;
CREATE INDEX work_order_by_crew ON work_order (crew) WHERE is_over = 0 AND crew IS NOT NULL;
CREATE INDEX work_order_by_worker ON work_order (worker) WHERE is_over = 0 AND worker IS NOT NULL;
CREATE INDEX work_order_by_due ON work_order (due_at) WHERE is_over = 0 AND due_at IS NOT NULL;
CREATE INDEX work_order_by_warning ON work_order (warn_at) WHERE is_over = 0 AND warn_at IS NOT NULL;
