/** Joins stylesheets in their order. A rule that comes again later counts there, so it is left out before. */
export function mergeSheets(sheets: readonly string[]): string {
  const rules = sheets.flatMap(topLevelRules);
  const last = new Map(rules.map((rule, index) => [rule, index]));
  return rules.filter((rule, index) => last.get(rule) === index).join('');
}

/** A sheet's rules, each with everything between its braces. */
function topLevelRules(sheet: string): string[] {
  const rules: string[] = [];
  let depth = 0;
  let start = 0;
  const css = sheet.replace(/\/\*[^]*?\*\//g, '').trim();
  for (const { 0: sign, index } of css.matchAll(/"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|[{};]/g)) {
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    if (depth > 0 || !/[};]/.test(sign)) continue;
    rules.push(css.slice(start, index + 1));
    start = index + 1;
  }
  if (css.slice(start).trim() !== '')
    throw new Error(`merge: a rule does not end, got ${css.slice(start, start + 60)}`);
  return rules;
}
