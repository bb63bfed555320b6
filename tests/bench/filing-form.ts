/** The fields of a form as a page gives them, in order. */
export type FormFields = [name: string, value: string][];

const idPlace = '{reportId}';

function decoded(text: string): string {
  const entities: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', '#x27': "'", '#39': "'" };
  return text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : decoded(found);
}

/** The hidden fields of the one form on a page that names the report. */
function fieldsOf(html: string, reportId: string): FormFields {
  const forms = (html.match(/<form\b[\s\S]*?<\/form>/g) ?? []).map((form) =>
    (form.match(/<input\b[^>]*>/g) ?? []).flatMap((tag): FormFields => {
      const name = attribute(tag, 'name');
      return name && attribute(tag, 'type') === 'hidden' ? [[name, attribute(tag, 'value') ?? '']] : [];
    }),
  );
  const [fields, ...others] = forms.filter((form) => form.some(([, value]) => value === reportId));
  if (!fields || others.length > 0) throw new Error('the check page does not have one form that files the report');
  return fields;
}

async function fetchForm(origin: string, reportId: string, cookie: string): Promise<string> {
  const response = await fetch(`${origin}/filing/${reportId}/check`, { headers: { cookie }, redirect: 'manual' });
  if (response.status !== 200) throw new Error(`the check page answers ${response.status}`);
  return JSON.stringify(fieldsOf(await response.text(), reportId)).replaceAll(reportId, idPlace);
}

/**
 * Reads the filing form as the check page gives it, React's hidden fields and all, with a place for the report's id.
 * The forms of two reports of different agencies must be the same but for the id, else the bench may not fill it in.
 */
export async function readFilingForm(
  origin: string,
  [first, second]: [{ reportId: string; cookie: string }, { reportId: string; cookie: string }],
): Promise<string> {
  const form = await fetchForm(origin, first.reportId, first.cookie);
  if ((await fetchForm(origin, second.reportId, second.cookie)) !== form) {
    throw new Error('the filing form differs from report to report in more than the id');
  }
  return form;
}

/** The multipart body with which a browser without JavaScript would post the form of a report. */
export function multipartBody(form: string, reportId: string, boundary: string): Buffer {
  const fields = JSON.parse(form.replaceAll(idPlace, reportId)) as FormFields;
  const parts = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return Buffer.from(`${parts.join('')}--${boundary}--\r\n`);
}
