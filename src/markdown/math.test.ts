import { expect, test } from 'vitest';
import { breakable, inlineMath, renderMath } from './math.ts';

test('a colour macro becomes a role class and keeps its MathML', () => {
  const html = renderMath("\\x{x} - \\lr{\\eta} \\g{f'(x)}", false);
  expect(html).toContain('role-input');
  expect(html).toContain('role-rate');
  expect(html).toContain('role-gradient');
  expect(html).toContain('<math');
});

test('a formula that does not parse is refused', () => {
  expect(() => renderMath('\\frac{1}{', false)).toThrow(/KaTeX parse error/);
});

test('what KaTeX would only warn about is refused too', () => {
  expect(() => renderMath('x ≔ é', false)).toThrow();
});

test('frontmatter text keeps its words, escapes HTML and renders its formulas', () => {
  const html = inlineMath('a < b, and $x^2$ too');
  expect(html).toMatch(/^a &lt; b, and <span class="katex">/);
  expect(html).toMatch(/ too$/);
});

test('what closes a clause after a formula is set with it, so that no line begins with a comma', () => {
  expect(inlineMath('for $W$, and')).toBe(`for ${renderMath('W\\text{,}', false)} and`);
  expect(inlineMath('(as $x$).')).toBe(`(as ${renderMath('x\\text{).}', false)}`);
  expect(inlineMath('$x$ and $y$')).toBe(`${renderMath('x', false)} and ${renderMath('y', false)}`);
});

test('the line of a display may break between its formulas, not within one or in an environment', () => {
  expect(breakable('a = b')).toBe('{a = b}');
  expect(breakable('a,\\qquad \\{b \\qquad c')).toBe(
    '{a,}\\qquad\\allowbreak { \\{b }\\qquad\\allowbreak { c}',
  );
  for (const whole of ['\\begin{aligned} a &\\qquad b \\end{aligned}', '\\text{a \\qquad b}'])
    expect(breakable(whole)).toBe(`{${whole}}`);
});

test('a function in an index is a name alone in MathML, where an index has one part', () => {
  expect(renderMath('\\lambda_{\\min}', false)).toContain('<msub><mi>λ</mi><mi>min</mi></msub>');
  expect(renderMath('\\lambda_{\\max}^2', false)).toContain(
    '<msubsup><mi>λ</mi><mi>max</mi><mn>2</mn></msubsup>',
  );
  expect(renderMath('\\sin x', false)).toContain('<mi>sin</mi><mo>\u2061</mo>');
});
