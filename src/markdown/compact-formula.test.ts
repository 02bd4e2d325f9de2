import katex from 'katex';
import { expect, test } from 'vitest';
import { compact } from './compact-formula.ts';

const compacted = (tex: string, displayMode = false): string =>
  compact(katex.renderToString(tex, { displayMode, trust: true, strict: 'ignore' }));
/** What is seen of it. */
const seen = (tex: string): string => /<span class="katex-html.*$/s.exec(compacted(tex))?.[0] ?? '';
const count = (html: string): number => [...html.matchAll(/<\w/g)].length;

test('a letter is a line and a letter, and its MathML', () => {
  expect(compacted('x')).toBe(
    '<span class="katex"><span class="katex-mathml"><math><mi>x</mi></math></span>' +
      '<span class="katex-html katex-base" aria-hidden="true"><span class="mathnormal">x</span></span></span>',
  );
});

test('an exponent is raised as far as KaTeX raises it, told in its own size', () => {
  // KaTeX moves a strut of 2.7em by −3.063em: 0.363em of a text of which the exponent has 0.7.
  expect(seen('x^2')).toContain('vertical-align:0.5186em');
  // And leaves 0.05em behind it.
  expect(seen('x^2')).toContain('margin-right:0.0714em');
  expect(seen('x_2')).toContain('vertical-align:-0.2143em');
});

test('an index and an exponent together stay a list of two', () => {
  const list = seen('x_1^2');
  expect(list).toContain('class="vlist-t vlist"');
  expect(list).not.toContain('raised');
  expect(list).not.toContain('vlist-r');
});

test('a list of boxes is as high and as deep as KaTeX makes it', () => {
  const table = katex.renderToString('\\frac{a}{b}');
  const [height = NaN, depth = NaN] = [...table.matchAll(/"vlist" style="height:([\d.]+)em/g)].map(
    ([, value]) => Number(value),
  );
  const list = seen('\\frac{a}{b}');
  const of = (property: string): number =>
    Number(new RegExp(`"vlist-t vlist" style="[^"]*${property}:(-?[\\d.]+)em`).exec(list)?.[1]);
  // Its line's baseline lies a strut below its top.
  expect(of('margin-top') + of('--strut')).toBeCloseTo(height, 4);
  expect(of('height') - of('--strut')).toBeCloseTo(depth, 4);
});

test('the space around a sign is a margin of the sign, and the text beside it needs no element', () => {
  expect(seen('1=2')).toContain(
    '<span style="margin-left:0.2778em;margin-right:0.2778em">=</span>',
  );
  expect(seen('(1)')).toMatch(/>\(1\)<\/span><\/span>$/);
});

test('a colour stays with what it colours', () => {
  expect(seen('\\htmlClass{role-rate}{x}')).toContain(
    '<span class="mathnormal role-rate">x</span>',
  );
});

test('what is higher or deeper than a line keeps the strut that makes room for it', () => {
  expect(seen('f(x)')).not.toContain('strut');
  expect(seen('\\frac{a}{b}')).toContain('katex-strut');
});

test('the MathML says what it said, without the TeX and without rows of one', () => {
  expect(compacted('\\frac{a}{b+c}')).toContain(
    '<math><mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mi>c</mi></mrow></mfrac></math>',
  );
  expect(compacted('x', true)).toContain('<math display="block"><mi>x</mi></math>');
});

test('a formula of a chapter has half the elements', () => {
  const tex = "x_{k+1} = x_k - \\eta\\, f'(x_k)";
  const whole = count(katex.renderToString(tex));
  expect(count(compacted(tex))).toBeLessThan(whole / 2);
});
