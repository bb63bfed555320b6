/** The beginning of a statement that stores a plan: it belongs to `(SELECT id FROM office)`. */
export const withOffice = `
  WITH office AS (
    INSERT INTO "Office" (id, code, name) VALUES (gen_random_uuid(), 'tests', '试验处')
    ON CONFLICT (code) DO UPDATE SET name = excluded.name RETURNING id
  )`;
