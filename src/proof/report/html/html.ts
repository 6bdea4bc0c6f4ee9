declare const safe: unique symbol;

/** Text that may stand in a page as it is: made by `html`, which escapes whatever is put into it. */
export interface Html {
  readonly [safe]: true;
  readonly text: string;
}

type Part = Html | string | number | null | readonly Html[];

/** A piece of a page. Strings and numbers put into it are escaped, pieces stand as they are, null is nothing. */
export const html = (template: TemplateStringsArray, ...parts: Part[]): Html =>
  made(template.map((fixed, at) => `${fixed}${textOf(parts[at] ?? null)}`).join(''));

/** Of our own making, such as a style sheet: nothing from outside may come here. */
export const made = (text: string): Html => ({ text }) as Html;

function textOf(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'text' in part ? part.text : part.map(({ text }) => text).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Also control characters, which a page may not have: venues and people write what they like. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '�');
