import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import ts from "typescript";
import { ARROWS } from "../../rooms.js";

/** From which room to which, and whether code is taken or types alone. */
export interface Import {
  readonly from: string;
  readonly to: string;
  readonly isTypeOnly: boolean;
}

/** The rooms that have arrows, the parts of web/ each for itself. */
const ROOMS = ARROWS.map(({ room }) => room);

/** The room of a file, from the project's folder; undefined outside the house. */
const roomOf = (path: string): string | undefined => ROOMS.find((room) => path.startsWith(`${room}/`));

const isTypeOnly = (node: ts.Node): boolean => {
  if (ts.isImportTypeNode(node)) return true;
  if (ts.isImportDeclaration(node)) {
    const { importClause } = node;
    if (importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
    const named = importClause?.namedBindings;
    return (
      importClause?.name === undefined &&
      named !== undefined &&
      ts.isNamedImports(named) &&
      named.elements.length > 0 &&
      named.elements.every((element) => element.isTypeOnly)
    );
  }
  return ts.isExportDeclaration(node) && node.isTypeOnly;
};

function specifierOf(node: ts.Node): string | undefined {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
    return ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : undefined;
  const [given] =
    ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments : [];
  const argument = ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) ? node.argument.literal : given;
  return argument && ts.isStringLiteral(argument) ? argument.text : undefined;
}

/** The relative imports that a module or a stylesheet makes, wherever they stand in it. */
export function importsOf(file: string, text: string): { readonly specifier: string; readonly isTypeOnly: boolean }[] {
  if (file.endsWith(".css"))
    return [...text.matchAll(/@import "(\.[^"]*)"/g)].map(([, specifier = ""]) => ({ specifier, isTypeOnly: false }));
  const found: { specifier: string; isTypeOnly: boolean }[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier?.startsWith(".")) found.push({ specifier, isTypeOnly: isTypeOnly(node) });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false));
  return found;
}

/** Every arrow between two rooms that the code has; one of code where there is any code in it. */
export function arrowsIn(root: string): Import[] {
  const arrows = new Map<string, Import>();
  for (const room of ROOMS)
    for (const entry of readdirSync(join(root, room), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(tsx?|css)$/.test(entry.name)) continue;
      const file = join(entry.parentPath, entry.name);
      for (const { specifier, isTypeOnly } of importsOf(file, readFileSync(file, "utf8"))) {
        const to = roomOf(
          relative(root, join(dirname(file), specifier))
            .split(sep)
            .join("/"),
        );
        if (to === undefined || to === room) continue;
        const key = `${room} → ${to}`;
        arrows.set(key, { from: room, to, isTypeOnly: isTypeOnly && (arrows.get(key)?.isTypeOnly ?? true) });
      }
    }
  return [...arrows.values()];
}
