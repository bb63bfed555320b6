export type Fields = Record<string, string>;

/** A form as the server rendered it: the fields that it sends without any script, and its text. */
export type RenderedForm = { fields: Fields; text: string };

const entities: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', '#x27': "'", '#39': "'" };
const decoded = (text: string) => text.replace(/&([#\w]+);/g, (whole, name: string) => entities[name] ?? whole);
const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** The forms of a page, with React's own hidden fields ($ACTION_…), by which the server knows the action. */
export function formsOf(html: string): RenderedForm[] {
  return (html.match(/<form[\s\S]*?<\/form>/g) ?? []).map((form) => {
    const fields: Fields = {};
    for (const [tag] of form.matchAll(/<(?:input|textarea|button|select)\b[^>]*>/g)) {
      const name = attribute(tag, 'name');
      if (name) fields[decoded(name)] = decoded(attribute(tag, 'value') ?? '');
    }
    return { fields, text: form.replace(/<[^>]*>/g, '') };
  });
}

/** The id of a form's server action and its hidden fields. */
export function actionOf({ fields }: RenderedForm): { id: string; hidden: Fields } {
  const hidden = Object.fromEntries(Object.entries(fields).filter(([name]) => name.startsWith('$ACTION')));
  const reference = Object.entries(hidden).find(([name]) => /^\$ACTION_\d+:0$/.test(name))?.[1] ?? '{}';
  return { id: (JSON.parse(reference) as { id?: string }).id ?? '', hidden };
}

/** A client of the portal without a browser: it keeps cookies, reads pages and posts forms. */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  /** `origin` names the site whose page sends the posts; `address` is where a proxy says that it comes from. */
  constructor(
    private readonly url: string,
    private readonly origin = url,
    private readonly address = '',
  ) {}

  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const forwarded = this.address && { 'X-Forwarded-For': this.address };
    const headers = { ...init.headers, ...forwarded, Cookie: cookie, Origin: this.origin };
    const response = await fetch(this.url + path, { redirect: 'manual', ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = ''] = pair.split('=');
      this.cookies.set(name, pair.slice(name.length + 1));
    }
    return response;
  }

  async page(path: string): Promise<string> {
    const response = await this.request(path);
    if (!response.ok) throw new Error(`${path} answers ${response.status}`);
    return response.text();
  }

  /** The value of a cookie, so that a browser can continue the session. */
  cookie(name: string): string {
    return this.cookies.get(name) ?? '';
  }

  setCookie(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  /** Sends a form as a browser without JavaScript does. */
  post(path: string, fields: Fields): Promise<Response> {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    return this.request(path, { method: 'POST', body });
  }

  /** Calls a server action as the script of a page does: the form's last state, and the form. */
  call(path: string, actionId: string, fields: Record<string, string | File>): Promise<Response> {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, value);
    body.append('0', JSON.stringify([{ status: 'idle' }, '$K1']));
    return this.request(path, {
      method: 'POST',
      body,
      headers: { 'Next-Action': actionId, Accept: 'text/x-component' },
    });
  }

  /** Sends the form of the sign-in page. */
  async trySignIn(userName: string, password: string): Promise<Response> {
    const form = formsOf(await this.page('/sign-in')).find(({ fields }) => 'password' in fields);
    if (!form) throw new Error('the sign-in page has no form');
    return this.post('/sign-in', { ...actionOf(form).hidden, userName, password });
  }

  async signIn(userName: string, password: string): Promise<void> {
    const response = await this.trySignIn(userName, password);
    if (response.status !== 303) throw new Error(`signing in answers ${response.status}`);
  }
}

/** The state that a form gets from the answer to a called action: its status, or the code of the refusal. */
export function stateIn({ headers, status: answered }: Response, text: string): string {
  if (headers.has('x-action-redirect')) return 'done';
  const row = /^0:\{"a":"\$@(\w+)"/m.exec(text)?.[1];
  const [, status, code] =
    new RegExp(`^${row}:\\{"status":"(\\w+)"(?:,"refusal":\\{"code":"([\\w-]+)")?`, 'm').exec(text) ?? [];
  return code ?? status ?? `no state: ${answered} ${text.slice(0, 300)}`;
}

/** The refusal in the answer to a called action, or null where it was carried out. */
export async function refusalIn(response: Response): Promise<string | null> {
  const state = stateIn(response, await response.text());
  return state === 'done' ? null : state;
}
