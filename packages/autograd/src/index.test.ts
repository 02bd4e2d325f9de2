/** What somebody sees who hovers over a name: every public one says what it is, and which page of PyTorch it mirrors. */
import ts from 'typescript';
import { expect, test } from 'vitest';

/** What has no page of its own there: what is ours, Python's errors, and two that stand on another's page. */
const ours = [
  ...['graph', 'formatNumber', 'floatRepr'],
  ...['AssertionError', 'IndexError', 'RuntimeError', 'ValueError', 'LinAlgError'],
  ...['defaultGenerator', 'getPrintOptions'],
];

const path = new URL('index.ts', import.meta.url).pathname;
const program = ts.createProgram([path], {
  allowImportingTsExtensions: true,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  noEmit: true,
  target: ts.ScriptTarget.ESNext,
});
const checker = program.getTypeChecker();

interface Public {
  name: string;
  symbol: ts.Symbol;
}

/** All that a module exports, with what its namespaces hold. */
function exportsOf(module: ts.Symbol, prefix = ''): Public[] {
  return checker.getExportsOfModule(module).flatMap((exported) => {
    const symbol =
      exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const name = prefix + exported.name;
    return symbol.flags & ts.SymbolFlags.ValueModule
      ? exportsOf(symbol, `${name}.`)
      : [{ name, symbol }];
  });
}

/** The members that a class itself declares public. */
function membersOf({ name, symbol }: Public): Public[] {
  if (!(symbol.flags & ts.SymbolFlags.Class)) return [];
  const members = [...(symbol.members?.values() ?? [])].filter(({ declarations: [first] = [] }) => {
    if (
      first === undefined ||
      !(ts.isMethodDeclaration(first) || ts.isPropertyDeclaration(first) || ts.isAccessor(first))
    )
      return false;
    const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
    return !(ts.getCombinedModifierFlags(first) & hidden) && !ts.isPrivateIdentifier(first.name);
  });
  return members.map((member) => ({ name: `${name}.${member.name}`, symbol: member }));
}

const isDescribed = ({ symbol }: Public): boolean =>
  symbol.getDocumentationComment(checker).length > 0;

const page = ({ symbol }: Public): string | undefined =>
  symbol
    .getJsDocTags(checker)
    .filter((tag) => tag.name === 'see')
    .map((tag) => ts.displayPartsToString(tag.text))
    .at(-1);

const door = checker.getSymbolAtLocation(program.getSourceFile(path) as ts.SourceFile);
const everything = exportsOf(door as ts.Symbol);

test('every public name is described', () => {
  expect(everything.length).toBeGreaterThan(300);
  const silent = everything
    .flatMap((one) => [one, ...membersOf(one)])
    .filter((one) => !isDescribed(one));
  expect(silent.map(({ name }) => name)).toEqual([]);
});

test('every function and class names the page it mirrors', () => {
  const values = everything.filter(({ symbol }) => symbol.flags & ts.SymbolFlags.Value);
  const without = values.filter(
    (one) => !page(one)?.startsWith('https://docs.pytorch.org/docs/stable/'),
  );
  expect([...new Set(without.map(({ name }) => name))].sort()).toEqual(ours.sort());
});
