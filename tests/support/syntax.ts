import ts from 'typescript';
import { read } from './source-files';

export interface Import {
  readonly from: string;
  readonly typesOnly: boolean;
}

/** All nodes of a file, parents first. */
export function nodesOf(file: string, text = read(file)): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return nodes;
}

/** What a file imports or exports again, `import()` and `require()` included. */
export const importsOf = (file: string, text?: string): Import[] =>
  nodesOf(file, text).flatMap((node) => {
    const specifier = specifierOf(node);
    return specifier !== undefined && ts.isStringLiteral(specifier)
      ? [{ from: specifier.text, typesOnly: bringsTypesOnly(node) }]
      : [];
  });

function specifierOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (!ts.isCallExpression(node)) return undefined;
  const loads = node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require';
  return loads ? node.arguments[0] : undefined;
}

function bringsTypesOnly(node: ts.Node): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly || allTypes(node.exportClause);
  if (!ts.isImportDeclaration(node) || node.importClause === undefined) return false;
  const { isTypeOnly, name, namedBindings } = node.importClause;
  return isTypeOnly || (name === undefined && allTypes(namedBindings));
}

function allTypes(names: ts.NamedExportBindings | ts.NamedImportBindings | undefined): boolean {
  if (names === undefined || !(ts.isNamedImports(names) || ts.isNamedExports(names))) return false;
  return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly);
}

/** `process.env`, `Date.now` and the like, and `new Date()` for a Date without argument. */
export const readsOf = (file: string, text?: string): string[] =>
  nodesOf(file, text).flatMap((node) => {
    if (ts.isPropertyAccessExpression(node)) return [node.getText()];
    const bareDate = ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length;
    return bareDate ? ['new Date()'] : [];
  });
