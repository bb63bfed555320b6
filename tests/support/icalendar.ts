/** A component of an iCalendar file: its lines by name, with their parameters, and the components within it. */
export type Component = {
  name: string;
  properties: Map<string, { parameters: string; value: string }>;
  components: Component[];
};

const unescaped = (text: string) =>
  text.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));

/** The lines as RFC 5545 (3.1) has them: each ends with CRLF, none has more than 75 octets, folded ones begin with a blank. */
function contentLines(text: string): string[] {
  if (!text.endsWith('\r\n')) throw new Error('the last line has no end');
  const lines = text.slice(0, -2).split('\r\n');
  const broken = lines.filter((line) => /[\r\n]/.test(line) || Buffer.byteLength(line, 'utf8') > 75);
  if (broken.length > 0) throw new Error(`not a line: ${broken[0]}`);
  const unfolded: string[] = [];
  for (const line of lines) {
    if (line.startsWith(' ')) unfolded.push(`${unfolded.pop() ?? ''}${line.slice(1)}`);
    else unfolded.push(line);
  }
  return unfolded;
}

/** Reads an iCalendar file strictly; throws at the first thing that RFC 5545 does not allow. */
export function parseICalendar(text: string): Component {
  const root: Component = { name: '', properties: new Map(), components: [] };
  const open = [root];
  for (const line of contentLines(text)) {
    const [, name, parameters = '', value = ''] = /^([A-Z0-9-]+)((?:;[^:]*)?):(.*)$/su.exec(line) ?? [];
    const current = open.at(-1);
    if (!name || !current) throw new Error(`not a content line: ${line}`);
    if (name === 'BEGIN') {
      const inner = { name: value, properties: new Map(), components: [] };
      current.components.push(inner);
      open.push(inner);
    } else if (name === 'END') {
      if (current.name !== value) throw new Error(`${value} ends within ${current.name}`);
      open.pop();
    } else {
      if (current.components.length > 0) throw new Error(`${name} stands after a component of ${current.name}`);
      if (current.properties.has(name)) throw new Error(`${name} stands twice in ${current.name}`);
      current.properties.set(name, { parameters: parameters.slice(1), value: unescaped(value) });
    }
  }
  const [calendar] = root.components;
  if (!calendar || open.length !== 1 || root.components.length !== 1) throw new Error('not one calendar');
  return calendar;
}

/** The value of a component's property, or '' without one. */
export function textOf(component: Component | undefined, name: string): string {
  return component?.properties.get(name)?.value ?? '';
}
