import { readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { '//': _why, ...arrows } = JSON.parse(readFileSync(new URL('../arrows.json', import.meta.url), 'utf8'));

const folderOf = (path) => {
  const inside = relative(root, path).split(sep).join('/');
  return Object.keys(arrows).find((folder) => inside === folder || inside.startsWith(`${folder}/`));
};

const typesOnly = (node) =>
  node.importKind === 'type' ||
  node.exportKind === 'type' ||
  (node.specifiers?.length > 0 &&
    node.specifiers.every((one) => one.importKind === 'type' || one.exportKind === 'type'));

/** A value import from a folder that no arrow points to is an error; the types of any folder may travel. */
export const arrowsRule = {
  meta: { type: 'problem', messages: { wrongWay: 'No arrow points from {{from}} to {{to}} (ops/arrows.json).' } },
  create(context) {
    const from = folderOf(context.filename);
    const check = (node) => {
      if (!node.source?.value?.startsWith?.('.') || typesOnly(node)) return;
      const to = folderOf(resolve(dirname(context.filename), node.source.value));
      const allowed = from === undefined || to === undefined || to === from || arrows[from].includes(to);
      if (!allowed) context.report({ node, messageId: 'wrongWay', data: { from, to } });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};
