-- When somebody waits for the crew, beside the document, for lists.
ALTER TABLE work_order ADD COLUMN agreed_from INTEGER;
ALTER TABLE work_order ADD COLUMN agreed_until INTEGER;
UPDATE work_order
SET agreed_from = json_extract(doc, '$.order.appointment.from'), agreed_until = json_extract(doc, '$.order.appointment.until')
WHERE json_extract(doc, '$.order.appointment') IS NOT NULL;
