import { expect, test } from 'vitest';
import { themeFromTokens } from './tokens.ts';

const rest = ['--raised', '--soft', '--line', '--hair', '--gradient', '--rate', '--good', '--bad']
  .map((name) => `${name}: #111111;`)
  .join(' ');

test('light-dark() is one of its two, and var() is followed', () => {
  const css = `:root { ${rest} --ink: light-dark(#1d1f24, #e9e7e1); --input: var(--ink) }`;
  expect(themeFromTokens(css, 'light', 'Inter').roles.input).toBe('#1d1f24');
  expect(themeFromTokens(css, 'dark', 'Inter').roles.input).toBe('#e9e7e1');
});

test('blocks of the other scheme, of print and of forced colours do not count', () => {
  const css = `:root { ${rest} --input: blue; --ink: black }
    /* a comment; with { braces } */
    @media (prefers-color-scheme: dark) { :root:not([data-theme='light']) { --ink: white } }
    @media print { :root { --ink: grey } }
    @media (forced-colors: active) { :root { --ink: CanvasText } }`;
  expect(themeFromTokens(css, 'light', 'Inter').roles.function).toBe('black');
  expect(themeFromTokens(css, 'dark', 'Inter').roles.function).toBe('white');
});

test('a token that is not declared is named', () => {
  expect(() => themeFromTokens(':root { --ink: black }', 'light', 'Inter')).toThrow('--raised');
});
